// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// One device of the hub; shutting it out is asked for, and taken back, in place.
Card {
    id: card

    required property string deviceKey
    required property string name
    required property string roleText
    required property string stateText
    required property string tone
    required property string contact
    required property string warning
    required property bool canRevoke
    required property DeviceRevocation revocation
    readonly property bool isAsked: revocation.device === deviceKey

    border.color: isAsked ? Theme.act : Theme.line

    BodyText {
        Layout.fillWidth: true
        text: card.name
        strong: true
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap2

        Flag {
            text: card.stateText
            tone: card.tone
        }
        Flag { text: card.roleText }
        Flag {
            visible: card.warning !== ""
            text: card.warning
            tone: "look"
        }
    }
    SmallText {
        Layout.fillWidth: true
        text: card.contact
    }
    PlainButton {
        objectName: "revoke"
        visible: card.canRevoke && !card.isAsked
        Layout.maximumWidth: card.width - 2 * card.padding
        text: qsTr("Révoquer…")
        iconName: "close"
        onClicked: card.revocation.ask(card.deviceKey)
    }
    RevokePanel {
        Layout.fillWidth: true
        visible: card.isAsked
        revocation: card.revocation
    }
}
