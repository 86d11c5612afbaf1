// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Twelve big keys that gloves hit. Each digit goes to the view-model as it is pressed and stays nowhere here.
GridLayout {
    id: pad

    required property PinForm form
    readonly property bool isReady: form.isReady

    columns: 3
    columnSpacing: Theme.gap3
    rowSpacing: Theme.gap3

    Repeater {
        model: [1, 2, 3, 4, 5, 6, 7, 8, 9]

        PinKey {
            required property int modelData

            objectName: "key" + modelData
            text: modelData
            enabled: pad.isReady
            onClicked: pad.form.press(modelData)
        }
    }
    PinKey {
        objectName: "erase"
        label: qsTr("Effacer le dernier chiffre")
        iconName: "erase"
        enabled: pad.isReady && pad.form.digits > 0
        onClicked: pad.form.erase()
    }
    PinKey {
        objectName: "key0"
        text: "0"
        enabled: pad.isReady
        onClicked: pad.form.press(0)
    }
    PinKey {
        objectName: "open"
        label: pad.form.stage === "pin" ? qsTr("Ouvrir") : qsTr("Valider le code")
        iconName: "check"
        isMain: true
        enabled: pad.form.canConfirm
        onClicked: pad.form.confirm()
    }
}
