// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// One device of the hub.
Card {
    id: card

    required property string deviceKey
    required property string name
    required property string roleText
    required property string stateText
    required property string tone
    required property string contact
    required property bool canRevoke
    signal revokeAsked

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
    }
    SmallText {
        Layout.fillWidth: true
        text: card.contact
    }
    PlainButton {
        objectName: "revoke"
        visible: card.canRevoke
        Layout.maximumWidth: card.width - 2 * card.padding
        text: qsTr("Révoquer")
        iconName: "close"
        onClicked: card.revokeAsked()
    }
}
