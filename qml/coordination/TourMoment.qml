// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// One moment of a tour: its hour, what happens, and the details; without hour, what lies between two.
RowLayout {
    id: moment

    required property string time
    required property string title
    required property string detail
    required property bool isStop

    spacing: Theme.gap3

    SmallText {
        Layout.preferredWidth: 66 * Theme.textScale
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
