// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// What the plan is worth, as many figures beside each other as fit.
GridLayout {
    id: strip

    required property PlanFigures figures

    columns: Math.max(1, Math.floor((width + columnSpacing) / (200 * Theme.textScale + columnSpacing)))
    columnSpacing: Theme.gap3
    rowSpacing: Theme.gap3

    Repeater {
        model: strip.figures

        Rectangle {
            id: figure
            required property string label
            required property string value
            required property string note
            required property string tone

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitWidth: 160
            implicitHeight: texts.implicitHeight + 2 * Theme.gap3
            radius: Theme.radius
            color: tone === "act" ? Theme.actSoft : Theme.raised
            border.width: Theme.stroke
            border.color: tone === "act" ? Theme.act : Theme.line
            Accessible.role: Accessible.StaticText
            Accessible.name: label + " : " + value + ", " + note

            Column {
                id: texts
                x: Theme.gap3
                y: Theme.gap3
                width: parent.width - 2 * Theme.gap3
                spacing: 2

                SmallText {
                    width: parent.width
                    text: figure.label
                    color: Theme.ink
                    Accessible.ignored: true
                }
                Row {
                    spacing: Theme.gap2

                    HeadingText {
                        text: figure.value
                        Accessible.ignored: true
                        Accessible.role: Accessible.StaticText
                    }
                    Icon {
                        visible: figure.tone !== "quiet"
                        icon: figure.tone === "act" ? "act" : "check"
                        color: figure.tone === "act" ? Theme.act : Theme.good
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.iconSize * 0.8
                        height: Theme.iconSize * 0.8
                    }
                }
                SmallText {
                    width: parent.width
                    text: figure.note
                    visible: text !== ""
                    Accessible.ignored: true
                }
            }
        }
    }
}
