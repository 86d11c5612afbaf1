// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// What stands before the crew's pages while this device is locked. Digits of the keyboard work as those of the pad.
FocusScope {
    id: view

    required property LockPage lock
    readonly property bool takesDigits: lock.takesDigits

    Keys.onPressed: event => {
        if (!takesDigits)
            return;
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            lock.press(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete)
            lock.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            lock.confirm();
        else
            return;
        event.accepted = true;
    }
    onTakesDigitsChanged: if (takesDigits) forceActiveFocus()
    Component.onCompleted: if (takesDigits) forceActiveFocus()

    ScrollPage {
        anchors.fill: parent
        centered: true
        maximumWidth: 460 * (1 + (Theme.textScale - 1) * 0.6)
        spacing: Theme.gap3

        LockSteps {
            Layout.fillWidth: true
            lock: view.lock
        }
    }
}
