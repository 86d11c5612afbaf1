// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Crew
import Medicobus.Lock
import Medicobus.Coordination
import Medicobus.Mairie
import Medicobus.Resident

// A space in its frame: rail or bottom bar, header, and the page itself.
Item {
    id: frame

    required property AppShell shell
    required property bool compact
    required property bool wide
    readonly property Space current: shell.current
    // What persons said stays behind the lock; the other spaces hold nothing of them.
    readonly property bool isLocked: shell.space === "crew" && !shell.lock.isOpen
    readonly property bool hasPlaces: current !== null && current.places.count > 1 && !isLocked
    signal menuOpened
    signal syncOpened

    RailBar {
        id: rail
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        visible: frame.hasPlaces && !frame.compact
        space: frame.current
    }

    ColumnLayout {
        anchors { fill: parent; leftMargin: rail.visible ? rail.width : 0 }
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: frame.isLocked ? qsTr("Verrouillé") : frame.current ? frame.current.title : ""
            note: frame.isLocked || !frame.current ? "" : frame.current.note
            mark: frame.shell.territoryText
            syncText: frame.shell.send.text
            syncBrief: frame.shell.send.brief
            syncIcon: frame.shell.send.icon
            canGoBack: frame.current !== null && frame.current.canGoBack && !frame.isLocked
            canLock: frame.shell.lock.stage === "open" && frame.shell.lock.hasKeys && frame.shell.space === "crew"
            userName: canLock && frame.shell.lock.userCount > 1 ? frame.shell.lock.userLabel : ""
            onLockAsked: frame.shell.lock.lock()
            onUserAsked: frame.shell.lock.changeUser()
            onBack: frame.shell.goBack()
            onMenuOpened: frame.menuOpened()
            onSyncOpened: frame.syncOpened()
        }

        ErrorPanel {
            Layout.fillWidth: true
            Layout.margins: Theme.gap4
            visible: frame.shell.problem !== ""
            title: qsTr("Ce choix n’a pas pu être gardé")
            text: frame.shell.problem
            safe: qsTr("Tout ce qui était déjà enregistré l’est toujours.")
            action: qsTr("J’ai compris")
            onActed: frame.shell.putProblemAway()
        }
        ProgressPanel {
            Layout.fillWidth: true
            Layout.margins: Theme.gap4
            Layout.maximumWidth: Theme.lineWidth
            visible: frame.shell.isPreparing
            label: qsTr("Préparation d’un premier programme…")
            value: frame.shell.preparingProgress
            canCancel: false
        }
        Notice {
            Layout.fillWidth: true
            Layout.margins: Theme.gap4
            visible: frame.shell.preparingError !== ""
            title: qsTr("Le premier programme n’a pas pu être préparé.")
            text: frame.shell.preparingError
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            // Repeaters of one or none: in Qt 6.4 a Loader cannot make a component bound to this file.
            Repeater {
                model: frame.isLocked ? 1 : 0

                LockView {
                    anchors.fill: parent
                    lock: frame.shell.lock
                }
            }
            Repeater {
                model: frame.shell.space === "crew" && !frame.isLocked ? 1 : 0

                CrewView {
                    anchors.fill: parent
                    space: frame.shell.crew
                    compact: frame.compact
                    wide: frame.wide
                }
            }
            Repeater {
                model: frame.shell.space === "coordination" ? 1 : 0

                CoordinationView {
                    anchors.fill: parent
                    space: frame.shell.coordination
                    compact: frame.compact
                    wide: frame.wide
                }
            }
            Repeater {
                model: frame.shell.space === "mairie" ? 1 : 0

                TownHallView {
                    anchors.fill: parent
                    space: frame.shell.townHall
                    crewKey: frame.shell.crewKey
                    compact: frame.compact
                    wide: frame.wide
                }
            }
            Repeater {
                model: frame.shell.space === "resident" ? 1 : 0

                ResidentView {
                    anchors.fill: parent
                    space: frame.shell.resident
                    compact: frame.compact
                    wide: frame.wide
                }
            }
        }

        BottomBar {
            Layout.fillWidth: true
            visible: frame.hasPlaces && frame.compact
            space: frame.current
        }
    }
}
