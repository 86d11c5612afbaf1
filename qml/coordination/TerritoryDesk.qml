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

        ColumnLayout {
            Layout.fillWidth: false
            Layout.fillHeight: true
            Layout.preferredWidth: 400 + (Theme.textScale - 1) * 100
            spacing: Theme.gap2

            InputField {
                Layout.fillWidth: true
                label: qsTr("Chercher une commune")
                placeholder: qsTr("Quelques lettres")
                text: desk.page.search
                onEdited: text => desk.page.search = text
            }
            NeedList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 120
                page: desk.page
            }
            ScrollPage {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, desk.height * 0.42)
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
