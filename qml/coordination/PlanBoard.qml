// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The board: weeks as rows, half-days as columns, for each bus. A cell opens the tour of its day.
Item {
    id: frame

    required property PlanPage page
    readonly property PlanBoardModel board: page.board
    readonly property real titleWidth: 88 * Theme.textScale
    readonly property int columnCount: board.weekdays.length * board.halfDays.length
    readonly property real cellWidth: Math.max(88 * Theme.textScale, columnCount > 0 ? (width - titleWidth) / columnCount : 0)

    implicitWidth: 640
    implicitHeight: headings.height + table.height
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Semaines et demi-journées")

    Item {
        anchors { left: parent.left; right: parent.right; leftMargin: frame.titleWidth }
        height: headings.height
        clip: true
        // Moved with the table below: what is out of view can be reached.
        readonly property bool followsScroll: true

        Row {
            id: headings
            x: -table.contentX

            Repeater {
                model: frame.board.weekdays

                Column {
                    id: day
                    required property string modelData

                    width: frame.cellWidth * frame.board.halfDays.length
                    bottomPadding: Theme.gap1

                    BodyText {
                        width: parent.width
                        text: day.modelData
                        strong: true
                        horizontalAlignment: Text.AlignHCenter
                    }
                    Row {
                        Repeater {
                            model: frame.board.halfDays

                            SmallText {
                                required property string modelData

                                width: frame.cellWidth
                                text: modelData
                                horizontalAlignment: Text.AlignHCenter
                            }
                        }
                    }
                }
            }
        }
    }

    Column {
        y: headings.height
        width: frame.titleWidth

        Repeater {
            model: frame.board.rowTitles

            SmallText {
                required property string modelData
                required property int index

                width: frame.titleWidth - Theme.gap2
                height: table.rowHeight
                verticalAlignment: Text.AlignVCenter
                text: modelData
                color: Theme.ink
                strong: true
            }
        }
    }

    TableView {
        id: table

        // All rows are as tall as the tallest cell, so that the titles beside them stand level.
        property real rowHeight: 64 * Theme.textScale
        property real wanted: 0

        // Later, because a new height makes the table drop the very cell that asks for it.
        function want(height: real) {
            wanted = Math.max(wanted, height);
            growing.restart();
        }
        function grow() {
            rowHeight = Math.max(rowHeight, wanted);
        }

        x: frame.titleWidth
        y: headings.height
        width: frame.width - frame.titleWidth
        height: rows * rowHeight
        clip: true
        model: frame.board
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.HorizontalFlick
        columnWidthProvider: () => frame.cellWidth
        rowHeightProvider: () => rowHeight
        onWidthChanged: layingOut.restart()
        onRowHeightChanged: layingOut.restart()

        Timer {
            id: growing
            interval: 0
            onTriggered: table.grow()
        }
        Timer {
            id: layingOut
            interval: 0
            onTriggered: table.forceLayout()
        }

        delegate: BoardCell {
            page: frame.page
            onNeededHeightChanged: table.want(neededHeight)
            Component.onCompleted: table.want(neededHeight)
        }

        Connections {
            target: Theme
            function onTextScaleChanged() {
                table.wanted = 0;
                table.rowHeight = 64 * Theme.textScale;
            }
        }
        Connections {
            target: frame
            function onCellWidthChanged() { layingOut.restart(); }
        }
    }
}
