// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Lock

// Makes this device one of a hub's: code, confirmation, six digits to compare, and the end.
ColumnLayout {
    id: form

    required property EnrolmentPage enrolment
    required property LockPage lock
    readonly property string stage: enrolment.stage

    spacing: Theme.gap4

    BodyText {
        Layout.fillWidth: true
        visible: form.stage === "locked"
        text: qsTr("L’inscription a besoin des clés de cet appareil\u00A0: ouvrez-le d’abord.")
    }
    LockSteps {
        Layout.fillWidth: true
        visible: form.stage === "locked"
        lock: form.lock
    }
    BodyText {
        Layout.fillWidth: true
        visible: form.stage === "demo"
        text: qsTr("Cet appareil montre la démonstration. Un appareil inscrit commence vide\u00A0: la démonstration est mise de côté, dans un fichier à part.")
    }
    PrimaryButton {
        objectName: "leaveDemonstration"
        Layout.fillWidth: true
        visible: form.stage === "demo"
        minimumTarget: Theme.crewTarget
        text: qsTr("Commencer sur un appareil vide")
        onClicked: form.enrolment.leaveDemonstration()
    }

    CodeEntry {
        Layout.fillWidth: true
        visible: form.stage === "code" || form.stage === "ask"
        enrolment: form.enrolment
    }
    Card {
        Layout.fillWidth: true
        visible: form.stage === "ask"

        FactLine {
            Layout.fillWidth: true
            text: form.enrolment.hubText
            note: qsTr("Le serveur que cet appareil rejoindra")
            iconName: "place"
        }
        FactLine {
            Layout.fillWidth: true
            text: form.enrolment.roleText
            note: qsTr("Ce qu’il y sera")
            iconName: "people"
        }
    }
    InputField {
        objectName: "deviceName"
        Layout.fillWidth: true
        visible: form.stage === "ask"
        label: qsTr("Nom de cet appareil")
        hint: qsTr("Jamais celui d’une personne.")
        maximumLength: 40
        text: form.enrolment.deviceName
        onEdited: text => form.enrolment.deviceName = text
    }

    HeadingText {
        Layout.fillWidth: true
        visible: form.stage === "compare"
        text: qsTr("Comparez ces six chiffres avec l’autre écran")
    }
    SixDigits {
        Layout.fillWidth: true
        visible: form.stage === "compare"
        digits: form.enrolment.digits
    }
    BodyText {
        Layout.fillWidth: true
        visible: form.stage === "compare"
        text: qsTr("Appelez la personne qui a donné le code. Si elle voit les mêmes chiffres, elle approuve\u00A0; cet écran avance de lui-même. S’ils diffèrent, qu’elle refuse\u00A0: quelqu’un s’est glissé entre les deux.")
    }

    Notice {
        Layout.fillWidth: true
        visible: form.stage === "refused"
        tone: "act"
        title: qsTr("L’inscription a été refusée.")
        text: qsTr("Rien n’a été échangé. Demandez pourquoi à la coordination, puis recommencez avec un nouveau code.")
    }
    Notice {
        Layout.fillWidth: true
        visible: form.stage === "member"
        tone: "good"
        title: qsTr("Cet appareil est inscrit.")
        text: form.enrolment.roleText + ". " + form.enrolment.hubText
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: form.enrolment.problem
        text: form.enrolment.remedy
    }

    PrimaryButton {
        objectName: "ask"
        Layout.fillWidth: true
        visible: form.stage === "ask"
        enabled: form.enrolment.canAsk
        minimumTarget: Theme.crewTarget
        text: form.enrolment.isBusy ? qsTr("Demande en cours…") : qsTr("Demander l’inscription")
        onClicked: form.enrolment.ask()
    }
    PlainButton {
        objectName: "again"
        Layout.fillWidth: true
        visible: form.stage === "refused" || form.stage === "compare"
        minimumTarget: Theme.crewTarget
        text: form.stage === "refused" ? qsTr("Recommencer") : qsTr("Renoncer")
        onClicked: form.enrolment.startAgain()
    }
}
