// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A sheet over the page, closed by its button, by a touch beside it, or by Escape.
FocusScope {
    id: panel

    required property string title
    default property alias content: page.content
    signal closed

    onVisibleChanged: if (visible) forceActiveFocus()
    Keys.onEscapePressed: closed()
    Keys.onBackPressed: closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        TapHandler { onTapped: panel.closed() }
    }

    Rectangle {
        id: sheet
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: Math.min(panel.width, 420 * (1 + (Theme.textScale - 1) * 0.5))
        color: Theme.ground
        Accessible.role: Accessible.Dialog
        Accessible.name: panel.title

        // Keeps touches on the sheet from closing it.
        TapHandler { gesturePolicy: TapHandler.WithinBounds }

        ColumnLayout {
            anchors.fill: parent
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                Layout.margins: Theme.gap2
                Layout.leftMargin: Theme.gap4

                HeadingText {
                    Layout.fillWidth: true
                    text: panel.title
                }
                IconButton {
                    label: qsTr("Fermer")
                    iconName: "close"
                    onClicked: panel.closed()
                }
            }
            ScrollPage {
                id: page
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
