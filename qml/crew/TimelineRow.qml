// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls

// One line of the day: its hour, its place on the line of time, what it is, and what really happened.
T.ItemDelegate {
    id: row

    required property string time
    required property string said
    required property string title
    required property string note
    required property string kind
    required property string progress
    required property string stop
    required property string card
    required property bool isConfirmed
    required property bool isCancelled
    readonly property bool isList: stop !== "" && !isCancelled
    readonly property bool hasCard: card !== ""
    readonly property bool isTouched: isList || hasCard
    readonly property bool isPoint: kind === "depart" || kind === "setup" || kind === "return" || kind === "break"
    readonly property bool isNow: progress === "now"
    readonly property bool saysBeside: !isList && Theme.textScale < 1.4
    readonly property var spoken: [time, title, note, said]
    signal opened
    signal cardOpened

    function act() {
        if (isList)
            opened();
        else
            cardOpened();
    }

    implicitWidth: 320
    implicitHeight: Math.max(isTouched ? Theme.crewTarget : 0, implicitContentHeight + topPadding + bottomPadding)
    topPadding: isList ? Theme.gap2 : Theme.gap1
    bottomPadding: topPadding
    leftPadding: Theme.gap3
    rightPadding: Theme.gap3
    enabled: isTouched
    focusPolicy: isTouched ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: isTouched ? Accessible.Button : Accessible.StaticText
    Accessible.name: spoken.filter(part => part !== "").join(", ")
    Accessible.description: isList ? qsTr("Ouvre la liste") : hasCard ? qsTr("Ouvre la fiche du lieu") : ""
    onClicked: act()
    Keys.onReturnPressed: act()
    Keys.onEnterPressed: act()

    contentItem: RowLayout {
        spacing: Theme.gap3

        // As wide for every weight, so that the line of time stands straight.
        Item {
            implicitWidth: 3 * Theme.bodySize
            implicitHeight: childrenRect.height
            Layout.alignment: Qt.AlignTop

            TimeText {
                text: row.time
                strong: row.isPoint || row.isNow
                color: row.progress === "done" ? Theme.inkSoft : Theme.ink
                Accessible.ignored: true
            }
        }
        Item {
            implicitWidth: Theme.gap4
            Layout.fillHeight: true

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: -row.topPadding
                width: 2
                height: row.height + Theme.gap1
                color: row.progress === "ahead" ? Theme.edge : Theme.primary
            }
            Rectangle {
                visible: row.isPoint
                anchors.horizontalCenter: parent.horizontalCenter
                y: 2
                width: Theme.gap4
                height: width
                radius: width / 2
                color: row.progress === "ahead" ? Theme.ground : Theme.primary
                border.width: 2
                border.color: row.progress === "ahead" ? Theme.edge : Theme.primary
            }
        }
        Column {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: 2

            BodyText {
                width: parent.width
                text: row.title
                strong: row.isPoint || row.isNow || row.isList
                soft: row.progress === "done" && !row.isList || row.kind === "drive" && !row.isNow
                font.strikeout: row.isCancelled
                Accessible.ignored: true
            }
            SmallText {
                width: parent.width
                visible: text !== ""
                text: row.note
                Accessible.ignored: true
            }
            SaidTime {
                visible: row.said !== "" && !row.saysBeside
                text: row.said
                isConfirmed: row.isConfirmed
            }
            Flag {
                visible: row.isNow
                width: Math.min(parent.width, implicitWidth)
                text: row.kind === "drive" ? qsTr("En route") : row.kind === "break" ? qsTr("En pause") : qsTr("Ici, maintenant")
                tone: "primary"
                iconName: row.kind === "drive" ? "bus" : "place"
                Accessible.ignored: true
            }
        }
        SaidTime {
            visible: row.said !== "" && row.saysBeside
            text: row.said
            isConfirmed: row.isConfirmed
            Layout.alignment: Qt.AlignTop
        }
        Icon {
            visible: row.isTouched
            icon: row.isList ? "forward" : "info"
            color: Theme.primary
            Layout.preferredWidth: Theme.iconSize
            Layout.preferredHeight: Theme.iconSize
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: row.isNow ? Theme.primarySoft : row.isList ? Theme.raised : "transparent"
        border.width: row.isList ? Math.max(1, Theme.stroke) : row.isNow && Theme.isSunlight ? Theme.stroke : 0
        border.color: Theme.edge

        FocusRing { around: row }
    }
}
