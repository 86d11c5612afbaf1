// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Exchange

// The coordination's space: one page for each of its places.
Item {
    id: view

    required property CoordinationSpace space
    // Under 600 wide; and from 1000 wide, where list and detail stand side by side.
    required property bool compact
    required property bool wide

    // Repeaters of one or none: in Qt 6.4 a Loader cannot make a component bound to this file.
    Repeater {
        model: view.space.territory !== null && view.space.place === "territory" ? 1 : 0

        TerritoryView {
            anchors.fill: parent
            page: view.space.territory
            wide: view.wide
        }
    }
    Repeater {
        model: view.space.plan !== null && view.space.place === "plan" ? 1 : 0

        PlanView {
            anchors.fill: parent
            page: view.space.plan
            wide: view.wide
        }
    }
    Repeater {
        model: view.space.place === "todo" ? 1 : 0

        TodoView {
            anchors.fill: parent
            todo: view.space.todo
            problem: view.space.feedback.problem
            remedy: view.space.feedback.remedy
        }
    }
    Repeater {
        model: view.space.place === "devices" ? 1 : 0

        DevicesView {
            anchors.fill: parent
            page: view.space.devices
            wide: view.wide
        }
    }
    ErrorPanel {
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.gap4 }
        visible: view.space.territory === null && (view.space.place === "territory" || view.space.place === "plan")
        title: qsTr("Le territoire ne peut pas être lu")
        text: qsTr("Les communes et leurs indicateurs manquent. Fermez l’application et ouvrez-la à nouveau.")
        safe: qsTr("Rien de ce qui est enregistré sur cet appareil n’est perdu.")
    }
}
