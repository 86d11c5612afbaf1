// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Those who asked to be called back, the oldest first.
ColumnLayout {
    id: part

    required property PhonePage phone
    required property int todoCount
    signal todoAsked
    signal moreAsked(string request, string who)

    spacing: Theme.gap3

    PrimaryButton {
        objectName: "newRequest"
        Layout.fillWidth: true
        minimumTarget: Theme.crewTarget
        text: qsTr("Noter une demande")
        iconName: "plus"
        onClicked: part.phone.startRequest()
    }
    PlainButton {
        objectName: "openTodo"
        Layout.fillWidth: true
        visible: part.todoCount > 0
        minimumTarget: Theme.crewTarget
        text: qsTr("À replacer, à confirmer (%1)").arg(part.todoCount)
        iconName: "list"
        onClicked: part.todoAsked()
    }
    Repeater {
        model: part.phone.requests

        CallCard {
            id: request

            required property string callId

            Layout.fillWidth: true

            PlainButton {
                objectName: "answer"
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Chercher une place")
                iconName: "calendar"
                onClicked: part.phone.answer(request.callId)
            }
            PlainButton {
                objectName: "noAnswer"
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Pas de réponse")
                iconName: "absent"
                onClicked: part.phone.noAnswer(request.callId)
            }
            PlainButton {
                objectName: "close"
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Classer…")
                iconName: "more"
                onClicked: part.moreAsked(request.callId, request.title)
            }
        }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap6
        visible: part.phone.requestCount === 0
        iconName: "check"
        title: qsTr("Personne n’attend de rappel")
        text: qsTr("Qui n’a pas eu de place tout de suite se note ici, et se rappelle sous 48 heures.")
    }
}
