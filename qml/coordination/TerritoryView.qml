// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.App

// Where help is missing: side by side where there is room, else one thing at a time.
Item {
    id: view

    required property TerritoryPage page
    required property bool wide

    Loader {
        anchors.fill: parent
        sourceComponent: view.wide ? beside : alone
    }
    Component {
        id: beside
        TerritoryDesk { page: view.page }
    }
    Component {
        id: alone
        TerritoryPhone { page: view.page }
    }
}
