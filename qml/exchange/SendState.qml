// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// What waits to be sent, why it waits, and what can be done about it.
ColumnLayout {
    id: view

    required property SendPage send
    signal enrolAsked
    signal unlockAsked

    spacing: Theme.gap4

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap3

        Icon {
            icon: view.send.icon
            color: Theme.ink
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.iconSize
            Layout.preferredHeight: Theme.iconSize
        }
        HeadingText {
            objectName: "state"
            Layout.fillWidth: true
            text: view.send.text
        }
    }
    BodyText {
        Layout.fillWidth: true
        text: view.send.whatWaits
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: view.send.tone
        title: view.send.why
        text: view.send.remedy
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "look"
        iconName: "clock"
        title: view.send.clockText
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: view.send.lastContact
        soft: true
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: view.send.nextTry
        soft: true
    }
    PrimaryButton {
        objectName: "unlock"
        Layout.fillWidth: true
        visible: view.send.isLocked
        minimumTarget: Theme.crewTarget
        text: qsTr("Déverrouiller")
        iconName: "lock"
        onClicked: view.unlockAsked()
    }
    PrimaryButton {
        objectName: "sendNow"
        Layout.fillWidth: true
        visible: view.send.canSend || view.send.isRunning
        enabled: view.send.canSend
        minimumTarget: Theme.crewTarget
        text: view.send.isRunning ? qsTr("Envoi en cours…") : qsTr("Envoyer maintenant")
        iconName: "cloud-up"
        onClicked: view.send.sendNow()
    }
    PrimaryButton {
        objectName: "enrol"
        Layout.fillWidth: true
        visible: view.send.canEnrol || view.send.isAsking
        minimumTarget: Theme.crewTarget
        text: view.send.isAsking ? qsTr("Voir les six chiffres") : qsTr("Inscrire cet appareil")
        iconName: "plus"
        onClicked: view.enrolAsked()
    }
    SmallText {
        Layout.fillWidth: true
        visible: text !== ""
        text: view.send.hubText
    }
}
