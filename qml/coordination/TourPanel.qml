// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Map

// The chosen tour on the map and hour by hour.
Card {
    id: panel

    required property PlanPage page
    // Map and timetable side by side.
    property bool beside: false
    readonly property TourTimetable timetable: page.timetable

    HeadingText {
        Layout.fillWidth: true
        text: panel.timetable.title === "" ? qsTr("Choisissez une halte") : panel.timetable.title
    }
    SmallText {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.timetable.summary
    }
    GridLayout {
        Layout.fillWidth: true
        columns: panel.beside ? 2 : 1
        columnSpacing: Theme.gap6
        rowSpacing: Theme.gap3

        NeedMap {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: panel.beside ? 320 : 260
            Layout.alignment: Qt.AlignTop
            source: panel.page.map
            tour: panel.page.tour
            withZoom: panel.beside
            title: qsTr("Carte de la tournée")
            description: qsTr("L’horaire qui l’accompagne dit la même chose en mots.")
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap3

            Repeater {
                model: panel.timetable

                TourMoment { Layout.fillWidth: true }
            }
        }
    }
}
