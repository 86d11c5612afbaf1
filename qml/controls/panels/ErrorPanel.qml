// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// Something failed: what happened, what is safe, what to do.
Card {
    id: panel

    required property string title
    property string text: ""
    property string safe: ""
    property string action: ""
    signal acted

    border.color: Theme.act
    border.width: Math.max(1, Theme.stroke)
    spacing: Theme.gap3

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap3

        Icon {
            icon: "act"
            color: Theme.act
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.iconSize
            Layout.preferredHeight: Theme.iconSize
        }
        HeadingText {
            Layout.fillWidth: true
            text: panel.title
        }
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.text
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.safe
        soft: true
    }
    PrimaryButton {
        visible: text !== ""
        text: panel.action
        Layout.maximumWidth: panel.width - 2 * panel.padding
        onClicked: panel.acted()
    }
}
