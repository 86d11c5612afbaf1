// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A sheet to print, or to keep as a file by one's own choice.
ColumnLayout {
    id: sheet

    required property string title
    required property bool isBusy
    signal printed
    signal saved

    spacing: Theme.gap2

    BodyText {
        Layout.fillWidth: true
        text: sheet.title
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap3

        PlainButton {
            objectName: "print"
            width: Math.min(implicitWidth, parent.width)
            minimumTarget: Theme.crewTarget
            enabled: !sheet.isBusy
            text: sheet.isBusy ? qsTr("Envoi à l’imprimante…") : qsTr("Imprimer")
            iconName: "print"
            Accessible.name: text + ", " + sheet.title
            onClicked: sheet.printed()
        }
        QuietButton {
            objectName: "save"
            width: Math.min(implicitWidth, parent.width)
            minimumTarget: Theme.crewTarget
            text: qsTr("Enregistrer en PDF")
            iconName: "list"
            Accessible.name: text + ", " + sheet.title
            onClicked: sheet.saved()
        }
    }
}
