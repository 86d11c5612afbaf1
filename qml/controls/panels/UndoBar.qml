// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// Says what was just done and offers to take it back for ten seconds; it asks nothing.
Rectangle {
    id: bar

    property string text: ""
    property bool canUndo: true
    signal undone

    // Shows what was done; a second call replaces the first.
    function show(what: string) {
        text = what;
        clock.restart();
    }
    function hide() {
        clock.stop();
    }

    implicitWidth: row.implicitWidth + 2 * Theme.gap4
    implicitHeight: row.implicitHeight + 2 * Theme.gap2
    visible: clock.running
    radius: Theme.radius
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Timer {
        id: clock
        interval: Theme.undoTime
    }

    RowLayout {
        id: row
        x: Theme.gap4
        y: Theme.gap2
        width: bar.width - 2 * Theme.gap4
        spacing: Theme.gap3

        BodyText {
            Layout.fillWidth: true
            text: bar.text
            color: Theme.ground
            Accessible.ignored: true
        }
        ActionButton {
            visible: bar.canUndo
            minimumTarget: Theme.crewTarget
            text: qsTr("Annuler")
            ink: Theme.ground
            frame: Theme.ground
            pressedFill: Theme.inkSoft
            onClicked: {
                clock.stop();
                bar.undone();
            }
        }
    }
}
