// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A message that stays on its page: an icon, what happened, and what follows from it.
Rectangle {
    id: notice

    required property string title
    property string text: ""
    // "look" (amber), "act" (red), "good" or "primary".
    property string tone: "look"
    property string iconName: tone === "act" ? "act" : tone === "good" ? "check" : tone === "primary" ? "info" : "look"
    readonly property color ink: tone === "act" ? Theme.actSoftInk : tone === "good" ? Theme.goodSoftInk
        : tone === "primary" ? Theme.primarySoftInk : Theme.lookSoftInk

    implicitWidth: 320
    implicitHeight: row.implicitHeight + 2 * Theme.gap3
    radius: Theme.radius
    color: tone === "act" ? Theme.actSoft : tone === "good" ? Theme.goodSoft
        : tone === "primary" ? Theme.primarySoft : Theme.lookSoft
    border.width: Math.max(1, Theme.stroke)
    border.color: ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text === "" ? title : title + " " + text

    RowLayout {
        id: row
        x: Theme.gap3
        y: Theme.gap3
        width: notice.width - 2 * Theme.gap3
        spacing: Theme.gap3

        Icon {
            icon: notice.iconName
            color: notice.ink
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: Theme.iconSize
            Layout.preferredHeight: Theme.iconSize
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gap1

            BodyText {
                Layout.fillWidth: true
                text: notice.title
                color: notice.ink
                strong: true
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: notice.text
                color: notice.ink
                Accessible.ignored: true
            }
        }
    }
}
