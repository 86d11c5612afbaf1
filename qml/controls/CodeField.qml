// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme

// A long code, pasted or typed letter by letter, with its name above and a hint or an error below.
ColumnLayout {
    id: field

    required property string label
    property alias text: input.text
    property string hint: ""
    property string error: ""
    property alias inputName: input.objectName
    signal edited(string text)

    spacing: Theme.gap2

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
        activeFocusOnTab: true
        selectByMouse: true
        wrapMode: TextEdit.WrapAnywhere
        textFormat: TextEdit.PlainText
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        color: Theme.ink
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryInk
        font.family: Theme.family
        font.pixelSize: Theme.bodySize
        font.weight: Theme.regular
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.error !== "" ? field.error : field.hint
        onTextChanged: field.edited(text)
        Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: Math.max(field.error !== "" ? 2 : 1, Theme.stroke)
            border.color: field.error !== "" ? Theme.act : Theme.edge

            FocusRing { around: input }
        }
    }
    SmallText {
        objectName: "codeRemark"
        Layout.fillWidth: true
        visible: text !== ""
        text: field.error !== "" ? field.error : field.hint
        color: field.error !== "" ? Theme.act : Theme.inkSoft
        Accessible.role: Accessible.AlertMessage
    }
}
