// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Who may open this device: the list, one more person, a new PIN, and the recovery key.
ColumnLayout {
    id: steps

    required property TeamPage team

    spacing: Theme.gap3

    BodyText {
        Layout.fillWidth: true
        visible: steps.team.stage === "none"
        text: qsTr("Ouvrez d’abord l’appareil avec votre code.")
    }
    Notice {
        objectName: "done"
        Layout.fillWidth: true
        visible: title !== "" && steps.team.stage === "list"
        tone: "good"
        title: steps.team.done
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== "" && steps.team.stage === "list"
        tone: "act"
        title: steps.team.problem
        text: steps.team.remedy
    }
    Repeater {
        model: steps.team.stage === "list" ? steps.team.users : null

        PersonCard {
            Layout.fillWidth: true
            isSelf: userId === steps.team.self
            isAsked: userId === steps.team.removing
            onPinAsked: steps.team.changePin(userId)
            onRemovalAsked: steps.team.askToRemove(userId)
            onRemoved: steps.team.remove()
            onKept: steps.team.keep()
        }
    }
    PrimaryButton {
        objectName: "addPerson"
        Layout.fillWidth: true
        visible: steps.team.stage === "list"
        minimumTarget: Theme.crewTarget
        text: qsTr("Ajouter une personne")
        iconName: "person-plus"
        onClicked: steps.team.addPerson()
    }
    RecoveryCard {
        Layout.fillWidth: true
        visible: steps.team.stage === "list"
        team: steps.team
    }

    FirstPerson {
        Layout.fillWidth: true
        visible: steps.team.stage === "name"
        form: steps.team
        heading: qsTr("Ajouter une personne")
        explanation: qsTr("Passez-lui l’appareil\u00A0: elle choisit seule son code, que personne d’autre n’a à connaître.")
    }
    PinPage {
        Layout.fillWidth: true
        visible: steps.team.takesDigits
        form: steps.team
        onBack: steps.team.goBack()
    }
    RecoverySheet {
        Layout.fillWidth: true
        visible: steps.team.stage === "code"
        team: steps.team
    }
    RecoveryEntry {
        Layout.fillWidth: true
        visible: steps.team.stage === "known"
        form: steps.team.recovery
        problem: steps.team.problem
        remedy: steps.team.remedy
        explanation: qsTr("Celle qui est déjà dans le coffre pour une autre tablette de l’équipe.")
        onTaken: steps.team.takeRecovery()
        onBack: steps.team.goBack()
    }
    QuietButton {
        objectName: "backToList"
        Layout.alignment: Qt.AlignHCenter
        visible: steps.team.stage === "name"
        minimumTarget: Theme.crewTarget
        text: qsTr("Revenir")
        iconName: "back"
        onClicked: steps.team.goBack()
    }
}
