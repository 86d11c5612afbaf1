// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// One half-day of one week on the board: a commune and its hours, or nothing.
T.AbstractButton {
    id: cell

    required property PlanPage page
    required property string commune
    required property string hours
    required property int tour
    required property string spoken
    readonly property bool isTaken: tour >= 0
    readonly property bool chosen: isTaken && tour === page.chosenTour
    readonly property real neededHeight: words.implicitHeight + 2 * Theme.gap2 + 4

    text: commune
    enabled: isTaken
    focusPolicy: isTaken ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.selected: chosen
    onClicked: page.chosenTour = tour
    onHoveredChanged: page.hoveredTour = hovered && isTaken ? tour : -1
    Keys.onReturnPressed: cell.clicked()
    Keys.onEnterPressed: cell.clicked()

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            radius: 8
            color: cell.chosen ? Theme.primary : cell.isTaken ? Theme.primarySoft : Theme.sunken
            border.width: cell.isTaken && (Theme.isSunlight || cell.hovered) ? Math.max(1, Theme.stroke) : 0
            border.color: Theme.primary

            FocusRing { around: cell }
        }
    }

    Column {
        id: words
        anchors.centerIn: parent
        width: cell.width - 2 * Theme.gap1 - 4

        SmallText {
            width: parent.width
            text: cell.commune
            strong: true
            color: cell.chosen ? Theme.primaryInk : Theme.primarySoftInk
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        SmallText {
            width: parent.width
            visible: text !== ""
            text: cell.hours
            color: cell.chosen ? Theme.primaryInk : Theme.primarySoftInk
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
