// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme
import Medicobus.Controls

// One line of the list: at the left who and when, which opens what else can be said; at the right the next state.
FocusScope {
    id: row

    required property string time
    required property string late
    required property string name
    required property string note
    required property var flags
    required property string appointment
    required property int slot
    required property string standing
    required property string stateText
    required property string nextText
    required property string nextIcon
    readonly property bool isFree: standing === "free"
    readonly property bool isFillable: isFree && note !== ""
    readonly property bool isTouched: !isFree || isFillable
    readonly property bool isOver: standing === "seen" || standing === "absent"
    readonly property bool isStacked: width < 340 * Theme.textScale
    readonly property var spokenFree: [qsTr("%1, place libre").arg(time), note]
    readonly property var spoken: [time, late, name, note, stateText, flags.join(", ")]

    function touch() {
        if (isFree)
            fillAsked();
        else
            menuAsked();
    }

    signal advanced
    signal menuAsked
    signal booked
    // A free place is to be given to somebody who waits.
    signal fillAsked

    implicitWidth: 320
    implicitHeight: grid.implicitHeight

    GridLayout {
        id: grid
        width: row.width
        columns: row.isStacked ? 1 : 2
        columnSpacing: Theme.gap3
        rowSpacing: Theme.gap3

        T.Button {
            id: person
            objectName: "person"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            implicitHeight: Math.max(row.isFree ? Theme.crewTarget : 0, implicitContentHeight + 2 * Theme.gap2)
            leftPadding: Theme.gap3
            rightPadding: Theme.gap2
            topPadding: Theme.gap2
            bottomPadding: Theme.gap2
            focus: true
            enabled: row.isTouched
            focusPolicy: row.isTouched ? Qt.StrongFocus : Qt.NoFocus
            Accessible.role: row.isTouched ? Accessible.Button : Accessible.StaticText
            Accessible.name: row.isFree ? row.spokenFree.filter(part => part !== "").join(", ")
                : row.spoken.filter(part => part !== "").join(", ")
            Accessible.description: row.isFillable ? qsTr("Donne la place à une personne qui attend")
                : row.isFree ? "" : qsTr("Ouvre les autres choix pour cette personne")
            onClicked: row.touch()
            onPressAndHold: row.touch()
            Keys.onReturnPressed: row.touch()
            Keys.onMenuPressed: row.touch()

            contentItem: ColumnLayout {
                spacing: 2

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap2

                    TimeText {
                        text: row.time
                        strong: true
                        color: row.isOver || row.isFree ? Theme.inkSoft : Theme.ink
                        Accessible.ignored: true
                    }
                    SmallText {
                        Layout.fillWidth: true
                        text: row.isFree ? qsTr("libre") : row.late
                        color: row.isFree ? Theme.inkSoft : Theme.look
                        strong: !row.isFree
                        Accessible.ignored: true
                    }
                    Icon {
                        visible: row.isTouched
                        icon: row.isFree ? "people" : "more"
                        color: Theme.inkSoft
                        Layout.preferredWidth: Theme.iconSize
                        Layout.preferredHeight: Theme.iconSize
                    }
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: row.name
                    strong: true
                    soft: row.isOver
                    Accessible.ignored: true
                }
                SmallText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: row.note
                    Accessible.ignored: true
                }
                SmallText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: row.flags.join(" · ")
                    color: Theme.look
                    strong: true
                    Accessible.ignored: true
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: person.down ? Theme.sunken : row.isFree ? "transparent" : Theme.raised
                border.width: !row.isTouched ? 0 : Math.max(1, Theme.stroke)
                border.color: Theme.line

                FocusRing { around: person }
            }
        }

        ActionButton {
            objectName: "next"
            visible: row.nextText !== "" || row.isFree
            Layout.fillWidth: true
            Layout.fillHeight: !row.isStacked
            Layout.preferredWidth: 1
            minimumTarget: Theme.crewTarget
            leftPadding: Theme.gap2
            rightPadding: Theme.gap2
            readonly property bool isHere: row.standing === "arrived" || row.standing === "in_consultation"
            text: row.isFree ? qsTr("Réserver") : row.nextText
            iconName: row.isFree ? "plus" : row.nextIcon
            fill: isHere ? Theme.primary : row.isFree ? "transparent" : Theme.raised
            pressedFill: isHere ? Qt.darker(Theme.primary, 1.25) : Theme.sunken
            ink: isHere ? Theme.primaryInk : row.isFree ? Theme.primary : Theme.ink
            frame: isHere ? Theme.primary : Theme.edge
            Accessible.name: row.isFree ? qsTr("Réserver %1").arg(row.time) : text + ", " + row.name
            onClicked: row.isFree ? row.booked() : row.advanced()
        }

        Item {
            visible: row.nextText === "" && !row.isFree
            Layout.fillWidth: true
            Layout.fillHeight: !row.isStacked
            Layout.preferredWidth: 1
            implicitHeight: done.implicitHeight + 2 * Theme.gap2

            Flag {
                id: done
                anchors.centerIn: parent
                width: Math.min(parent.width, implicitWidth)
                text: row.stateText
                tone: row.standing === "seen" ? "good" : "look"
                iconName: row.standing === "seen" ? "check" : "absent"
            }
        }
    }
}
