// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The form of one consultation: one page of big choices, each kept as it is touched.
ColumnLayout {
    id: view

    required property VisitPage visit

    spacing: 0

    ScrollPage {
        objectName: "form"
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: 1.2 * Theme.lineWidth
        spacing: Theme.gap3

        SmallText {
            Layout.fillWidth: true
            text: view.visit.savedText
        }

        HeadingText {
            Layout.fillWidth: true
            text: qsTr("Motif")
        }
        SegmentedChoice {
            objectName: "reasons"
            Layout.fillWidth: true
            label: qsTr("Motif")
            options: view.visit.reasons
            value: view.visit.reason
            minimumTarget: Theme.crewTarget
            onChosen: value => view.visit.reason = value
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            text: qsTr("Issue")
        }
        SegmentedChoice {
            objectName: "outcomes"
            Layout.fillWidth: true
            label: qsTr("Issue")
            options: view.visit.outcomes
            value: view.visit.outcome
            minimumTarget: Theme.crewTarget
            onChosen: value => view.visit.outcome = value
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            text: qsTr("Situation")
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap3

            ToggleButton {
                objectName: "noDeclaredGp"
                text: qsTr("Sans médecin traitant")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.visit.noDeclaredGp
                onClicked: view.visit.noDeclaredGp = !view.visit.noDeclaredGp
            }
            ToggleButton {
                text: qsTr("Affection longue durée")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.visit.longTermIllness
                onClicked: view.visit.longTermIllness = !view.visit.longTermIllness
            }
            ToggleButton {
                objectName: "foundGp"
                text: qsTr("A trouvé un médecin depuis")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.visit.foundGp
                onClicked: view.visit.foundGp = !view.visit.foundGp
            }
            ToggleButton {
                objectName: "renewed"
                text: qsTr("Ordonnance renouvelée")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.visit.prescriptionRenewed
                onClicked: view.visit.prescriptionRenewed = !view.visit.prescriptionRenewed
            }
            ToggleButton {
                text: qsTr("En vidéo")
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                on: view.visit.videoUsed
                onClicked: view.visit.videoUsed = !view.visit.videoUsed
            }
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            text: qsTr("Adressé à")
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap3

            Repeater {
                model: view.visit.orientations

                ToggleButton {
                    required property var modelData

                    text: modelData.label
                    width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                    minimumTarget: Theme.crewTarget
                    on: view.visit.chosenOrientations.indexOf(modelData.value) >= 0
                    onClicked: view.visit.toggleOrientation(modelData.value)
                }
            }
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            text: qsTr("Prochain rendez-vous")
        }
        FactLine {
            Layout.fillWidth: true
            visible: view.visit.followUpText !== ""
            iconName: "calendar"
            text: view.visit.followUpText
        }
        SegmentedChoice {
            objectName: "followUps"
            Layout.fillWidth: true
            visible: view.visit.followUpText === "" && view.visit.followUps.length > 0
            label: qsTr("Prochain rendez-vous ici")
            options: view.visit.followUps
            value: ""
            minimumTarget: Theme.crewTarget
            onChosen: value => view.visit.bookFollowUp(value)
        }
        BodyText {
            Layout.fillWidth: true
            visible: view.visit.followUpText === "" && view.visit.followUps.length === 0
            text: qsTr("Aucune place aux prochains passages.")
        }
        BodyText {
            Layout.fillWidth: true
            visible: view.visit.followUpText === "" && view.visit.nearby.length > 0
            text: qsTr("Ou dans un lieu proche")
            strong: true
        }
        SegmentedChoice {
            objectName: "nearby"
            Layout.fillWidth: true
            visible: view.visit.followUpText === "" && view.visit.nearby.length > 0
            label: qsTr("Ou dans un lieu proche")
            options: view.visit.nearby
            value: ""
            minimumTarget: Theme.crewTarget
            onChosen: value => view.visit.bookFollowUp(value)
        }

        NoteField {
            objectName: "note"
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            label: qsTr("Note courte")
            text: view.visit.text
            limit: view.visit.textLimit
            onEdited: text => view.visit.text = text
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            visible: view.visit.earlier.length > 0
            text: qsTr("Noté avant correction")
        }
        Repeater {
            model: view.visit.earlier

            Card {
                id: version
                required property var modelData

                objectName: "earlier"
                Layout.fillWidth: true

                SmallText {
                    Layout.fillWidth: true
                    text: version.modelData.when
                }
                BodyText {
                    Layout.fillWidth: true
                    text: version.modelData.lines
                }
            }
        }
    }

    ActionBar {
        Layout.fillWidth: true
        text: view.visit.finishText
        iconName: "check"
        onActed: view.visit.finish()
    }
}
