// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// A thin line between two things.
Rectangle {
    implicitWidth: 1
    implicitHeight: Theme.stroke
    color: Theme.line
    Accessible.ignored: true
}
