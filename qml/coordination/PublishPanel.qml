// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Which programme is in force, and the two things to do here: propose a plan, and publish it.
Card {
    id: panel

    required property PlanPage page

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap3

        Icon {
            icon: panel.page.isDraft ? "edit" : "check"
            color: panel.page.isDraft ? Theme.look : Theme.good
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            BodyText {
                Layout.fillWidth: true
                strong: true
                text: panel.page.isDraft ? qsTr("Plan proposé, pas encore publié") : qsTr("Plan publié")
            }
            SmallText {
                Layout.fillWidth: true
                text: panel.page.publishedText
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap3

        PrimaryButton {
            visible: panel.page.isDraft
            enabled: panel.page.canPublish && !panel.page.run.isRunning
            text: qsTr("Publier")
            iconName: "publish"
            Accessible.description: qsTr("Met ce plan en vigueur à partir du %1").arg(panel.page.mondayText)
            onClicked: panel.page.publish()
        }
        Row {
            visible: panel.page.isDraft
            spacing: Theme.gap2

            IconButton {
                label: qsTr("Une semaine plus tôt")
                iconName: "minus"
                frame: Theme.edge
                enabled: panel.page.canBeSooner
                onClicked: panel.page.sooner()
            }
            BodyText {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, panel.width - 4 * Theme.target)
                text: qsTr("à partir du %1").arg(panel.page.mondayText)
            }
            IconButton {
                label: qsTr("Une semaine plus tard")
                iconName: "plus"
                frame: Theme.edge
                onClicked: panel.page.later()
            }
        }
        PlainButton {
            enabled: !panel.page.run.isRunning
            text: panel.page.isDraft ? qsTr("Proposer un autre plan") : qsTr("Proposer un plan")
            iconName: "refresh"
            onClicked: panel.page.propose()
        }
    }
}
