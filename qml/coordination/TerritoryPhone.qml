// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Map

// The list first; the map and the card of the chosen commune by a choice at the top.
ColumnLayout {
    id: phone

    required property TerritoryPage page
    property string shown: "list"

    anchors.fill: parent
    spacing: Theme.gap2

    SegmentedChoice {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap4
        Layout.rightMargin: Theme.gap4
        label: qsTr("Ce qui est montré")
        value: phone.shown
        options: [{ value: "list", label: qsTr("Liste") }, { value: "map", label: qsTr("Carte") },
                  { value: "card", label: qsTr("Fiche") }]
        onChosen: value => phone.shown = value
    }

    NeedList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Theme.gap2
        visible: phone.shown === "list"
        page: phone.page
        onOpened: phone.shown = "card"

        // In Qt 6.4 a list cannot make a header that is bound to its file.
        // qmllint disable unqualified
        header: ColumnLayout {
            width: ListView.view.width - Theme.gap4
            spacing: Theme.gap3

            NeedTotals {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap2
                Layout.topMargin: Theme.gap2
                page: phone.page
            }
            InputField {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap2
                label: qsTr("Chercher une commune")
                placeholder: qsTr("Quelques lettres")
                text: phone.page.search
                onEdited: text => phone.page.search = text
            }
        }
        // qmllint enable unqualified
    }

    ScrollPage {
        id: mapPage
        visible: phone.shown === "map"
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: 1000
        spacing: Theme.gap2

        TerritoryMap {
            Layout.fillWidth: true
            // The rest of the page when it holds chosen commune and legend, and never less than a square.
            Layout.preferredHeight: Math.max(Math.min(mapPage.width - 2 * Theme.gap4, mapPage.height),
                                             mapPage.height - chosen.height - legend.height - 3 * Theme.gap4)
            page: phone.page
        }
        ListRow {
            id: chosen
            Layout.fillWidth: true
            visible: phone.page.selected >= 0
            title: phone.page.card.name
            note: phone.page.card.depthWord
            chosen: true
            onClicked: phone.shown = "card"

            Icon { icon: "forward" }
        }
        NeedLegend {
            id: legend
            Layout.fillWidth: true
            words: phone.page.legendWords
            bounds: phone.page.legendBounds
            withBounds: false
        }
    }

    ScrollPage {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: phone.shown === "card"

        EmptyState {
            Layout.fillWidth: true
            visible: phone.page.selected < 0
            iconName: "map"
            title: qsTr("Aucune commune choisie")
            text: qsTr("Choisissez une commune dans la liste ou sur la carte.")
        }
        CommunePanel {
            Layout.fillWidth: true
            visible: phone.page.selected >= 0
            commune: phone.page.card
        }
        PlainButton {
            visible: phone.page.selected >= 0
            text: qsTr("Voir sur la carte")
            iconName: "map"
            onClicked: phone.shown = "map"
        }
    }
}
