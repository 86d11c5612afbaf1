// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Whether this device looks where it is: always said, and ended at a touch.
QuietButton {
    id: toggle

    required property TourPosition position

    objectName: "positionSwitch"
    text: position.stateText
    iconName: "place"
    minimumTarget: Theme.crewTarget
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: position.isOn
    Accessible.description: position.isOn ? qsTr("Toucher pour couper la position")
        : qsTr("Toucher pour reprendre la position")
    onClicked: position.switchOn(!position.isOn)
}
