// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// One fact with its icon: a place, a number to call.
RowLayout {
    id: fact

    required property string text
    property string note: ""
    property string iconName: "info"

    spacing: Theme.gap3

    Icon {
        icon: fact.iconName
        color: Theme.primary
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: Theme.iconSize
        Layout.preferredHeight: Theme.iconSize
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        BodyText {
            Layout.fillWidth: true
            text: fact.text
            strong: true
        }
        SmallText {
            Layout.fillWidth: true
            visible: text !== ""
            text: fact.note
        }
    }
}
