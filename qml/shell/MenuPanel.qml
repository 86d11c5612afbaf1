// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// What is the same in every space: how things look, and which space is open.
SidePanel {
    id: menu

    required property AppShell shell

    title: qsTr("Menu")

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Couleurs")
    }
    SegmentedChoice {
        Layout.fillWidth: true
        label: qsTr("Couleurs")
        options: [
            { value: "day", label: qsTr("Jour") },
            { value: "night", label: qsTr("Nuit") },
            { value: "sunlight", label: qsTr("Plein soleil") }
        ]
        value: menu.shell.palette
        onChosen: value => menu.shell.palette = value
    }

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Langue")
    }
    SegmentedChoice {
        objectName: "language"
        Layout.fillWidth: true
        label: qsTr("Langue")
        // Each in its own language, for whoever cannot read the other.
        options: [{ value: "fr", label: "Français" }, { value: "en", label: "English" }]
        value: menu.shell.language
        onChosen: value => menu.shell.language = value
    }

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Taille du texte")
    }
    SegmentedChoice {
        Layout.fillWidth: true
        label: qsTr("Taille du texte")
        options: [
            { value: "100", label: qsTr("%1\u00A0%").arg(100) }, { value: "125", label: qsTr("%1\u00A0%").arg(125) },
            { value: "150", label: qsTr("%1\u00A0%").arg(150) }, { value: "200", label: qsTr("%1\u00A0%").arg(200) }
        ]
        value: String(menu.shell.textPercent)
        onChosen: value => menu.shell.textPercent = Number(value)
    }

    HeadingText {
        Layout.fillWidth: true
        visible: team.visible || devices.visible || figures.visible
        text: qsTr("Cet appareil")
    }
    PlainButton {
        id: team
        objectName: "openTeam"
        Layout.fillWidth: true
        visible: menu.shell.lock.isOpen && menu.shell.lock.hasKeys
        minimumTarget: Theme.crewTarget
        text: qsTr("Codes de cet appareil")
        iconName: "lock"
        onClicked: menu.shell.panel = "team"
    }
    PlainButton {
        id: devices
        objectName: "openDevices"
        Layout.fillWidth: true
        visible: menu.shell.space === "crew" && menu.shell.lock.isOpen && menu.shell.coordination.devices.isCrew && menu.shell.coordination.devices.stage === "list"
        minimumTarget: Theme.crewTarget
        text: qsTr("Approuver un appareil")
        iconName: "tablet"
        onClicked: menu.shell.panel = "devices"
    }
    PlainButton {
        id: figures
        objectName: "openFigures"
        Layout.fillWidth: true
        visible: menu.shell.space === "crew" && menu.shell.crewKey.ownFigures !== ""
        minimumTarget: Theme.crewTarget
        text: qsTr("Chiffres à lire aux mairies")
        iconName: "townhall"
        onClicked: menu.shell.panel = "crewkey"
    }

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Espace")
    }
    PlainButton {
        Layout.fillWidth: true
        text: qsTr("Changer d’espace")
        iconName: "people"
        onClicked: {
            menu.closed();
            menu.shell.space = "";
        }
    }
    SmallText {
        Layout.fillWidth: true
        visible: text !== ""
        text: menu.shell.territoryText
    }
}
