// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Map

// A commune in the ranked list: its rank, its name, what it lacks, and why.
T.ItemDelegate {
    id: row

    required property int commune
    required property int rank
    required property string name
    required property string missing
    required property string inhabitants
    required property string apl
    required property int depthClass
    required property string depthWord
    required property bool chosen
    readonly property string note: qsTr("%1 · APL\u00A0%2 · %3\u00A0hab.").arg(depthWord).arg(apl).arg(inhabitants)
    // Large text on a narrow list: the figure goes below the name.
    readonly property bool isStacked: Theme.textScale > 1.3 && width < 480

    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap3
    rightPadding: Theme.gap3
    topPadding: Theme.gap2
    bottomPadding: Theme.gap2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: (rank > 0 ? qsTr("%1, rang %2, %3 consultations manquantes par an").arg(name).arg(rank).arg(missing) : name)
                     + ", " + note
    Accessible.selected: chosen
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    contentItem: RowLayout {
        spacing: Theme.gap3

        DepthSwatch {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            depthClass: row.depthClass
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            BodyText {
                Layout.fillWidth: true
                text: row.rank > 0 ? row.rank + ". " + row.name : row.name
                strong: true
                Accessible.ignored: true
            }
            TimeText {
                visible: row.rank > 0 && row.isStacked
                text: row.missing
                strong: true
                Accessible.ignored: true
            }
            SmallText {
                Layout.fillWidth: true
                text: row.note
                Accessible.ignored: true
            }
        }
        TimeText {
            Layout.alignment: Qt.AlignTop
            visible: row.rank > 0 && !row.isStacked
            text: row.missing
            strong: true
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: row.chosen ? Theme.primarySoft : row.down || row.hovered ? Theme.sunken : "transparent"
        border.width: row.chosen ? Math.max(1, Theme.stroke) : 0
        border.color: Theme.primary

        FocusRing { around: row }
    }
}
