// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The places of a space under the thumb, on a phone. Words too long for the width go one below the other.
Rectangle {
    id: bar

    required property Space space

    implicitHeight: places.implicitHeight + 2 * Theme.gap1
    color: Theme.raised

    Divider {
        width: parent.width
        height: Theme.stroke
    }

    RowLayout {
        id: places
        x: Theme.gap1
        y: Theme.gap1
        width: bar.width - 2 * Theme.gap1
        spacing: 0

        Repeater {
            model: bar.space ? bar.space.places : null

            PlaceButton {
                required property string key

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                leftPadding: 0
                rightPadding: 0
                chosen: bar.space !== null && bar.space.place === key
                onClicked: bar.space.place = key
            }
        }
    }
}
