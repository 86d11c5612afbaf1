// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The map of need in the colours of the theme, with its zoom, its scale and the name of the chosen commune.
FocusScope {
    id: map

    required property MapSource source
    required property string title
    // The list that says the same in words.
    property string description: ""
    property int selected: -1
    property string selectedName: ""
    property string hoveredName: ""
    // Buttons to zoom, for a map large enough to hold them.
    property bool withZoom: true
    property alias hovered: cells.hovered
    // The line of a tour over the map; none while undefined.
    property var tour
    property alias view: cells
    signal chosen(int commune)

    implicitWidth: 320
    implicitHeight: 320

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.sunken
        border.width: Theme.stroke
        border.color: Theme.line
    }

    Binding {
        target: cells
        property: "tour"
        value: map.tour
        when: map.tour !== undefined
    }

    CommuneMap {
        id: cells
        anchors.fill: parent
        anchors.margins: 2
        focus: true
        clip: true
        layer.enabled: true
        layer.samples: 4
        source: map.source
        selected: map.selected
        classColors: Theme.need
        unknownColor: Theme.raised
        hatchColor: Theme.needUnknown
        edgeColor: Qt.alpha(Theme.needInk[0], Theme.isSunlight ? 1 : 0.22)
        inkColor: Theme.ink
        tourColor: Theme.primary
        haloColor: Theme.raised
        Accessible.role: Accessible.Graphic
        Accessible.name: map.title
        Accessible.description: map.description + " " + qsTr("Flèches pour déplacer, plus et moins pour agrandir ou réduire.")
        Accessible.focusable: true
        onChosen: commune => map.chosen(commune)
    }

    PinchHandler {
        id: pinch
        property real before: 1

        target: null
        onActiveChanged: before = 1
        onActiveScaleChanged: {
            cells.zoomBy(activeScale / before, centroid.position);
            before = activeScale;
        }
    }

    MapLabel {
        text: map.hovered >= 0 && map.hovered !== map.selected ? map.hoveredName : ""
        place: cells.zoom, cells.pointOf(map.hovered)
        strong: false
    }
    MapLabel {
        text: map.selected >= 0 ? map.selectedName : ""
        place: cells.selectedPoint
    }

    Column {
        anchors { right: parent.right; top: parent.top; margins: Theme.gap2 }
        spacing: Theme.gap3
        visible: map.withZoom

        IconButton {
            label: qsTr("Agrandir la carte")
            iconName: "plus"
            fill: Theme.raised
            frame: Theme.edge
            onClicked: cells.zoomBy(1.6, Qt.point(cells.width / 2, cells.height / 2))
        }
        IconButton {
            label: qsTr("Réduire la carte")
            iconName: "minus"
            fill: Theme.raised
            frame: Theme.edge
            enabled: cells.zoom > 1.001
            onClicked: cells.zoomBy(1 / 1.6, Qt.point(cells.width / 2, cells.height / 2))
        }
    }

    Rectangle {
        anchors { left: parent.left; bottom: parent.bottom; margins: Theme.gap2 }
        width: notes.width + 2 * Theme.gap2
        height: notes.height + 2 * Theme.gap1
        radius: 6
        color: Qt.alpha(Theme.sunken, 0.85)

        Column {
            id: notes
            x: Theme.gap2
            y: Theme.gap1
            spacing: Theme.gap1

            ScaleBar { pixelsPerKilometre: cells.pixelsPerKilometre }
            SmallText {
                visible: map.source && map.source.isSchematic
                text: qsTr("Carte schématique")
            }
        }
    }

    FocusRing { around: cells }
}
