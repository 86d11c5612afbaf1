// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The devices of the hub: who asks to come, who is there, and the code for another one.
ScrollPage {
    id: view

    required property DevicesPage page
    required property bool wide
    readonly property bool isList: page.stage === "list"

    maximumWidth: wide ? 1100 : Theme.lineWidth
    Component.onCompleted: page.setShown(true)
    Component.onDestruction: page.setShown(false)

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap8
        visible: !view.isList
        iconName: view.page.stage === "locked" ? "lock" : "cloud-off"
        title: view.page.stage === "locked" ? qsTr("Appareil verrouillé") : qsTr("Cet appareil travaille seul")
        text: view.page.stage === "locked" ? qsTr("Entrez votre code pour voir les appareils et en ajouter.")
            : qsTr("Les appareils se gèrent depuis un serveur. Inscrivez d’abord celui-ci\u00A0: l’état de l’envoi, en haut de l’écran, y mène.")
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "look"
        title: view.page.problem
        text: view.page.remedy
    }

    GridLayout {
        Layout.fillWidth: true
        visible: view.isList
        columns: view.wide ? 2 : 1
        columnSpacing: Theme.gap6
        rowSpacing: Theme.gap4

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap3

            HeadingText {
                Layout.fillWidth: true
                visible: view.page.requestCount > 0
                text: qsTr("Demandent à rejoindre")
            }
            Repeater {
                model: view.page.requests

                RequestCard {
                    Layout.fillWidth: true
                    onApproved: view.page.approve(deviceKey)
                    onRefused: view.page.refuse(deviceKey)
                }
            }
            HeadingText {
                Layout.fillWidth: true
                text: qsTr("Appareils")
            }
            BodyText {
                Layout.fillWidth: true
                visible: view.page.deviceCount === 0
                soft: true
                text: view.page.isBusy ? qsTr("Lecture de la liste…") : qsTr("La liste n’est pas encore arrivée du serveur.")
            }
            Repeater {
                model: view.page.devices

                DeviceCard {
                    Layout.fillWidth: true
                    revocation: view.page.revocation
                }
            }
            SmallText {
                Layout.fillWidth: true
                visible: text !== ""
                text: view.page.asOf
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap3

            InvitePanel {
                Layout.fillWidth: true
                page: view.page
            }
        }
    }
}
