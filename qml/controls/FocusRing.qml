// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme

// The frame round what the keyboard is on.
Rectangle {
    required property Item around

    anchors.fill: parent
    anchors.margins: -3
    visible: around.activeFocus
    color: "transparent"
    radius: Theme.radius + 3
    border.width: 3
    border.color: Theme.focus
}
