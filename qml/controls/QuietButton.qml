// SPDX-License-Identifier: EUPL-1.2
import Medicobus.Theme

// An action that stays in the background of its page.
ActionButton {
    ink: Theme.primary
    leftPadding: Theme.gap3
    rightPadding: Theme.gap3
}
