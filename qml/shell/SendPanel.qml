// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Exchange

// What waits to be sent, and why.
SidePanel {
    id: panel

    required property AppShell shell

    title: qsTr("Envoi")

    SendState {
        Layout.fillWidth: true
        send: panel.shell.send
        onUnlockAsked: panel.shell.panel = "unlock"
        onEnrolAsked: panel.shell.panel = "enrol"
    }
}
