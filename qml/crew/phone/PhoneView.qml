// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The telephone: places to offer, requests to answer, people to remind.
Item {
    id: view

    required property PhonePage phone
    // How many lines wait elsewhere, to be replaced or confirmed.
    required property int todoCount
    signal todoAsked

    RequestForm {
        anchors.fill: parent
        visible: view.phone.isWriting
        phone: view.phone
    }

    ScrollPage {
        anchors.fill: parent
        visible: !view.phone.isWriting
        maximumWidth: 1.2 * Theme.lineWidth
        spacing: Theme.gap3

        SegmentedChoice {
            objectName: "sections"
            Layout.fillWidth: true
            label: qsTr("Téléphone")
            options: view.phone.sections
            value: view.phone.section
            minimumTarget: Theme.crewTarget
            onChosen: value => view.phone.section = value
        }
        Notice {
            Layout.fillWidth: true
            visible: title !== ""
            tone: "act"
            title: view.phone.problem
        }
        PhonePlaces {
            Layout.fillWidth: true
            visible: view.phone.section === "places"
            phone: view.phone
        }
        PhoneRequests {
            Layout.fillWidth: true
            visible: view.phone.section === "requests"
            phone: view.phone
            todoCount: view.todoCount
            onTodoAsked: view.todoAsked()
            onMoreAsked: (request, who) => {
                view.closing = request;
                sheet.open(who, [{ value: "received_elsewhere", label: qsTr("A été reçu ailleurs"), icon: "check" },
                                 { value: "patient_asked", label: qsTr("Ne souhaite plus de rendez-vous"), icon: "close" },
                                 { value: "unreachable", label: qsTr("Injoignable"), icon: "absent" },
                                 { value: "mistake", label: qsTr("Notée par erreur"), icon: "erase" }]);
            }
        }
        PhoneReminders {
            Layout.fillWidth: true
            visible: view.phone.section === "reminders"
            phone: view.phone
        }
    }

    property string closing: ""

    ActionSheet {
        id: sheet
        anchors.fill: parent
        onChosen: value => view.phone.close(view.closing, value)
    }
}
