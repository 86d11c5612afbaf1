// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import Medicobus.App

// Where help is missing: side by side where there is room, else one thing at a time.
Item {
    id: view

    required property TerritoryPage page
    required property bool wide

    // Repeaters of one or none: in Qt 6.4 a Loader cannot make a component bound to this file.
    Repeater {
        model: view.wide ? 1 : 0

        TerritoryDesk {
            anchors.fill: parent
            page: view.page
        }
    }
    Repeater {
        model: view.wide ? 0 : 1

        TerritoryPhone {
            anchors.fill: parent
            page: view.page
        }
    }
}
