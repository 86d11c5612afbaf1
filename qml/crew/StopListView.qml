// SPDX-License-Identifier: EUPL-1.2
// qmllint disable unqualified
// Qt 6.4 cannot make bound components from a Loader or a list's heading, so ids of the page are found by name.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The list of a half-day, and below it the way to add someone who came without appointment.
Item {
    id: view

    required property CrewSpace space
    // Beside the timeline the list says itself which half-day it is.
    required property bool showsTitle
    // How much of its end lies under what was just said; it can be scrolled clear of that.
    required property real covered
    readonly property StopPage stop: space.stop

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ListView {
            id: list
            objectName: "people"
            // Until a finger moves it, the list shows its beginning, however its heading grows.
            property bool isMoved: false
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.gap4
            Layout.rightMargin: Theme.gap1
            visible: view.stop.hasStop
            clip: true
            spacing: Theme.gap3
            boundsBehavior: Flickable.StopAtBounds
            bottomMargin: Theme.gap4 + view.covered
            model: view.stop.people
            reuseItems: true
            // A screen ahead on either side, so that a flick finds its rows made.
            cacheBuffer: 800
            onMovementStarted: isMoved = true
            T.ScrollBar.vertical: ThinScrollBar {}

            header: ColumnLayout {
                width: ListView.view.width - Theme.gap3
                onHeightChanged: settle.restart()
                spacing: Theme.gap2

                HeadingText {
                    Layout.fillWidth: true
                    visible: view.showsTitle
                    text: view.stop.title
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: view.showsTitle
                    text: view.stop.note
                    soft: true
                }
                BodyText {
                    Layout.fillWidth: true
                    text: view.stop.countsText
                    strong: true
                }
                Flag {
                    visible: text !== ""
                    Layout.maximumWidth: parent.width
                    tone: "look"
                    text: view.stop.lateText
                }
                Notice {
                    Layout.fillWidth: true
                    visible: title !== ""
                    tone: view.stop.isCancelled ? "act" : "look"
                    title: view.stop.warning
                }
                Notice {
                    Layout.fillWidth: true
                    visible: title !== ""
                    tone: "good"
                    title: view.stop.closedText
                }
                Item { implicitHeight: Theme.gap1 }
            }

            // What is wanted less often than a person: at the end, beside the thumb.
            footer: Flow {
                width: ListView.view.width - Theme.gap3
                topPadding: Theme.gap4
                spacing: Theme.gap3

                QuietButton {
                    objectName: "openCard"
                    width: Math.min(implicitWidth, parent.width)
                    minimumTarget: Theme.crewTarget
                    text: qsTr("Fiche du lieu")
                    iconName: "place"
                    onClicked: view.space.openCard()
                }
                QuietButton {
                    objectName: "openWaiting"
                    width: Math.min(implicitWidth, parent.width)
                    minimumTarget: Theme.crewTarget
                    text: view.space.waiting.summary !== "" ? view.space.waiting.summary : qsTr("Liste d’attente")
                    iconName: "people"
                    onClicked: view.space.openWaiting()
                }
                QuietButton {
                    objectName: "openClosing"
                    width: Math.min(implicitWidth, parent.width)
                    visible: view.stop.isClosable
                    minimumTarget: Theme.crewTarget
                    text: qsTr("Clore la demi-journée")
                    iconName: "check"
                    onClicked: view.space.openClosing()
                }
            }

            delegate: PersonRow {
                width: ListView.view.width - Theme.gap3
                onAdvanced: view.stop.advance(appointment)
                onBooked: view.space.bookSlot(slot)
                onMenuAsked: sheet.show(appointment, time + "  " + name)
                onFillAsked: offers.show(slot, time)
            }
        }

        EmptyState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.gap4
            visible: !view.stop.hasStop
            iconName: "list"
            title: qsTr("Pas de liste pour ce jour")
            text: qsTr("La liste d’une demi-journée s’ouvre depuis la tournée.")
        }

        ActionBar {
            Layout.fillWidth: true
            visible: view.stop.hasStop && !view.stop.isCancelled
            text: qsTr("Ajouter sans rendez-vous")
            iconName: "person-plus"
            onActed: view.space.addWalkIn()
        }
    }

    // Once the heading has its height, and not while it is being made.
    Timer {
        id: settle
        interval: 0
        onTriggered: if (!list.isMoved) list.positionViewAtBeginning()
    }

    ActionSheet {
        id: sheet
        objectName: "sheet"
        anchors.fill: parent
        property string appointment: ""
        function show(who: string, heading: string) {
            appointment = who;
            notes = view.stop.acts(who);
            open(heading, view.stop.choices(who));
        }
        onChosen: value => view.stop.choose(appointment, value)
    }

    // Whom a free place can be given to.
    ActionSheet {
        id: offers
        objectName: "offers"
        anchors.fill: parent
        property int slot: -1
        function show(which: int, time: string) {
            slot = which;
            open(qsTr("Donner la place de %1").arg(time), view.space.waiting.people);
        }
        onChosen: value => view.space.waiting.give(value, slot)
    }
}
