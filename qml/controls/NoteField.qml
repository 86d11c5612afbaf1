// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme

// A few lines of free text, with their name above and how much room is left below.
FocusScope {
    id: field

    required property string label
    required property string text
    property int limit: 280
    signal edited(string text)

    implicitWidth: 320
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: field.width
        spacing: Theme.gap1

        BodyText {
            Layout.fillWidth: true
            text: field.label
            strong: true
        }
        T.TextArea {
            id: input
            Layout.fillWidth: true
            implicitHeight: Math.max(2 * Theme.target, contentHeight + topPadding + bottomPadding)
            padding: Theme.gap3
            focus: true
            activeFocusOnTab: true
            selectByMouse: true
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            text: field.text
            color: Theme.ink
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryInk
            font.family: Theme.family
            font.pixelSize: Theme.bodySize
            font.weight: Theme.regular
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: room.text
            onTextChanged: if (text !== field.text) field.edited(text)
            Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

            background: Rectangle {
                radius: Theme.radius
                color: Theme.raised
                border.width: Math.max(input.text.length > field.limit ? 2 : 1, Theme.stroke)
                border.color: input.text.length > field.limit ? Theme.act : Theme.edge

                FocusRing { around: input }
            }
        }
        SmallText {
            id: room
            Layout.fillWidth: true
            text: input.text.length > field.limit ? qsTr("%n caractère(s) de trop", "", input.text.length - field.limit)
                : qsTr("Encore %n caractère(s)", "", field.limit - input.text.length)
            color: input.text.length > field.limit ? Theme.act : Theme.inkSoft
        }
    }
}
