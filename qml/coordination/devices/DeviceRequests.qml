// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// For a crew on the road: who asks to come, with the six digits to compare, and the code for one more.
ColumnLayout {
    id: view

    required property DevicesPage page
    required property bool isShown
    readonly property bool isList: page.stage === "list"

    spacing: Theme.gap4
    onIsShownChanged: page.setShown(isShown)
    Component.onCompleted: if (isShown) page.setShown(true)

    BodyText {
        Layout.fillWidth: true
        visible: !view.isList
        text: view.page.stage === "locked" ? qsTr("Ouvrez d’abord l’appareil avec votre code.")
            : qsTr("Cet appareil travaille seul. Inscrivez-le d’abord\u00A0: l’état de l’envoi, en haut, y mène.")
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "look"
        title: view.page.problem
        text: view.page.remedy
    }
    HeadingText {
        Layout.fillWidth: true
        visible: view.isList
        text: view.page.requestCount > 0 ? qsTr("Demandent à rejoindre") : qsTr("Personne ne demande à rejoindre")
    }
    BodyText {
        Layout.fillWidth: true
        visible: view.isList && view.page.requestCount === 0
        soft: true
        text: qsTr("Quand un nouvel appareil aura lu son code, ses six chiffres apparaîtront ici pour être comparés.")
    }
    Repeater {
        model: view.isList ? view.page.requests : null

        RequestCard {
            Layout.fillWidth: true
            onApproved: view.page.approve(deviceKey)
            onRefused: view.page.refuse(deviceKey)
        }
    }
    InvitePanel {
        Layout.fillWidth: true
        visible: view.isList
        page: view.page
    }
}
