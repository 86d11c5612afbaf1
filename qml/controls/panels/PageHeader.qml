// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// The top of every page: back, the title, and at the right the state of what waits to be sent.
Item {
    id: header

    required property string title
    property string note: ""
    // A mark that must never be missed, such as that the territory is fictional.
    property string mark: ""
    property string syncText: ""
    property string syncIcon: "cloud-off"
    property bool canGoBack: false
    property bool canLock: false
    // Room for the mark beside the state; else it goes below the title.
    readonly property bool isRoomy: width >= 480 * Theme.textScale
    signal back
    signal syncOpened
    signal menuOpened
    signal lockAsked

    implicitHeight: column.implicitHeight + Theme.gap2
    implicitWidth: 320

    ColumnLayout {
        id: column
        x: Theme.gap2
        width: header.width - 2 * Theme.gap2
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap1

            IconButton {
                visible: header.canGoBack
                label: qsTr("Retour")
                iconName: "back"
                onClicked: header.back()
            }
            SmallText {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap2
                text: header.isRoomy ? header.mark : ""
            }
            QuietButton {
                visible: header.syncText !== ""
                text: header.syncText
                iconName: header.syncIcon
                ink: Theme.ink
                Layout.maximumWidth: header.width - (1 + (header.canGoBack ? 1 : 0) + (header.canLock ? 1 : 0)) * Math.max(Theme.target, Theme.iconSize + 2 * Theme.gap2)
                    - 6 * Theme.gap2
                Accessible.description: qsTr("Ouvre ce qui attend d'être envoyé")
                onClicked: header.syncOpened()
            }
            IconButton {
                objectName: "lock"
                visible: header.canLock
                label: qsTr("Verrouiller")
                iconName: "lock"
                onClicked: header.lockAsked()
            }
            IconButton {
                label: qsTr("Menu")
                iconName: "menu"
                onClicked: header.menuOpened()
            }
        }
        TitleText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            text: header.title
        }
        SmallText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            visible: text !== ""
            text: header.note
        }
        SmallText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            visible: !header.isRoomy && text !== ""
            text: header.mark
        }
    }
}
