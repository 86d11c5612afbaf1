// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// Work that goes on off the screen's thread: what it is, how far it is, and a way to stop it.
Card {
    id: panel

    required property string label
    // 0 to 1; below 0 when nobody knows.
    required property real value
    property string detail: ""
    property bool canCancel: true
    property string cancelText: qsTr("Arrêter")
    signal cancelled

    BodyText {
        Layout.fillWidth: true
        text: panel.label
        strong: true
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 12
        radius: 6
        color: Theme.sunken
        border.width: Math.max(1, Theme.stroke)
        border.color: Theme.edge
        Accessible.role: Accessible.ProgressBar
        Accessible.name: panel.value < 0 ? panel.label : qsTr("%1 %2\u00A0%").arg(panel.label).arg(Math.round(panel.value * 100))

        Rectangle {
            x: 2
            y: 2
            width: Math.max(0, Math.min(1, panel.value)) * (parent.width - 4)
            height: parent.height - 4
            radius: 4
            color: Theme.primary
        }
    }
    SmallText {
        Layout.fillWidth: true
        visible: text !== ""
        text: panel.detail
    }
    PlainButton {
        visible: panel.canCancel
        text: panel.cancelText
        iconName: "close"
        onClicked: panel.cancelled()
    }
}
