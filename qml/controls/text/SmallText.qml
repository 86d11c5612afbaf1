// SPDX-License-Identifier: EUPL-1.2
import Medicobus.Theme
import Medicobus.Controls

// A note beside the thing it explains.
BodyText {
    soft: true
    font.pixelSize: Theme.smallSize
}
