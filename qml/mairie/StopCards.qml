// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Theme

// The next stops, a card each.
GridLayout {
    id: cards

    required property PassageModel passages

    columnSpacing: Theme.gap4
    rowSpacing: Theme.gap4

    Repeater {
        model: cards.passages

        Card {
            id: card

            required property string day
            required property string hours
            required property string place
            required property string address
            required property string freePlaces
            required property string notice
            required property string tone
            required property bool isCancelled

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            HeadingText {
                Layout.fillWidth: true
                text: card.day.charAt(0).toUpperCase() + card.day.slice(1)
                font.strikeout: card.isCancelled
            }
            BodyText {
                Layout.fillWidth: true
                text: card.hours
                font.strikeout: card.isCancelled
            }
            BodyText {
                Layout.fillWidth: true
                text: card.address === "" ? card.place : card.place + ", " + card.address
            }
            Flag {
                Layout.maximumWidth: card.width - 2 * card.padding
                visible: card.freePlaces !== ""
                text: card.freePlaces
                tone: "primary"
                iconName: "people"
            }
            Flag {
                Layout.maximumWidth: card.width - 2 * card.padding
                visible: card.notice !== ""
                text: card.notice
                tone: card.tone
            }
        }
    }
}
