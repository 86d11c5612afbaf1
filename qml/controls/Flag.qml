// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme

// A state in an icon and a word; the colour only repeats what they say.
Rectangle {
    id: flag

    required property string text
    property string iconName: tone === "look" ? "look" : tone === "act" ? "act" : tone === "good" ? "check" : ""
    // "quiet", "primary", "good", "look" (amber) or "act" (red).
    property string tone: "quiet"
    readonly property color ink: tone === "look" ? Theme.lookSoftInk : tone === "act" ? Theme.actSoftInk
        : tone === "good" ? Theme.goodSoftInk : tone === "primary" ? Theme.primarySoftInk : Theme.ink

    implicitWidth: row.implicitWidth + 2 * Theme.gap3
    implicitHeight: row.implicitHeight + 2 * Theme.gap1
    radius: Theme.radius
    color: tone === "look" ? Theme.lookSoft : tone === "act" ? Theme.actSoft : tone === "good" ? Theme.goodSoft
        : tone === "primary" ? Theme.primarySoft : Theme.sunken
    border.width: Theme.isSunlight ? Theme.stroke : 0
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    RowLayout {
        id: row
        x: Theme.gap3
        y: Theme.gap1
        width: Math.min(implicitWidth, flag.width - 2 * Theme.gap3)
        spacing: Theme.gap1

        Icon {
            visible: flag.iconName !== ""
            icon: flag.iconName
            color: flag.ink
            Layout.preferredWidth: Theme.iconSize * 0.75
            Layout.preferredHeight: Theme.iconSize * 0.75
        }
        SmallText {
            Layout.fillWidth: true
            text: flag.text
            color: flag.ink
            strong: true
            Accessible.ignored: true
        }
    }
}
