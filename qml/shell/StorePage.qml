// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls

// Fills the window when the store cannot be used: what happened, what is safe, what to do.
ScrollPage {
    id: page

    required property AppShell shell

    centered: true
    margin: 24

    ErrorPanel {
        Layout.fillWidth: true
        title: qsTr("Les données de cet appareil ne peuvent pas être ouvertes")
        text: page.shell.errorText + " " + page.shell.errorRemedy
        safe: page.shell.errorSafe
        action: qsTr("Réessayer")
        onActed: page.shell.retry()
    }
}
