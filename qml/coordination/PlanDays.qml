// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The board for a narrow screen: the stops day by day, and under the chosen day its tour.
ColumnLayout {
    id: list

    required property PlanPage page

    spacing: Theme.gap1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Haltes par jour")

    Repeater {
        model: list.page.days

        ColumnLayout {
            id: entry
            required property string commune
            required property string hours
            required property string bus
            required property int tour
            required property string section
            required property bool isFirst
            required property bool isLast

            Layout.fillWidth: true
            spacing: Theme.gap1

            SmallText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap3
                visible: entry.isFirst
                text: entry.section
                strong: true
                Accessible.role: Accessible.Heading
            }
            ListRow {
                Layout.fillWidth: true
                title: entry.commune
                note: entry.bus === "" ? entry.hours : entry.hours + " · " + entry.bus
                chosen: entry.tour === list.page.chosenTour
                onClicked: list.page.chosenTour = entry.tour
            }
            // One or none: in Qt 6.4 a Loader cannot make a component bound to this file.
            Repeater {
                model: entry.isLast && entry.tour === list.page.chosenTour ? 1 : 0

                TourPanel {
                    Layout.fillWidth: true
                    page: list.page
                }
            }
        }
    }
}
