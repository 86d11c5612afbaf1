// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme

// The one main action of a page.
ActionButton {
    fill: Theme.primary
    pressedFill: Qt.darker(Theme.primary, 1.25)
    ink: Theme.primaryInk
}
