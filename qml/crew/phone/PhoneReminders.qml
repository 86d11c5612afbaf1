// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Those expected on the next day of visits, to be reminded of it.
ColumnLayout {
    id: part

    required property PhonePage phone

    spacing: Theme.gap3

    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: part.phone.remindersText
        strong: true
    }
    Repeater {
        model: part.phone.reminders

        CallCard {
            id: reminder

            required property string callId

            Layout.fillWidth: true

            PlainButton {
                objectName: "reached"
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Prévenu")
                iconName: "check"
                onClicked: part.phone.remind(reminder.callId, true)
            }
            PlainButton {
                objectName: "notReached"
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("N’a pas répondu")
                iconName: "absent"
                onClicked: part.phone.remind(reminder.callId, false)
            }
        }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap6
        visible: part.phone.reminderCount === 0
        title: qsTr("Personne à prévenir")
        text: qsTr("Ici se rangent, la veille, les personnes qui ont rendez-vous à la prochaine halte.")
    }
}
