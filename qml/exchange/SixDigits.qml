// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// The six digits that two people compare.
Rectangle {
    id: box

    required property string digits

    implicitHeight: text.implicitHeight + 2 * Theme.gap4
    implicitWidth: text.implicitWidth + 2 * Theme.gap6
    radius: Theme.radius
    color: Theme.primarySoft
    border.width: Math.max(1, Theme.stroke)
    border.color: Theme.primary
    Accessible.role: Accessible.StaticText
    Accessible.name: digits.split("").join(" ")

    TimeText {
        id: text
        anchors.centerIn: parent
        text: box.digits
        color: Theme.primarySoftInk
        strong: true
        pixelSize: Theme.displaySize
        Accessible.ignored: true
    }
}
