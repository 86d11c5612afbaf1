// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls

// One possibility: what it is, and a note below.
T.Button {
    id: card

    required property string label
    required property string note
    property bool isButton: true

    implicitWidth: 200
    implicitHeight: Math.max(Theme.crewTarget, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.gap3
    enabled: isButton
    focusPolicy: isButton ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: isButton ? Accessible.Button : Accessible.StaticText
    Accessible.name: note === "" ? label : label + ", " + note
    Keys.onReturnPressed: card.clicked()
    Keys.onEnterPressed: card.clicked()

    contentItem: ColumnLayout {
        spacing: 2

        BodyText {
            Layout.fillWidth: true
            text: card.label
            strong: true
            color: card.isButton ? Theme.primary : Theme.ink
            Accessible.ignored: true
        }
        SmallText {
            Layout.fillWidth: true
            visible: text !== ""
            text: card.note
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: card.down ? Theme.primarySoft : card.isButton ? Theme.raised : Theme.sunken
        border.width: Math.max(1, Theme.stroke)
        border.color: card.isButton ? Theme.primary : Theme.line

        FocusRing { around: card }
    }
}
