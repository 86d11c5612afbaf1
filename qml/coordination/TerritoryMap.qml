// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.App
import Medicobus.Map

// The map of need of a territory, linked with its list.
NeedMap {
    id: map

    required property TerritoryPage page

    source: page.map
    title: qsTr("Carte du besoin par commune")
    description: qsTr("La liste des communes dit la même chose en mots.")
    selected: page.selected
    selectedName: page.communeName(page.selected)
    hoveredName: page.communeName(hovered)
    onChosen: commune => {
        if (commune >= 0)
            page.selected = commune;
    }
}
