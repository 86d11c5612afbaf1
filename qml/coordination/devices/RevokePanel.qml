// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Before a device is shut out, which cannot be undone: what follows from it.
Card {
    id: panel

    required property DevicesPage page

    border.color: Theme.act
    border.width: Math.max(1, Theme.stroke)
    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Révoquer «\u00A0%1\u00A0»\u00A0?").arg(panel.page.revoking)
    }
    BodyText {
        Layout.fillWidth: true
        text: qsTr("Il n’échangera plus rien, et les places qui lui étaient réservées redeviennent libres. Ce qu’il a promis sans l’avoir envoyé reste inconnu\u00A0: une personne peut se présenter à une heure donnée à une autre.")
    }
    BodyText {
        Layout.fillWidth: true
        text: qsTr("L’effacement détruit ses clés à son prochain contact avec le serveur. Un appareil qui ne se reconnecte jamais n’est protégé que par ses codes.")
        soft: true
    }
    PrimaryButton {
        objectName: "revokeAndWipe"
        Layout.fillWidth: true
        text: qsTr("Perdu ou volé\u00A0: révoquer et effacer")
        onClicked: panel.page.revoke(true)
    }
    PlainButton {
        objectName: "revokeOnly"
        Layout.fillWidth: true
        text: qsTr("Révoquer sans effacer")
        onClicked: panel.page.revoke(false)
    }
    QuietButton {
        objectName: "keep"
        Layout.fillWidth: true
        text: qsTr("Ne rien changer")
        onClicked: panel.page.keep()
    }
}
