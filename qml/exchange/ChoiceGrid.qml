// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A few possibilities side by side where there is room, else one below the other: to touch, or only to compare.
GridLayout {
    id: grid

    // A list of { value, label, note } objects.
    required property var choices
    property bool compares: false
    signal chosen(string value)

    columns: width >= 460 * Theme.textScale ? Math.min(choices.length, width >= 640 * Theme.textScale ? 3 : 2) : 1
    columnSpacing: Theme.gap3
    rowSpacing: Theme.gap3

    Repeater {
        model: grid.choices

        ChoiceCard {
            required property var modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            label: modelData.label
            note: modelData.note
            isButton: !grid.compares
            onClicked: grid.chosen(modelData.value)
        }
    }
}
