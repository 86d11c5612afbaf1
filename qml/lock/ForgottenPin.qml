// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// A PIN was forgotten: the two ways back, the shorter first.
ColumnLayout {
    id: help

    required property LockPage lock

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Code oublié")
    }
    FactLine {
        Layout.fillWidth: true
        text: qsTr("Un collègue ouvre l’appareil avec son code")
        note: qsTr("Menu, puis «\u00A0Codes de cet appareil\u00A0», puis «\u00A0Nouveau code\u00A0» à côté de votre nom.")
        iconName: "people"
    }
    FactLine {
        Layout.fillWidth: true
        text: help.lock.canRecover ? qsTr("Personne d’autre\u00A0: la clé de secours") : qsTr("Personne d’autre\u00A0: appelez la coordination")
        note: help.lock.canRecover ? qsTr("La coordination la garde dans un coffre et décide de vous la lire.")
            : qsTr("Cet appareil n’a pas de clé de secours. Elle peut le révoquer et en préparer un autre.")
        iconName: "lock"
    }
    BodyText {
        Layout.fillWidth: true
        soft: true
        text: qsTr("Rien n’est perdu\u00A0: ce qui a été noté reste ici, illisible. La tournée et les lieux se voient toujours.")
    }
    PlainButton {
        objectName: "startRecovery"
        Layout.fillWidth: true
        visible: help.lock.canRecover
        minimumTarget: Theme.crewTarget
        text: qsTr("J’ai la clé de secours")
        iconName: "lock"
        onClicked: help.lock.startRecovery()
    }
    PrimaryButton {
        objectName: "backToPin"
        Layout.fillWidth: true
        minimumTarget: Theme.crewTarget
        text: qsTr("Revenir au code")
        iconName: "back"
        onClicked: help.lock.goBack()
    }
}
