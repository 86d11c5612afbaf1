// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls

// A page that scrolls: one column, no wider than a line that reads well.
Flickable {
    id: page

    default property alias content: column.data
    property alias spacing: column.spacing
    property int margin: Theme.gap4
    property real maximumWidth: Theme.lineWidth
    property bool centered: false

    contentWidth: width
    contentHeight: column.implicitHeight + 2 * margin
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    clip: true

    T.ScrollBar.vertical: ThinScrollBar {}

    ColumnLayout {
        id: column
        x: page.centered ? (page.width - width) / 2 : page.margin
        y: page.margin
        width: Math.min(page.width - 2 * page.margin, page.maximumWidth)
        spacing: Theme.gap4
    }
}
