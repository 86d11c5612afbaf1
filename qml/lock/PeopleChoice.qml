// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Who is there: one big row for each person.
ColumnLayout {
    id: choice

    required property LockPage lock

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Qui est là\u00A0?")
    }

    Repeater {
        model: choice.lock.users

        PlainButton {
            required property string userId
            required property string label

            objectName: "person"
            Layout.fillWidth: true
            text: label
            iconName: "person"
            minimumTarget: 72
            onClicked: choice.lock.chooseUser(userId)
        }
    }
}
