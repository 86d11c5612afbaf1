// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Controls.impl
import Medicobus.Theme

// One of our own drawings (24-unit box, 2-unit round strokes) in a colour of the theme.
IconImage {
    required property string icon

    source: icon === "" ? "" : Qt.resolvedUrl("icons/" + icon + ".svg")
    color: Theme.ink
    width: Theme.iconSize
    height: Theme.iconSize
    sourceSize.width: width
    sourceSize.height: height
    Accessible.ignored: true
}
