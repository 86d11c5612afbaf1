// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Before a device is shut out: what follows from it; then ten seconds to take it back.
ColumnLayout {
    id: panel

    required property DeviceRevocation revocation

    spacing: Theme.gap3

    BodyText {
        Layout.fillWidth: true
        visible: !panel.revocation.isDue
        text: qsTr("Il n’échangera plus rien, et les places qui lui étaient réservées redeviennent libres. Ce qu’il a promis sans l’avoir envoyé reste inconnu\u00A0: une personne peut se présenter à une heure donnée à une autre.")
    }
    BodyText {
        Layout.fillWidth: true
        visible: !panel.revocation.isDue
        text: qsTr("L’effacement détruit ses clés à son prochain contact avec le serveur. Un appareil qui ne se reconnecte jamais n’est protégé que par ses codes.")
        soft: true
    }
    PrimaryButton {
        objectName: "revokeAndWipe"
        Layout.fillWidth: true
        visible: !panel.revocation.isDue
        text: qsTr("Perdu ou volé\u00A0: révoquer et effacer")
        onClicked: panel.revocation.choose(true)
    }
    PlainButton {
        objectName: "revokeOnly"
        Layout.fillWidth: true
        visible: !panel.revocation.isDue
        text: qsTr("Révoquer sans effacer")
        onClicked: panel.revocation.choose(false)
    }
    Notice {
        Layout.fillWidth: true
        visible: panel.revocation.isDue
        tone: "act"
        title: panel.revocation.isWipe ? qsTr("Révoqué et effacé dans %1\u00A0s").arg(panel.revocation.secondsLeft)
            : qsTr("Révoqué dans %1\u00A0s").arg(panel.revocation.secondsLeft)
        text: qsTr("Ensuite, cela ne peut plus être repris.")
    }
    PlainButton {
        objectName: "revokeNow"
        Layout.fillWidth: true
        visible: panel.revocation.isDue
        text: qsTr("Tout de suite")
        onClicked: panel.revocation.carryOut()
    }
    PlainButton {
        objectName: "keep"
        Layout.fillWidth: true
        text: panel.revocation.isDue ? qsTr("Annuler la révocation") : qsTr("Ne rien changer")
        iconName: panel.revocation.isDue ? "refresh" : ""
        onClicked: panel.revocation.takeBack()
    }
}
