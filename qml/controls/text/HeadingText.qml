// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// The name of a part of a page.
BodyText {
    strong: true
    font.pixelSize: Theme.largeSize
    Accessible.role: Accessible.Heading
}
