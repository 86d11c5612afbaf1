// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.App
import Medicobus.Theme

// The three figures that sum up a territory.
Flow {
    id: totals

    required property TerritoryPage page

    // Two beside each other on a phone.
    readonly property real share: width < 500 && Theme.textScale < 1.3 ? (width - spacing) / 2 : width

    spacing: width < 500 ? Theme.gap3 : Theme.gap6

    KeyFigure {
        maximumWidth: totals.share
        value: totals.page.underServed
        label: qsTr("communes sous le seuil de %1").arg(totals.page.threshold)
    }
    KeyFigure {
        maximumWidth: totals.share
        value: totals.page.inhabitants
        label: qsTr("habitants concernés")
    }
    KeyFigure {
        maximumWidth: totals.share
        value: totals.page.missing
        label: qsTr("consultations manquantes par an")
    }
    KeyFigure {
        maximumWidth: totals.share
        visible: value !== ""
        value: totals.page.unknown
        label: qsTr("communes au besoin non connu")
    }
}
