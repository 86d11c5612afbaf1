// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Crew

// The end of a half-day: what is still open, the equipment, what waits to be sent, and the two sheets.
ColumnLayout {
    id: view

    required property ClosingPage closing

    spacing: 0

    ScrollPage {
        objectName: "closing"
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap3

        Notice {
            Layout.fillWidth: true
            visible: view.closing.isClosed
            tone: "good"
            title: view.closing.closedText
        }
        Repeater {
            model: view.closing.checks

            CheckLine {
                required property var modelData

                Layout.fillWidth: true
                title: modelData.text
                done: modelData.done
                opens: modelData.appointment !== ""
                onOpened: view.closing.settle(modelData.appointment)
            }
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            text: qsTr("Matériel")
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap3

            Repeater {
                model: view.closing.equipment

                ToggleButton {
                    required property var modelData

                    objectName: "equipment"
                    width: Math.min(implicitWidth, parent.width)
                    minimumTarget: Theme.crewTarget
                    enabled: !view.closing.isClosed
                    text: modelData.label
                    on: modelData.on
                    onClicked: view.closing.check(modelData.value)
                }
            }
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            text: qsTr("À envoyer")
        }
        BodyText {
            Layout.fillWidth: true
            text: view.closing.sendText
        }

        HeadingText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap3
            text: qsTr("Feuilles")
        }
        SheetButtons {
            Layout.fillWidth: true
            title: qsTr("Feuille de la demi-journée")
            isBusy: view.closing.isPrinting
            onPrinted: view.closing.printDay()
            onSaved: view.closing.saveDay()
        }
        SheetButtons {
            Layout.fillWidth: true
            visible: view.closing.nextText !== ""
            title: view.closing.nextText
            isBusy: view.closing.isPrinting
            onPrinted: view.closing.printNext()
            onSaved: view.closing.saveNext()
        }
        Notice {
            Layout.fillWidth: true
            visible: title !== ""
            tone: "look"
            title: view.closing.savedText
        }
    }

    ActionBar {
        Layout.fillWidth: true
        text: view.closing.isClosed ? qsTr("Rouvrir la demi-journée") : view.closing.confirmText
        iconName: view.closing.isClosed ? "refresh" : "check"
        onActed: {
            if (view.closing.isClosed)
                view.closing.reopen();
            else
                view.closing.confirm();
        }
    }
}
