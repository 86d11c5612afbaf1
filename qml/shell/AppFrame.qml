// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Decides what fills the window: what keeps the store from opening, the choice of a space, or the space.
FocusScope {
    id: frame

    required property AppShell shell
    // Larger text needs more room for the same shape.
    readonly property real room: width / (1 + (Theme.textScale - 1) * 0.6)
    // A phone on its side has no height to spare for a bar at the bottom.
    readonly property bool compact: room < 600 && height >= width
    readonly property bool wide: room >= 1000

    focus: true
    Keys.onEscapePressed: shell.goBack()
    Keys.onBackPressed: shell.goBack()

    StorePage {
        anchors.fill: parent
        visible: frame.shell.errorText !== ""
        shell: frame.shell
    }

    SpaceChoice {
        anchors.fill: parent
        visible: frame.shell.errorText === "" && frame.shell.space === ""
        shell: frame.shell
    }

    SpaceFrame {
        anchors.fill: parent
        visible: frame.shell.errorText === "" && frame.shell.space !== ""
        shell: frame.shell
        compact: frame.compact
        wide: frame.wide
        onMenuOpened: frame.shell.panel = "menu"
        onSyncOpened: frame.shell.panel = "send"
    }

    MenuPanel {
        anchors.fill: parent
        visible: frame.shell.panel === "menu"
        shell: frame.shell
        onClosed: frame.shell.panel = ""
    }

    SendPanel {
        anchors.fill: parent
        visible: frame.shell.panel === "send"
        shell: frame.shell
        onClosed: frame.shell.panel = ""
    }

    UnlockPanel {
        anchors.fill: parent
        visible: frame.shell.panel === "unlock"
        shell: frame.shell
        onClosed: frame.shell.panel = ""
    }

    TeamPanel {
        anchors.fill: parent
        visible: frame.shell.panel === "team"
        shell: frame.shell
        onClosed: frame.shell.panel = ""
    }

    DevicesPanel {
        anchors.fill: parent
        visible: frame.shell.panel === "devices"
        shell: frame.shell
        onClosed: frame.shell.panel = ""
    }

    CrewKeyPanel {
        anchors.fill: parent
        visible: frame.shell.panel === "crewkey"
        shell: frame.shell
        onClosed: frame.shell.panel = ""
    }

    EnrolmentPanel {
        anchors.fill: parent
        visible: frame.shell.panel === "enrol"
        shell: frame.shell
        onClosed: frame.shell.panel = ""
    }
}
