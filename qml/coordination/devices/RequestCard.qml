// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A device that asks to come: the six digits to compare with its own screen, and the word of a person.
Card {
    id: card

    required property string deviceKey
    required property string name
    required property string roleText
    required property string digits
    required property string warning
    signal approved
    signal refused

    border.color: Theme.look
    border.width: Math.max(1, Theme.stroke)
    spacing: Theme.gap3

    BodyText {
        Layout.fillWidth: true
        text: card.name
        strong: true
    }
    BodyText {
        Layout.fillWidth: true
        text: card.roleText
    }
    SmallText {
        Layout.fillWidth: true
        text: qsTr("Les six chiffres de son écran sont-ils ceux-ci\u00A0?")
    }
    TimeText {
        objectName: "digits"
        text: card.digits
        strong: true
        pixelSize: Theme.titleSize
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "look"
        title: card.warning
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap3

        PrimaryButton {
            objectName: "approve"
            enabled: card.warning === ""
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Les mêmes\u00A0: approuver")
            iconName: "check"
            onClicked: card.approved()
        }
        PlainButton {
            objectName: "refuse"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("Refuser")
            iconName: "close"
            onClicked: card.refused()
        }
    }
}
