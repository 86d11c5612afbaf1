// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// How many digits were typed; never which.
Item {
    id: dots

    required property int count
    readonly property real size: Theme.gap4 * (1 + (Theme.textScale - 1) * 0.3)

    implicitHeight: Math.max(size, row.implicitHeight) + 2 * Theme.gap2
    implicitWidth: 240
    Accessible.role: Accessible.StaticText
    Accessible.name: count === 0 ? qsTr("Aucun chiffre") : qsTr("%n chiffre(s)", "", count)

    Flow {
        id: row
        anchors.centerIn: parent
        width: Math.min(dots.width, Math.max(4, dots.count) * (dots.size + Theme.gap3) - Theme.gap3)
        spacing: Theme.gap3

        Repeater {
            model: Math.max(4, dots.count)

            Rectangle {
                required property int index

                width: dots.size
                height: dots.size
                radius: dots.size / 2
                color: index < dots.count ? Theme.ink : "transparent"
                border.width: 2
                border.color: Theme.edge
            }
        }
    }
}
