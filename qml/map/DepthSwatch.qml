// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import Medicobus.Theme

// The colour of one class of depth, or the hatching of an unknown need; a word always stands beside it.
Rectangle {
    id: swatch

    required property int depthClass
    readonly property bool isKnown: depthClass >= 0

    implicitWidth: 20
    implicitHeight: 20
    radius: 4
    clip: true
    color: isKnown ? Theme.need[depthClass] : Theme.raised
    Accessible.ignored: true

    Repeater {
        model: swatch.isKnown ? 0 : 7

        Rectangle {
            required property int index

            x: -swatch.width / 2
            y: index * 7 - 11
            width: swatch.width * 2
            height: 1.5
            rotation: -45
            color: Theme.needUnknown
            antialiasing: true
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: swatch.radius
        color: "transparent"
        border.width: Theme.stroke
        border.color: Theme.edge
    }
}
