// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// What the exchange leaves to a person, the most urgent first, each with what settles it.
Item {
    id: view

    required property TodoPage todo
    // What was refused last, where the space does not show it itself.
    property string problem: ""
    property string remedy: ""

    ScrollPage {
        anchors.fill: parent
        visible: view.todo.count > 0 || view.todo.problem !== ""
        spacing: Theme.gap3
        maximumWidth: 1.2 * Theme.lineWidth

        Notice {
            Layout.fillWidth: true
            visible: title !== ""
            tone: "act"
            title: view.todo.problem
        }
        Notice {
            Layout.fillWidth: true
            visible: title !== ""
            tone: "act"
            title: view.problem
            text: view.remedy
        }
        PlainButton {
            objectName: "printCalls"
            Layout.fillWidth: true
            visible: view.todo.hasCalls
            enabled: !view.todo.isPrinting
            minimumTarget: Theme.crewTarget
            text: view.todo.isPrinting ? qsTr("Envoi à l’imprimante…") : qsTr("Imprimer la liste d’appels")
            iconName: "print"
            onClicked: view.todo.printCalls()
        }
        Repeater {
            model: view.todo.rows

            TodoRow {
                Layout.fillWidth: true
                onSettled: choice => view.todo.settle(todoId, choice)
                onRedone: view.todo.redo(todoId)
                onPutAway: view.todo.putAway(todoId)
                onMoveAsked: view.todo.move(todoId)
            }
        }
    }

    ScrollPage {
        anchors.fill: parent
        visible: view.todo.count === 0 && view.todo.problem === ""

        EmptyState {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap8
            iconName: "check"
            title: qsTr("Rien à régler")
            text: qsTr("Ici se rangent les places à redonner, les réponses à départager et ce que le serveur a refusé. Chaque ligne vient avec ce qui la règle.")
        }
    }
}
