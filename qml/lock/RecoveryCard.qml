// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Whether a recovery key is there for the day when no PIN opens this device, and how to get one.
Card {
    id: card

    required property TeamPage team

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Clé de secours")
    }
    BodyText {
        Layout.fillWidth: true
        text: card.team.hasRecovery
            ? qsTr("En place. Elle rouvre cet appareil si tous les codes sont oubliés ou perdus\u00A0; la coordination la garde dans un coffre.")
            : qsTr("Il n’y en a pas encore. Si tous les codes étaient oubliés, ce qui n’a pas été envoyé serait perdu.")
    }
    PlainButton {
        objectName: "makeRecovery"
        Layout.maximumWidth: card.width - 2 * card.padding
        minimumTarget: Theme.crewTarget
        text: card.team.hasRecovery ? qsTr("En faire une nouvelle") : qsTr("Faire une clé de secours")
        iconName: "lock"
        onClicked: card.team.makeRecovery()
    }
    PlainButton {
        objectName: "typeRecovery"
        Layout.maximumWidth: card.width - 2 * card.padding
        minimumTarget: Theme.crewTarget
        text: qsTr("Prendre celle d’une autre tablette")
        iconName: "tablet"
        onClicked: card.team.typeRecovery()
    }
}
