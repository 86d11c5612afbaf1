// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Map

// The card of one commune: each indicator with where it comes from.
Card {
    id: panel

    required property CommuneCard commune

    spacing: Theme.gap3

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap3

        DepthSwatch { depthClass: panel.commune.depthClass }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            HeadingText {
                Layout.fillWidth: true
                text: panel.commune.name
            }
            SmallText {
                Layout.fillWidth: true
                text: qsTr("%1 · code Insee %2").arg(panel.commune.depthWord).arg(panel.commune.insee)
            }
        }
    }

    Repeater {
        model: panel.commune

        ColumnLayout {
            id: indicator
            required property string label
            required property string value
            required property string source
            required property bool isKnown

            Layout.fillWidth: true
            spacing: 0
            Accessible.role: Accessible.StaticText
            Accessible.name: label + " : " + value + ", " + source

            BodyText {
                Layout.fillWidth: true
                text: indicator.label
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                text: indicator.value
                strong: indicator.isKnown
                soft: !indicator.isKnown
                Accessible.ignored: true
            }
            SmallText {
                Layout.fillWidth: true
                text: indicator.source
                Accessible.ignored: true
            }
        }
    }
}
