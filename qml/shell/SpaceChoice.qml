// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The first page of all: which of the four people is holding this device.
ScrollPage {
    id: page

    required property AppShell shell
    readonly property bool twoColumns: width >= 760

    centered: true
    maximumWidth: 920

    TitleText {
        Layout.fillWidth: true
        // On a large window the cards stand nearer to the middle than to the top.
        Layout.topMargin: page.twoColumns ? Math.max(Theme.gap6, (page.height - 560 * Theme.textScale) / 2) : Theme.gap4
        text: qsTr("Qui utilise cet appareil ?")
    }
    BodyText {
        Layout.fillWidth: true
        soft: true
        text: qsTr("Ce choix se change plus tard dans le menu.")
    }

    GridLayout {
        Layout.fillWidth: true
        columns: page.twoColumns ? 2 : 1
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap3

        Repeater {
            model: [
                { key: "crew", icon: "bus", title: qsTr("L’équipe du bus"), note: qsTr("La tournée du jour, les rendez-vous, les consultations") },
                { key: "coordination", icon: "plan", title: qsTr("La coordination"), note: qsTr("Les besoins, le plan des tournées, la publication") },
                { key: "mairie", icon: "townhall", title: qsTr("La mairie"), note: qsTr("Les prochains passages dans la commune") },
                { key: "resident", icon: "home", title: qsTr("Un habitant"), note: qsTr("Quand et où le médicobus passe près de chez moi") }
            ]

            SpaceCard {
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                title: modelData.title
                note: modelData.note
                iconName: modelData.icon
                onClicked: page.shell.space = modelData.key
            }
        }
    }

    Flag {
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: page.width - 2 * page.margin
        visible: text !== ""
        text: page.shell.territoryText
    }
}
