// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// Groups of figures that two people read to each other, in the order in which they are read.
Rectangle {
    id: box

    // "1234 5678 …"
    required property string figures
    readonly property real groupWidth: metrics.advanceWidth + Theme.gap4

    implicitHeight: grid.implicitHeight + 2 * Theme.gap4
    implicitWidth: 3 * groupWidth + 2 * Theme.gap4
    radius: Theme.radius
    color: Theme.primarySoft
    border.width: Math.max(1, Theme.stroke)
    border.color: Theme.primary
    Accessible.role: Accessible.StaticText
    Accessible.name: figures

    TextMetrics {
        id: metrics
        font.family: Theme.family
        font.pixelSize: Theme.largeSize
        font.weight: Theme.strong
        text: "0000"
    }
    GridLayout {
        id: grid
        anchors.centerIn: parent
        width: Math.min(implicitWidth, box.width - 2 * Theme.gap4)
        columns: box.width - 2 * Theme.gap4 >= 3 * box.groupWidth ? 3 : 2
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap2

        Repeater {
            model: box.figures === "" ? [] : box.figures.split(" ")

            TimeText {
                required property string modelData

                text: modelData
                color: Theme.primarySoftInk
                strong: true
                pixelSize: Theme.largeSize
                Accessible.ignored: true
            }
        }
    }
}
