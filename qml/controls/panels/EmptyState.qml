// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A place where nothing is yet: what will be here, and what to do first.
ColumnLayout {
    id: state

    required property string title
    property string text: ""
    property string iconName: "calendar"
    property string action: ""
    signal acted

    spacing: Theme.gap3

    Icon {
        icon: state.iconName
        color: Theme.inkSoft
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Theme.iconSize * 1.5
        Layout.preferredHeight: Theme.iconSize * 1.5
    }
    HeadingText {
        Layout.fillWidth: true
        text: state.title
        horizontalAlignment: Text.AlignHCenter
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: state.text
        soft: true
        horizontalAlignment: Text.AlignHCenter
    }
    PrimaryButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: state.width
        visible: text !== ""
        text: state.action
        onClicked: state.acted()
    }
}
