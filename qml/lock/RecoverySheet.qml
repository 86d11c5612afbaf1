// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// A new recovery key, shown once to be written down.
ColumnLayout {
    id: sheet

    required property TeamPage team

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Écrivez ces 60 lettres sur une feuille")
    }
    Card {
        Layout.fillWidth: true

        BodyText {
            objectName: "recoveryText"
            Layout.fillWidth: true
            text: sheet.team.recoveryCode.replace("\n", " ")
            strong: true
            font.pixelSize: Theme.largeSize
            wrapMode: Text.WordWrap
        }
    }
    BodyText {
        Layout.fillWidth: true
        text: qsTr("Elles ne seront plus jamais montrées. La feuille va dans le coffre de la coordination, pas dans le bus\u00A0: qui l’a peut lire tout ce que contient cet appareil.")
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: sheet.team.problem
        text: sheet.team.remedy
    }
    PrimaryButton {
        objectName: "takeRecovery"
        Layout.fillWidth: true
        minimumTarget: 72
        text: qsTr("C’est écrit")
        iconName: "check"
        onClicked: sheet.team.takeRecovery()
    }
    QuietButton {
        objectName: "leaveRecovery"
        Layout.alignment: Qt.AlignHCenter
        minimumTarget: Theme.crewTarget
        text: qsTr("Renoncer")
        iconName: "back"
        onClicked: sheet.team.goBack()
    }
}
