// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Lock

// Opens the device from a space that shows no person, so that what waits can be sent.
SidePanel {
    id: panel

    required property AppShell shell
    readonly property bool isOpen: shell.lock.isOpen

    title: qsTr("Déverrouiller")
    onIsOpenChanged: if (isOpen && visible) closed()

    LockSteps {
        Layout.fillWidth: true
        lock: panel.shell.lock
    }
}
