// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// How much waits at a place.
Rectangle {
    id: badge

    required property int count

    implicitWidth: Math.max(implicitHeight, number.implicitWidth + 2 * Theme.gap2)
    implicitHeight: number.implicitHeight + 2
    radius: height / 2
    color: Theme.act

    SmallText {
        id: number
        objectName: "badge"
        anchors.centerIn: parent
        text: badge.count
        color: Theme.ground
        strong: true
        Accessible.ignored: true
    }
}
