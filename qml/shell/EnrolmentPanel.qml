// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Exchange

// Makes this device one of a hub's.
SidePanel {
    id: panel

    required property AppShell shell

    title: qsTr("Inscrire cet appareil")

    EnrolmentForm {
        Layout.fillWidth: true
        enrolment: panel.shell.enrolment
        lock: panel.shell.lock
    }
}
