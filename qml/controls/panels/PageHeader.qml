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
    // The same in two words, for a line that large letters fill.
    property string syncBrief: ""
    property string syncIcon: "cloud-off"
    property bool canGoBack: false
    property bool canLock: false
    // Who is there, where several persons share the device.
    property string userName: ""
    // Room for the mark beside the state; else it goes below the title.
    readonly property bool isRoomy: width >= 480 * Theme.textScale
    signal back
    signal syncOpened
    signal menuOpened
    signal lockAsked
    signal userAsked

    implicitHeight: column.implicitHeight + Theme.gap2
    implicitWidth: 320

    ColumnLayout {
        id: column
        x: Theme.gap2
        width: header.width - 2 * Theme.gap2
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap3

            IconButton {
                visible: header.canGoBack
                label: qsTr("Retour")
                iconName: "back"
                onClicked: header.back()
            }
            // On a phone the title stands here, and the state has a line of its own below it.
            TitleText {
                Layout.fillWidth: true
                Layout.leftMargin: header.canGoBack ? 0 : Theme.gap2
                visible: !header.isRoomy
                text: header.title
            }
            SmallText {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap2
                visible: header.isRoomy
                text: header.mark
            }
            QuietButton {
                objectName: "sendState"
                visible: header.isRoomy && header.syncText !== ""
                text: header.syncText
                iconName: header.syncIcon
                ink: Theme.ink
                Layout.maximumWidth: header.width / 2
                Accessible.description: qsTr("Ouvre ce qui attend d'être envoyé")
                onClicked: header.syncOpened()
            }
            QuietButton {
                objectName: "user"
                visible: header.isRoomy && header.userName !== ""
                minimumTarget: Theme.crewTarget
                text: header.userName
                iconName: "person"
                ink: Theme.ink
                Layout.maximumWidth: header.width / 3
                Accessible.description: qsTr("Passe l’appareil à quelqu’un d’autre")
                onClicked: header.userAsked()
            }
            IconButton {
                objectName: "lock"
                visible: header.canLock
                Layout.alignment: Qt.AlignTop
                label: qsTr("Verrouiller")
                iconName: "lock"
                onClicked: header.lockAsked()
            }
            IconButton {
                objectName: "menu"
                Layout.alignment: Qt.AlignTop
                label: qsTr("Menu")
                iconName: "menu"
                onClicked: header.menuOpened()
            }
        }
        TitleText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            visible: header.isRoomy
            text: header.title
        }
        SmallText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            visible: text !== ""
            text: header.note
        }
        Flow {
            Layout.fillWidth: true
            visible: !header.isRoomy
            spacing: Theme.gap3

            QuietButton {
                objectName: "sendState"
                visible: header.syncText !== ""
                width: Math.min(implicitWidth, parent.width)
                text: Theme.textScale > 1.4 && header.syncBrief !== "" ? header.syncBrief : header.syncText
                Accessible.name: header.syncText
                iconName: header.syncIcon
                ink: Theme.ink
                Accessible.description: qsTr("Ouvre ce qui attend d'être envoyé")
                onClicked: header.syncOpened()
            }
            QuietButton {
                objectName: "user"
                visible: header.userName !== ""
                width: Math.min(implicitWidth, parent.width)
                minimumTarget: Theme.crewTarget
                text: header.userName
                iconName: "person"
                ink: Theme.ink
                Accessible.description: qsTr("Passe l’appareil à quelqu’un d’autre")
                onClicked: header.userAsked()
            }
        }
        SmallText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap2
            visible: !header.isRoomy && text !== ""
            text: header.mark
        }
    }
}
