// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// One thing to look at before closing: done, or what is left and the way to it.
ListRow {
    id: line

    required property bool done
    required property bool opens
    signal opened

    iconName: done ? "check" : "look"
    minimumTarget: Theme.crewTarget
    enabled: opens
    focusPolicy: opens ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: opens ? Accessible.Button : Accessible.StaticText
    onClicked: opened()

    background: Rectangle {
        radius: Theme.radius
        color: line.done ? Theme.goodSoft : Theme.lookSoft
        border.width: Math.max(1, Theme.stroke)
        border.color: line.done ? Theme.goodSoftInk : Theme.lookSoftInk

        FocusRing { around: line }
    }

    Icon {
        visible: line.opens
        icon: "forward"
        color: Theme.ink
        Layout.preferredWidth: Theme.iconSize
        Layout.preferredHeight: Theme.iconSize
    }
}
