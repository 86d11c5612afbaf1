// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// No PIN opens this device any more: what happened, what is safe, what to do.
ErrorPanel {
    id: panel

    required property LockPage lock

    title: qsTr("Cet appareil ne peut plus être ouvert par un code")
    text: panel.lock.problem + " " + panel.lock.remedy
    safe: qsTr("Ce qui attend d’être envoyé est gardé, illisible, sur cet appareil. La tournée et les lieux se voient toujours. Appelez la coordination\u00A0: elle peut le révoquer et en préparer un autre.")
    action: qsTr("Réessayer")
    onActed: panel.lock.retry()
}
