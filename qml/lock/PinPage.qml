// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The PIN of one person: what is asked, how many digits are there, what is wrong, and the pad.
ColumnLayout {
    id: page

    required property PinForm form
    // How long no PIN is looked at, to be read and to be heard; empty when one may be tried.
    property string waitText: ""
    property string spokenWait: ""
    property bool hasOthers: false
    readonly property bool isNew: form.stage !== "pin"
    signal back
    signal forgotten

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: page.form.stage === "again" ? qsTr("Encore une fois")
            : page.form.stage === "choose" ? qsTr("Nouveau code de %1").arg(page.form.userLabel)
            : qsTr("Code de %1").arg(page.form.userLabel)
    }
    BodyText {
        Layout.fillWidth: true
        visible: page.isNew
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: page.form.stage === "again" ? qsTr("Le même code, pour être sûr de le connaître.")
            : qsTr("Au moins %1 chiffres, sans suite, sans répétition, sans année.").arg(page.form.leastDigits)
    }
    PinDots {
        Layout.fillWidth: true
        count: page.form.digits
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: page.form.problem
        text: page.form.remedy
    }
    Notice {
        objectName: "wait"
        Layout.fillWidth: true
        visible: page.waitText !== ""
        tone: "look"
        iconName: "clock"
        title: page.waitText
        text: qsTr("Trop de codes faux. Redémarrer l’appareil ferait recommencer l’attente.")
        Accessible.name: page.spokenWait
    }
    SmallText {
        Layout.fillWidth: true
        visible: page.form.isChecking
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Vérification…")
    }
    PinPad {
        Layout.alignment: Qt.AlignHCenter
        form: page.form
    }
    QuietButton {
        objectName: "otherPerson"
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.gap1
        visible: page.isNew || page.hasOthers
        minimumTarget: Theme.crewTarget
        text: page.isNew ? qsTr("Revenir") : qsTr("Quelqu’un d’autre")
        iconName: page.isNew ? "back" : "people"
        onClicked: page.back()
    }
    QuietButton {
        objectName: "forgotten"
        Layout.alignment: Qt.AlignHCenter
        visible: !page.isNew
        minimumTarget: Theme.crewTarget
        text: qsTr("Code oublié")
        iconName: "info"
        onClicked: page.forgotten()
    }
}
