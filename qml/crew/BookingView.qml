// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// A place for a person: who, why, and when.
ColumnLayout {
    id: view

    required property BookingPage booking
    // Nobody chooses an hour for who came without one, nor for who waits.
    readonly property bool isWalkIn: booking.mode === "walkin" || booking.mode === "wait"
    readonly property bool isMove: booking.mode === "move"

    spacing: 0

    ScrollPage {
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: 1.2 * Theme.lineWidth
        spacing: Theme.gap4

        BodyText {
            Layout.fillWidth: true
            visible: view.booking.alternatives.length > 0
            text: qsTr("Les places libres les plus proches")
            strong: true
        }
        SegmentedChoice {
            objectName: "alternatives"
            Layout.fillWidth: true
            visible: view.booking.alternatives.length > 0
            label: qsTr("Les places libres les plus proches")
            options: view.booking.alternatives
            value: ""
            minimumTarget: Theme.crewTarget
            onChosen: value => view.booking.takeAlternative(value)
        }

        PersonPicker {
            Layout.fillWidth: true
            visible: !view.isMove
            person: view.booking.person
        }
        BodyText {
            Layout.fillWidth: true
            visible: view.isMove
            text: view.booking.person.name
            strong: true
        }

        Flow {
            Layout.fillWidth: true
            visible: !view.isMove
            spacing: Theme.gap3

            ToggleButton {
                text: qsTr("Sans médecin traitant")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.booking.noDeclaredGp
                onClicked: view.booking.noDeclaredGp = !view.booking.noDeclaredGp
            }
            ToggleButton {
                text: qsTr("Affection longue durée")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.booking.longTermIllness
                onClicked: view.booking.longTermIllness = !view.booking.longTermIllness
            }
            ToggleButton {
                text: qsTr("Vidéo à prévoir")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.booking.needsVideo
                onClicked: view.booking.needsVideo = !view.booking.needsVideo
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: !view.isMove
            spacing: Theme.gap2

            HeadingText {
                Layout.fillWidth: true
                text: qsTr("Motif")
            }
            SmallText {
                Layout.fillWidth: true
                visible: view.isWalkIn
                text: qsTr("Le motif choisi ajoute la personne à la liste.")
            }
            SegmentedChoice {
                objectName: "reasons"
                Layout.fillWidth: true
                label: qsTr("Motif")
                options: view.booking.reasons
                value: view.booking.reason
                minimumTarget: Theme.crewTarget
                onChosen: value => view.booking.chooseReason(value)
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: !view.isWalkIn
            spacing: Theme.gap3

            HeadingText {
                Layout.fillWidth: true
                text: qsTr("Quand")
            }
            SegmentedChoice {
                Layout.fillWidth: true
                label: qsTr("Jour")
                options: view.booking.passages
                value: view.booking.passage
                minimumTarget: Theme.crewTarget
                onChosen: value => view.booking.passage = value
            }
            SegmentedChoice {
                objectName: "places"
                Layout.fillWidth: true
                label: qsTr("Heure")
                options: view.booking.places
                value: view.booking.place
                minimumTarget: Theme.crewTarget
                onChosen: value => view.booking.place = value
            }
            BodyText {
                Layout.fillWidth: true
                visible: view.booking.places.length === 0
                text: qsTr("Complet. Choisissez un autre jour.")
            }
        }
    }

    ActionBar {
        Layout.fillWidth: true
        text: view.booking.confirmText
        iconName: "check"
        actionEnabled: view.booking.canConfirm
        onActed: view.booking.confirm()
    }
}
