// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// The one thing that a page exists to say, such as the date of the next visit.
BodyText {
    strong: true
    lineHeight: 1.0
    font.pixelSize: Theme.displaySize
}
