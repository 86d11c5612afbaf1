// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// One moment of a tour: its hour, what happens, and the details; without hour, what lies between two.
Item {
    id: moment

    required property string time
    required property string title
    required property string detail
    required property bool isStop

    implicitHeight: Math.max(hour.height, words.height)

    SmallText {
        id: hour
        width: 66 * Theme.textScale
        text: moment.time
        color: Theme.ink
        strong: true
    }
    Column {
        id: words
        x: hour.width + Theme.gap3
        width: moment.width - x

        BodyText {
            width: parent.width
            text: moment.title
            strong: moment.isStop
            soft: moment.time === ""
        }
        SmallText {
            width: parent.width
            visible: text !== ""
            text: moment.detail
        }
    }
}
