// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.App
import Medicobus.Theme

// The three figures that sum up a territory.
Flow {
    id: totals

    required property TerritoryPage page

    spacing: Theme.gap6

    KeyFigure {
        maximumWidth: totals.width
        value: totals.page.underServed
        label: qsTr("communes sous le seuil de %1").arg(totals.page.threshold)
    }
    KeyFigure {
        maximumWidth: totals.width
        value: totals.page.inhabitants
        label: qsTr("habitants concernés")
    }
    KeyFigure {
        maximumWidth: totals.width
        value: totals.page.missing
        label: qsTr("consultations manquantes par an")
    }
    KeyFigure {
        maximumWidth: totals.width
        visible: value !== ""
        value: totals.page.unknown
        label: qsTr("communes au besoin non connu")
    }
}
