// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// A time or a number whose digits all take the same width, so that columns of times stand straight.
Row {
    id: time

    required property string text
    property color color: Theme.ink
    property bool strong: false
    property real pixelSize: Theme.bodySize
    readonly property font textFont: Qt.font({ family: Theme.family, pixelSize: Math.max(1, Math.round(pixelSize)),
                                               weight: strong ? Theme.strong : Theme.regular })

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    TextMetrics {
        id: widest
        font: time.textFont
        text: "0"
    }

    Repeater {
        model: time.text.length

        Text {
            required property int index
            readonly property string letter: time.text.charAt(index)

            width: letter >= "0" && letter <= "9" ? Math.ceil(widest.advanceWidth) : implicitWidth
            horizontalAlignment: Text.AlignHCenter
            text: letter
            color: time.color
            font: time.textFont
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
}
