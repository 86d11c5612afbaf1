// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The places of a space down the left side, on a tablet or a desktop.
Rectangle {
    id: rail

    required property Space space

    width: 120 * Theme.textScale
    color: Theme.raised

    ColumnLayout {
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.gap2 }
        spacing: Theme.gap3

        Repeater {
            model: rail.space ? rail.space.places : null

            PlaceButton {
                required property string key

                Layout.fillWidth: true
                chosen: rail.space !== null && rail.space.place === key
                onClicked: rail.space.place = key
            }
        }
    }

    Divider {
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: Theme.stroke
    }
}
