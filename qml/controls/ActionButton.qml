// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme

// What all buttons share: one icon and a word that wraps, a frame, a ring when the keyboard is on it.
T.Button {
    id: button

    property string iconName: ""
    property color fill: "transparent"
    property color pressedFill: Theme.sunken
    property color ink: Theme.primary
    property color frame: "transparent"
    property int minimumTarget: Theme.target
    // What cannot be done yet still says why, so its words stay as easy to read as any.
    readonly property color shownInk: enabled ? ink : Theme.inkSoft
    readonly property bool isFilled: fill.a > 0

    implicitWidth: Math.max(minimumTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(minimumTarget, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap4
    rightPadding: Theme.gap4
    topPadding: Theme.gap2
    bottomPadding: Theme.gap2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: RowLayout {
        spacing: 0

        Item { Layout.fillWidth: true }
        Icon {
            visible: button.iconName !== ""
            icon: button.iconName
            color: button.shownInk
            Layout.preferredWidth: Theme.iconSize
            Layout.preferredHeight: Theme.iconSize
        }
        BodyText {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            Layout.leftMargin: button.iconName !== "" ? Theme.gap2 : 0
            text: button.text
            visible: text !== ""
            color: button.shownInk
            strong: true
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        Item { Layout.fillWidth: true }
    }

    background: Rectangle {
        radius: Theme.radius
        color: button.down ? button.pressedFill
            : !button.enabled && button.isFilled ? Theme.sunken : button.fill
        border.width: button.frame.a > 0 || (!button.enabled && button.isFilled) ? Math.max(1, Theme.stroke) : 0
        border.color: button.enabled ? button.frame : Theme.line

        FocusRing { around: button }
    }
}
