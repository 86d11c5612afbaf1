// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// One thing to settle: what happened, what to do, and the buttons that do it.
ColumnLayout {
    id: row

    required property string todoId
    required property string kind
    required property string heading
    required property string title
    required property string note
    required property string remedy
    required property string phone
    required property var choices
    required property bool canMove
    required property bool canRedo
    required property bool canPutAway
    // Two things to compare, rather than buttons.
    readonly property bool compares: kind === "plan"
    property bool showsPhone: false
    signal settled(string choice)
    signal redone
    signal putAway
    signal moveAsked

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap2
        visible: text !== ""
        text: row.heading
    }

    Card {
        Layout.fillWidth: true
        spacing: Theme.gap3

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap3

            Icon {
                icon: row.kind === "replace" ? "act" : row.kind === "confirm" ? "clock" : "look"
                color: row.kind === "replace" ? Theme.act : row.kind === "confirm" ? Theme.ink : Theme.look
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.iconSize
                Layout.preferredHeight: Theme.iconSize
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.gap1

                BodyText {
                    Layout.fillWidth: true
                    text: row.title
                    strong: true
                }
                BodyText {
                    Layout.fillWidth: true
                    text: row.note
                }
                SmallText {
                    Layout.fillWidth: true
                    text: row.remedy
                }
            }
        }

        ChoiceGrid {
            Layout.fillWidth: true
            visible: row.choices.length > 0
            choices: row.choices
            compares: row.compares
            onChosen: value => row.settled(value)
        }

        BodyText {
            objectName: "number"
            Layout.fillWidth: true
            visible: row.showsPhone
            text: row.phone
            strong: true
            font.pixelSize: Theme.largeSize
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap3
            visible: row.phone !== "" || row.canMove || row.canRedo || row.canPutAway

            PlainButton {
                objectName: "call"
                visible: row.phone !== ""
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: row.showsPhone ? qsTr("Cacher le numéro") : qsTr("Appeler")
                iconName: "phone"
                onClicked: row.showsPhone = !row.showsPhone
            }
            PlainButton {
                objectName: "move"
                visible: row.canMove
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Autre place")
                iconName: "calendar"
                onClicked: row.moveAsked()
            }
            PlainButton {
                objectName: "redo"
                visible: row.canRedo
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Refaire le mien")
                iconName: "refresh"
                onClicked: row.redone()
            }
            PlainButton {
                objectName: "putAway"
                visible: row.canPutAway
                minimumTarget: Theme.crewTarget
                width: Math.min(implicitWidth, parent.width)
                text: row.compares ? qsTr("Garder l’autre") : qsTr("J’ai compris")
                iconName: "check"
                onClicked: row.putAway()
            }
        }
    }
}
