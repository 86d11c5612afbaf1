// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Map

// Map left, list right with the card of the chosen commune below it.
ColumnLayout {
    id: desk

    required property TerritoryPage page

    anchors.fill: parent
    anchors.margins: Theme.gap4
    anchors.topMargin: 0
    spacing: Theme.gap3

    NeedTotals {
        Layout.fillWidth: true
        page: desk.page
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap4

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gap3

            TerritoryMap {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 160
                page: desk.page
            }
            NeedLegend {
                Layout.fillWidth: true
                words: desk.page.legendWords
                bounds: desk.page.legendBounds
                withBounds: Theme.textScale < 1.5
            }
        }

        // Anchored, since a layout learns too late that the card has come, and leaves its place to the list.
        Item {
            Layout.fillHeight: true
            Layout.preferredWidth: 400 + (Theme.textScale - 1) * 100

            InputField {
                id: search
                anchors { left: parent.left; right: parent.right; top: parent.top }
                label: qsTr("Chercher une commune")
                placeholder: qsTr("Quelques lettres")
                text: desk.page.search
                onEdited: text => desk.page.search = text
            }
            NeedList {
                anchors { left: parent.left; right: parent.right; top: search.bottom; bottom: card.top }
                anchors { topMargin: Theme.gap2; bottomMargin: Theme.gap2 }
                page: desk.page
            }
            ScrollPage {
                id: card
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: visible ? Math.min(contentHeight, desk.height * 0.42) : 0
                margin: 0
                visible: desk.page.selected >= 0

                CommunePanel {
                    Layout.fillWidth: true
                    commune: desk.page.card
                }
            }
        }
    }
}
