// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// A few things that can be done, in a sheet at the bottom; closed by a choice, a touch beside it, or Escape.
FocusScope {
    id: sheet

    property string title: ""
    // A list of { value, label, icon } objects, with a `note` below the label where there is one.
    property var choices: []
    // What to know of it, below the choices.
    property var notes: []
    readonly property bool isOpen: visible
    signal chosen(string value)

    function open(heading: string, what: var) {
        title = heading;
        choices = what;
        visible = true;
        forceActiveFocus();
    }
    function close() {
        visible = false;
    }

    visible: false
    Keys.onEscapePressed: sheet.close()
    Keys.onBackPressed: sheet.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim

        TapHandler { onTapped: sheet.close() }
    }

    Rectangle {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.gap3 }
        width: Math.min(sheet.width - 2 * Theme.gap3, Theme.lineWidth)
        height: Math.min(list.contentHeight, sheet.height - 2 * Theme.gap6)
        radius: Theme.radius
        color: Theme.ground
        border.width: Theme.stroke
        border.color: Theme.line
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        // Keeps touches on the sheet from closing it.
        TapHandler { gesturePolicy: TapHandler.WithinBounds }

        ScrollPage {
            id: list
            anchors.fill: parent
            spacing: Theme.gap3
            maximumWidth: width

            HeadingText {
                Layout.fillWidth: true
                text: sheet.title
            }
            Repeater {
                model: sheet.choices

                ListRow {
                    required property var modelData

                    Layout.fillWidth: true
                    title: modelData.label
                    note: modelData.note ?? ""
                    iconName: modelData.icon
                    minimumTarget: Theme.crewTarget
                    onClicked: {
                        sheet.close();
                        sheet.chosen(modelData.value);
                    }
                }
            }
            Repeater {
                model: sheet.notes

                SmallText {
                    required property string modelData

                    objectName: "note"
                    Layout.fillWidth: true
                    text: modelData
                }
            }
            PlainButton {
                Layout.fillWidth: true
                minimumTarget: Theme.crewTarget
                text: qsTr("Fermer")
                onClicked: sheet.close()
            }
        }
    }
}
