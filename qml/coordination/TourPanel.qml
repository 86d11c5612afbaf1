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
    NeedMap {
        Layout.fillWidth: true
        Layout.preferredHeight: 260
        source: panel.page.map
        tour: panel.page.tour
        title: qsTr("Carte de la tournée")
        description: qsTr("L’horaire qui suit dit la même chose en mots.")
    }
    Repeater {
        model: panel.timetable

        RowLayout {
            id: moment
            required property string time
            required property string title
            required property string detail
            required property bool isStop

            Layout.fillWidth: true
            spacing: Theme.gap3

            SmallText {
                Layout.preferredWidth: 62 * Theme.textScale
                Layout.alignment: Qt.AlignTop
                text: moment.time
                color: Theme.ink
                strong: true
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                BodyText {
                    Layout.fillWidth: true
                    text: moment.title
                    strong: moment.isStop
                    soft: moment.time === ""
                }
                SmallText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: moment.detail
                }
            }
        }
    }
}
