// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// The one next thing to do: full width, at the bottom, under the thumb.
Rectangle {
    id: bar

    property alias text: button.text
    property alias iconName: button.iconName
    property alias actionEnabled: button.enabled
    signal acted

    implicitHeight: button.implicitHeight + 2 * Theme.gap3
    implicitWidth: 320
    color: Theme.ground

    Divider { width: parent.width }

    PrimaryButton {
        id: button
        objectName: "mainAction"
        x: Theme.gap4
        y: Theme.gap3
        width: bar.width - 2 * Theme.gap4
        minimumTarget: 72
        onClicked: bar.acted()
    }
}
