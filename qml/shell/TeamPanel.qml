// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Lock

// Who may open this device.
SidePanel {
    id: panel

    required property AppShell shell

    title: qsTr("Codes de cet appareil")

    TeamSteps {
        Layout.fillWidth: true
        team: panel.shell.team
    }
}
