// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Coordination
import Medicobus.Controls

// From any space: the devices that ask to come, and the code for one more.
SidePanel {
    id: panel

    required property AppShell shell

    title: qsTr("Appareils de l’équipe")

    DeviceRequests {
        Layout.fillWidth: true
        page: panel.shell.coordination.devices
        isShown: panel.visible
    }
}
