// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// What the position suggests, for a person to confirm or not.
Card {
    id: card

    required property TourPosition position

    spacing: Theme.gap3

    BodyText {
        Layout.fillWidth: true
        objectName: "positionQuestion"
        text: card.position.question
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap3

        PlainButton {
            objectName: "positionConfirm"
            text: card.position.confirmText
            iconName: "check"
            minimumTarget: Theme.crewTarget
            onClicked: card.position.confirm()
        }
        QuietButton {
            objectName: "positionDismiss"
            text: qsTr("Ce n’est pas ça")
            minimumTarget: Theme.crewTarget
            onClicked: card.position.dismiss()
        }
    }
}
