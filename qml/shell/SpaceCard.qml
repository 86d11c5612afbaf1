// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls

// One of the four big cards of the first page.
T.Button {
    id: card

    required property string title
    required property string note
    required property string iconName

    implicitWidth: 320
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.gap6
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: title
    Accessible.description: note
    Keys.onReturnPressed: card.clicked()
    Keys.onEnterPressed: card.clicked()

    contentItem: RowLayout {
        spacing: Theme.gap4

        Icon {
            icon: card.iconName
            color: Theme.primary
            Layout.preferredWidth: Theme.iconSize * 1.5
            Layout.preferredHeight: Theme.iconSize * 1.5
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gap1

            HeadingText {
                Layout.fillWidth: true
                text: card.title
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                text: card.note
                soft: true
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: card.down || card.hovered ? Theme.sunken : Theme.raised
        border.width: Math.max(1, Theme.stroke)
        border.color: Theme.edge

        FocusRing { around: card }
    }
}
