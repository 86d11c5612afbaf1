// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// A place where nothing is yet: what will be here, and what to do first.
//
// A plain column: within a page that scrolls, a layout kept the height that its texts had before they wrapped.
Column {
    id: state

    required property string title
    property string text: ""
    property string iconName: "calendar"
    property string action: ""
    signal acted

    spacing: Theme.gap3

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.iconSize * 1.5
        height: width
        icon: state.iconName
        color: Theme.inkSoft
    }
    HeadingText {
        width: state.width
        text: state.title
        horizontalAlignment: Text.AlignHCenter
    }
    BodyText {
        width: state.width
        visible: text !== ""
        text: state.text
        soft: true
        horizontalAlignment: Text.AlignHCenter
    }
    PrimaryButton {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, state.width)
        visible: text !== ""
        text: state.action
        onClicked: state.acted()
    }
}
