// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// The one title of a page.
BodyText {
    strong: true
    lineHeight: 1.05
    font.pixelSize: Theme.titleSize
    Accessible.role: Accessible.Heading
}
