// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Controls.Basic
import Medicobus.App
import Medicobus.Theme

ApplicationWindow {
    id: window

    required property AppShell shell

    width: 1280
    height: 800
    minimumWidth: 320
    minimumHeight: 480
    visible: true
    title: qsTr("Médicobus")
    color: Theme.ground
    font.family: Theme.family

    Binding {
        target: Theme
        property: "palette"
        value: window.shell.palette
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.shell.textPercent / 100
    }

    AppFrame {
        anchors.fill: parent
        shell: window.shell
    }
}
