// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls

// What waits to be sent, and why.
SidePanel {
    id: panel

    required property AppShell shell

    title: qsTr("Envoi")

    HeadingText {
        Layout.fillWidth: true
        text: panel.shell.syncText
    }
    BodyText {
        Layout.fillWidth: true
        text: panel.shell.syncDetail
    }
}
