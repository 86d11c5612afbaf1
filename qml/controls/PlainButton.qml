// SPDX-License-Identifier: EUPL-1.2
import Medicobus.Theme

// An action among others.
ActionButton {
    fill: Theme.raised
    frame: Theme.edge
    ink: Theme.ink
}
