// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Theme

// The dates after the next one, as a plain list.
ColumnLayout {
    id: dates

    required property PassageModel passages

    spacing: Theme.gap2

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Dates suivantes")
    }

    Repeater {
        model: dates.passages

        ColumnLayout {
            id: line

            required property string day
            required property string hours
            required property string place
            required property string notice
            required property string tone
            required property bool isCancelled

            Layout.fillWidth: true
            spacing: Theme.gap1

            Divider { Layout.fillWidth: true }
            BodyText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap1
                text: line.day.charAt(0).toUpperCase() + line.day.slice(1) + ", " + line.hours
                font.strikeout: line.isCancelled
            }
            SmallText {
                Layout.fillWidth: true
                text: line.place
            }
            Flag {
                Layout.maximumWidth: dates.width
                visible: line.notice !== ""
                text: line.notice
                tone: line.tone
            }
        }
    }
}
