// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme

// A yes that one touch gives or takes back; the mark says it as well as the colour.
ActionButton {
    id: toggle

    required property bool on

    iconName: on ? "check" : "plus"
    fill: on ? Theme.primary : Theme.raised
    pressedFill: on ? Qt.darker(Theme.primary, 1.25) : Theme.sunken
    ink: on ? Theme.primaryInk : Theme.ink
    frame: on ? Theme.primary : Theme.edge
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on
}
