// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The PIN of one person: what is asked, how many digits are there, what is wrong, and the pad.
ColumnLayout {
    id: page

    required property LockPage lock
    readonly property bool isNew: lock.stage !== "pin"

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: page.lock.stage === "again" ? qsTr("Encore une fois") : page.lock.stage === "choose" ? qsTr("Choisissez un code")
            : qsTr("Code de %1").arg(page.lock.userLabel)
    }
    BodyText {
        Layout.fillWidth: true
        visible: page.isNew
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: page.lock.stage === "again" ? qsTr("Le même code, pour être sûr de le connaître.")
            : qsTr("Au moins %1 chiffres, sans suite, sans répétition, sans année.").arg(page.lock.leastDigits)
    }
    PinDots {
        Layout.fillWidth: true
        count: page.lock.digits
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: page.lock.problem
        text: page.lock.remedy
    }
    Notice {
        objectName: "wait"
        Layout.fillWidth: true
        visible: page.lock.hasToWait
        tone: "look"
        iconName: "clock"
        title: page.lock.waitText
        text: qsTr("Trop de codes faux. Redémarrer l’appareil ferait recommencer l’attente.")
        Accessible.name: page.lock.spokenWait
    }
    SmallText {
        Layout.fillWidth: true
        visible: page.lock.isChecking
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Vérification…")
    }
    PinPad {
        Layout.alignment: Qt.AlignHCenter
        lock: page.lock
    }
    QuietButton {
        objectName: "otherPerson"
        Layout.alignment: Qt.AlignHCenter
        visible: page.isNew || page.lock.userCount > 1
        minimumTarget: Theme.crewTarget
        text: page.isNew ? qsTr("Revenir") : qsTr("Quelqu’un d’autre")
        iconName: page.isNew ? "back" : "people"
        onClicked: page.lock.goBack()
    }
    SmallText {
        Layout.fillWidth: true
        visible: !page.isNew
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Code oublié\u00A0? Une personne de l’équipe qui ouvre l’appareil peut vous en donner un nouveau.")
    }
}
