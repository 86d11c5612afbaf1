// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls

// One place in the rail or the bottom bar: an icon above its word.
T.Button {
    id: place

    required property string label
    required property string iconName
    required property bool chosen
    // How much waits there.
    required property int badge

    implicitWidth: Math.max(Theme.crewTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.crewTarget, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.gap2
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: badge > 0 ? label + ", " + badge : label
    Accessible.selected: chosen
    Keys.onReturnPressed: place.clicked()
    Keys.onEnterPressed: place.clicked()

    contentItem: ColumnLayout {
        spacing: 2

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.gap1

            Icon {
                icon: place.iconName
                color: place.chosen ? Theme.primary : Theme.ink
                Layout.preferredWidth: Theme.iconSize
                Layout.preferredHeight: Theme.iconSize
            }
            CountBadge {
                visible: place.badge > 0
                count: place.badge
            }
        }
        SmallText {
            Layout.fillWidth: true
            text: place.label
            color: place.chosen ? Theme.primary : Theme.ink
            strong: place.chosen
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: place.chosen ? Theme.primarySoft : place.down || place.hovered ? Theme.sunken : "transparent"
        border.width: place.chosen && Theme.isSunlight ? Theme.stroke : 0
        border.color: Theme.primary

        FocusRing { around: place }
    }
}
