// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// What the colours of the map stand for, in words and in figures.
Flow {
    id: legend

    // One entry per class, the shallowest first, then that of unknown need.
    required property var words
    required property var bounds
    // False where there is room for words only.
    property bool withBounds: true

    spacing: Theme.gap3
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Légende de la carte")

    Repeater {
        model: legend.words.length

        Row {
            id: entry
            required property int index

            spacing: Theme.gap2
            Accessible.role: Accessible.ListItem
            Accessible.name: legend.words[index] + ", " + legend.bounds[index]

            DepthSwatch {
                depthClass: entry.index === legend.words.length - 1 ? -1 : entry.index
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter

                SmallText {
                    text: legend.words[entry.index]
                    color: Theme.ink
                    width: Math.min(implicitWidth, legend.width - 36)
                    Accessible.ignored: true
                }
                SmallText {
                    visible: legend.withBounds
                    text: legend.bounds[entry.index]
                    width: Math.min(implicitWidth, legend.width - 36)
                    Accessible.ignored: true
                }
            }
        }
    }
}
