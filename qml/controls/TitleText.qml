// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme

// The one title of a page.
BodyText {
    strong: true
    lineHeight: 1.05
    font.pixelSize: Theme.titleSize
    Accessible.role: Accessible.Heading
}
