// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// Somebody to call: who, why, by when, the number, and below it what came of the call.
ColumnLayout {
    id: row

    required property string heading
    required property string title
    required property string note
    required property string phone
    required property string stateText
    required property string tone
    default property alias actions: buttons.data

    spacing: Theme.gap2

    HeadingText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap2
        visible: text !== ""
        text: row.heading
    }
    Card {
        id: card
        Layout.fillWidth: true
        spacing: Theme.gap2

        BodyText {
            Layout.fillWidth: true
            text: row.title
            strong: true
        }
        SmallText {
            Layout.fillWidth: true
            visible: text !== ""
            text: row.note
        }
        BodyText {
            objectName: "number"
            Layout.fillWidth: true
            visible: text !== ""
            text: row.phone
            strong: true
            font.pixelSize: Theme.largeSize
        }
        Flag {
            Layout.maximumWidth: card.width - 2 * card.padding
            visible: row.stateText !== ""
            text: row.stateText
            tone: row.tone
            iconName: row.tone === "act" ? "act" : row.tone === "good" ? "check" : "clock"
        }
        Flow {
            id: buttons
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap1
            spacing: Theme.gap3
        }
    }
}
