// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The step of opening this device that is due: who is there, a PIN, a new one, or what to do when none opens it.
ColumnLayout {
    id: steps

    required property LockPage lock

    spacing: Theme.gap3

    PeopleChoice {
        Layout.fillWidth: true
        visible: steps.lock.stage === "people"
        lock: steps.lock
    }
    FirstPerson {
        Layout.fillWidth: true
        visible: steps.lock.stage === "name"
        lock: steps.lock
    }
    PinPage {
        Layout.fillWidth: true
        visible: steps.lock.takesDigits
        lock: steps.lock
    }
    LostKeys {
        Layout.fillWidth: true
        visible: steps.lock.stage === "lost"
        lock: steps.lock
    }
}
