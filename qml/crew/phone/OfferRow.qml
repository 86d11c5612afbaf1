// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A passage with room: its first hours, each of which opens the booking.
ColumnLayout {
    id: row

    required property string heading
    required property string title
    required property string note
    required property string stateText
    required property var choices
    signal taken(string choice)

    spacing: Theme.gap2

    HeadingText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap2
        visible: text !== ""
        text: row.heading
    }
    Card {
        Layout.fillWidth: true
        spacing: Theme.gap2

        BodyText {
            Layout.fillWidth: true
            text: row.title
            strong: true
        }
        SmallText {
            Layout.fillWidth: true
            text: row.stateText === "" ? row.note : row.note + " · " + row.stateText
        }
        SegmentedChoice {
            objectName: "hours"
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap1
            label: row.title
            options: row.choices
            value: ""
            minimumTarget: Theme.crewTarget
            onChosen: value => row.taken(value)
        }
    }
}
