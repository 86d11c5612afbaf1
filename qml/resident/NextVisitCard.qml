// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Controls
import Medicobus.Theme

// The next visit: when, where, and how to book.
Card {
    id: card

    required property string day
    required property string hours
    required property string place
    required property string address
    required property string freePlaces
    required property string notice
    required property string tone
    required property string phone
    required property string booking

    padding: Theme.gap6
    spacing: Theme.gap3
    border.color: Theme.primary
    border.width: 2

    BodyText {
        Layout.fillWidth: true
        text: qsTr("Prochain passage")
        soft: true
    }
    DisplayText {
        Layout.fillWidth: true
        text: card.day.charAt(0).toUpperCase() + card.day.slice(1)
    }
    HeadingText {
        Layout.fillWidth: true
        text: card.hours
    }
    Flag {
        Layout.maximumWidth: card.width - 2 * card.padding
        visible: card.notice !== ""
        text: card.notice
        tone: card.tone
    }

    Divider { Layout.fillWidth: true }

    FactLine {
        Layout.fillWidth: true
        iconName: "place"
        text: card.address === "" ? card.place : card.place + "\n" + card.address
    }
    FactLine {
        Layout.fillWidth: true
        iconName: "phone"
        text: card.phone !== "" ? qsTr("Sur rendez-vous, au %1").arg(card.phone) : qsTr("Sur rendez-vous, auprès de votre mairie")
        note: card.booking
    }
    FactLine {
        Layout.fillWidth: true
        visible: card.freePlaces !== ""
        iconName: "people"
        text: card.freePlaces
    }
}
