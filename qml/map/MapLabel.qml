// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// A name over a place of the map, kept inside it.
Rectangle {
    id: label

    required property string text
    required property point place
    property bool strong: true

    x: Math.max(4, Math.min(parent.width - width - 4, place.x - width / 2))
    y: place.y - height - 14 < 4 ? place.y + 14 : Math.min(parent.height - height - 4, place.y - height - 14)
    width: Math.min(word.implicitWidth, parent.width * 0.7) + 2 * Theme.gap2
    height: word.height + Theme.gap1 * 2
    visible: text !== ""
    radius: 6
    color: strong ? Theme.ink : Theme.raised
    border.width: Theme.stroke
    border.color: Theme.ink
    Accessible.ignored: true

    SmallText {
        id: word
        x: Theme.gap2
        y: Theme.gap1
        width: label.width - 2 * Theme.gap2
        text: label.text
        strong: label.strong
        color: label.strong ? Theme.ground : Theme.ink
        Accessible.ignored: true
    }
}
