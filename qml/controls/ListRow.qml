// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme

// One line of a list: a leading icon, a title with a note below, and whatever its owner puts at the end.
T.ItemDelegate {
    id: row

    required property string title
    property string note: ""
    property string iconName: ""
    property bool chosen: false
    property int minimumTarget: Theme.target
    default property alias trailing: end.data

    implicitWidth: 320
    implicitHeight: Math.max(minimumTarget, line.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap4
    rightPadding: Theme.gap4
    topPadding: Theme.gap2
    bottomPadding: Theme.gap2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: note === "" ? title : title + ", " + note
    Accessible.selected: chosen
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    RowLayout {
        id: line
        x: row.leftPadding
        y: row.topPadding
        width: row.width - row.leftPadding - row.rightPadding
        height: row.height - row.topPadding - row.bottomPadding
        spacing: Theme.gap3

        Icon {
            visible: row.iconName !== ""
            icon: row.iconName
            color: row.chosen ? Theme.primary : Theme.ink
            Layout.preferredWidth: Theme.iconSize
            Layout.preferredHeight: Theme.iconSize
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            BodyText {
                Layout.fillWidth: true
                text: row.title
                strong: row.chosen
                Accessible.ignored: true
            }
            SmallText {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.note
                Accessible.ignored: true
            }
        }
        RowLayout {
            id: end
            spacing: Theme.gap2
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: row.chosen ? Theme.primarySoft : row.down || row.hovered ? Theme.sunken : "transparent"
        border.width: row.chosen && Theme.isSunlight ? Theme.stroke : 0
        border.color: Theme.primary

        FocusRing { around: row }
    }
}
