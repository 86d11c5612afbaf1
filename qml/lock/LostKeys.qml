// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// No PIN opens this device any more: what happened, what is safe, what to do.
ColumnLayout {
    id: lost

    required property LockPage lock

    spacing: Theme.gap3

    ErrorPanel {
        Layout.fillWidth: true
        title: qsTr("Cet appareil ne peut plus être ouvert par un code")
        text: lost.lock.problem + " " + lost.lock.remedy
        safe: qsTr("Ce qui attend d’être envoyé est gardé, illisible, sur cet appareil. La tournée et les lieux se voient toujours. Appelez la coordination\u00A0: elle peut vous lire la clé de secours, ou le révoquer et en préparer un autre.")
        action: qsTr("Réessayer")
        onActed: lost.lock.retry()
    }
    PlainButton {
        objectName: "startRecovery"
        Layout.fillWidth: true
        visible: lost.lock.canRecover
        minimumTarget: Theme.crewTarget
        text: qsTr("J’ai la clé de secours")
        iconName: "lock"
        onClicked: lost.lock.startRecovery()
    }
}
