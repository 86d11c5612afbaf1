// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme

// A button that has room for its drawing only; `label` is its name for those who cannot see it.
ActionButton {
    required property string label

    ink: Theme.ink
    leftPadding: Theme.gap2
    rightPadding: Theme.gap2
    Accessible.name: label
}
