// SPDX-License-Identifier: EUPL-1.2
// qmllint disable unqualified
// Qt 6.4 cannot make bound components from a Loader or a list's heading, so ids of the page are found by name.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The day of one bus on a line of time, and below it the one thing to do next.
ColumnLayout {
    id: view

    required property DayPage day
    // With the list beside it, opening the list is no longer the next thing to do.
    required property bool besideList
    readonly property bool opens: !besideList && day.openText !== ""

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap2
        Layout.rightMargin: Theme.gap2
        spacing: Theme.gap3

        IconButton {
            label: qsTr("Jour précédent")
            iconName: "back"
            minimumTarget: Theme.crewTarget
            onClicked: view.day.previousDay()
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: Math.max(back.visible ? back.implicitHeight : 0, late.visible ? late.implicitHeight : 0)

            QuietButton {
                id: back
                anchors.centerIn: parent
                width: Math.min(parent.width, implicitWidth)
                visible: !view.day.isToday
                minimumTarget: Theme.crewTarget
                text: qsTr("Revenir à aujourd’hui")
                onClicked: view.day.backToToday()
            }
            Flag {
                id: late
                anchors.centerIn: parent
                width: Math.min(parent.width, implicitWidth)
                visible: view.day.isToday && view.day.lateText !== ""
                tone: "look"
                text: view.day.lateText
            }
        }
        IconButton {
            label: qsTr("Jour suivant")
            iconName: "forward"
            minimumTarget: Theme.crewTarget
            onClicked: view.day.nextDay()
        }
    }

    PositionSwitch {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap4
        Layout.rightMargin: Theme.gap4
        visible: view.day.isToday && view.day.position.isOffered
        position: view.day.position
    }

    SegmentedChoice {
        Layout.fillWidth: true
        Layout.margins: Theme.gap4
        visible: view.day.buses.length > 0
        label: qsTr("Bus")
        options: view.day.buses
        value: view.day.bus
        minimumTarget: Theme.crewTarget
        onChosen: value => view.day.bus = value
    }

    ListView {
        id: lines
        objectName: "timeline"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.gap2
        Layout.rightMargin: Theme.gap2
        visible: view.day.hasTour
        clip: true
        spacing: Theme.gap1
        boundsBehavior: Flickable.StopAtBounds
        model: view.day.timeline
        T.ScrollBar.vertical: ThinScrollBar {}

        // Scrolls with the day, so that large text leaves room for the next action.
        header: Item {
            width: ListView.view.width
            height: asked.visible ? asked.implicitHeight + Theme.gap3 : 0
            onHeightChanged: Qt.callLater(lines.positionViewAtBeginning)

            PositionQuestion {
                id: asked
                x: Theme.gap2
                width: parent.width - 2 * Theme.gap2
                visible: view.day.isToday && view.day.position.question !== ""
                position: view.day.position
            }
        }
        delegate: TimelineRow {
            width: ListView.view.width
            onOpened: view.day.open(stop)
            onCardOpened: view.day.openCard(card)
        }
    }

    ScrollPage {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !view.day.hasTour

        EmptyState {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap8
            iconName: view.day.hasProgramme ? "bus" : "calendar"
            title: view.day.hasProgramme ? qsTr("Le bus reste au dépôt.") : qsTr("Rien n’est encore publié")
            text: view.day.hasProgramme ? view.day.nextTourText
                : qsTr("La coordination doit proposer puis publier un plan. La tournée du jour apparaîtra ici.")
        }
    }

    BodyText {
        Layout.fillWidth: true
        Layout.margins: Theme.gap4
        visible: text !== "" && !action.visible
        text: view.day.doneText
        strong: true
        horizontalAlignment: Text.AlignHCenter
    }

    PlainButton {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap4
        Layout.rightMargin: Theme.gap4
        Layout.topMargin: Theme.gap3
        // On a phone on its side with large letters the line of time needs the room.
        visible: text !== "" && view.height >= 220 * Theme.textScale
        objectName: "secondAction"
        text: view.opens ? view.day.confirmText : view.day.goText !== "" ? view.day.goText : view.day.closeText
        iconName: view.opens ? "bus" : view.day.goText !== "" ? "map" : "check"
        minimumTarget: Theme.crewTarget
        onClicked: {
            if (view.opens)
                view.day.confirm();
            else if (view.day.goText !== "")
                view.day.go();
            else
                view.day.close();
        }
    }

    ActionBar {
        id: action
        Layout.fillWidth: true
        readonly property bool goesOn: !view.day.hasTour && view.day.nextTourText !== ""
        visible: text !== ""
        text: goesOn ? qsTr("Voir la prochaine tournée") : view.opens ? view.day.openText : view.day.confirmText
        iconName: goesOn ? "calendar" : view.opens ? "list" : "bus"
        onActed: goesOn ? view.day.goToNextTour() : view.opens ? view.day.open() : view.day.confirm()
    }
}
