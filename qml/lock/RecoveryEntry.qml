// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The letters of the recovery key, typed from its sheet of paper.
ColumnLayout {
    id: entry

    required property RecoveryCodeForm form
    required property string explanation
    property string problem: ""
    property string remedy: ""
    signal taken
    signal back

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Clé de secours")
    }
    BodyText {
        Layout.fillWidth: true
        text: entry.explanation
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: entry.problem
        text: entry.remedy
    }
    CodeField {
        objectName: "recoveryCode"
        Layout.fillWidth: true
        label: qsTr("Les lettres de la clé")
        hint: entry.form.hint !== "" ? entry.form.hint : qsTr("Espaces, tirets et minuscules ne comptent pas.")
        error: entry.form.error
        text: entry.form.code
        onEdited: text => entry.form.code = text
    }
    PrimaryButton {
        objectName: "takeRecovery"
        Layout.fillWidth: true
        minimumTarget: 72
        enabled: entry.form.isWhole
        text: qsTr("Continuer")
        onClicked: entry.taken()
    }
    QuietButton {
        objectName: "leaveRecovery"
        Layout.alignment: Qt.AlignHCenter
        minimumTarget: Theme.crewTarget
        text: qsTr("Revenir")
        iconName: "back"
        onClicked: entry.back()
    }
}
