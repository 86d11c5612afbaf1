// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// What really happened, or when it is now expected: an icon and an hour.
Row {
    id: said

    required property string text
    required property bool isConfirmed

    spacing: Theme.gap1

    Icon {
        icon: said.isConfirmed ? "check" : "clock"
        color: said.isConfirmed ? Theme.good : Theme.look
        width: Theme.iconSize * 0.75
        height: width
        anchors.verticalCenter: word.verticalCenter
    }
    SmallText {
        id: word
        text: said.text
        color: said.isConfirmed ? Theme.good : Theme.look
        strong: true
        Accessible.ignored: true
    }
}
