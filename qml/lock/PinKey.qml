// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls

// One key of the pad.
T.Button {
    id: key

    property string label: text
    property string iconName: ""
    property bool isMain: false
    readonly property color shownInk: !enabled ? Theme.inkSoft : isMain ? Theme.primaryInk : Theme.ink

    implicitWidth: Math.max(80, 1.8 * Theme.titleSize)
    implicitHeight: Math.max(68, 1.8 * Theme.titleSize)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: label
    Keys.onReturnPressed: key.clicked()
    Keys.onEnterPressed: key.clicked()

    contentItem: Item {
        TitleText {
            anchors.centerIn: parent
            visible: key.iconName === ""
            text: key.text
            color: key.shownInk
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: key.iconName !== ""
            icon: key.iconName
            color: key.shownInk
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: !key.enabled ? Theme.sunken : key.isMain ? (key.down ? Qt.darker(Theme.primary, 1.25) : Theme.primary)
            : key.down ? Theme.primarySoft : Theme.raised
        border.width: Math.max(1, Theme.stroke)
        border.color: key.enabled ? Theme.edge : Theme.line

        FocusRing { around: key }
    }
}
