// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The enrolment code, pasted or typed; below it the same letters in groups of five, to read against the other screen.
ColumnLayout {
    id: entry

    required property EnrolmentPage enrolment
    readonly property bool isWrong: enrolment.codeError !== ""

    spacing: Theme.gap2

    BodyText {
        Layout.fillWidth: true
        text: qsTr("Code d’inscription")
        strong: true
    }
    SmallText {
        Layout.fillWidth: true
        text: qsTr("La coordination le montre ou l’envoie. Espaces, tirets et minuscules ne comptent pas.")
    }
    T.TextArea {
        id: input
        objectName: "code"
        Layout.fillWidth: true
        implicitHeight: Math.max(2 * Theme.target, contentHeight + topPadding + bottomPadding)
        padding: Theme.gap3
        activeFocusOnTab: true
        selectByMouse: true
        wrapMode: TextEdit.WrapAnywhere
        textFormat: TextEdit.PlainText
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        text: entry.enrolment.code
        color: Theme.ink
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryInk
        font.family: Theme.family
        font.pixelSize: Theme.bodySize
        font.weight: Theme.regular
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Code d’inscription")
        Accessible.description: entry.isWrong ? entry.enrolment.codeError : entry.enrolment.codeHint
        onTextChanged: if (text !== entry.enrolment.code) entry.enrolment.code = text
        Keys.onTabPressed: nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: Math.max(entry.isWrong ? 2 : 1, Theme.stroke)
            border.color: entry.isWrong ? Theme.act : Theme.edge

            FocusRing { around: input }
        }
    }
    SmallText {
        objectName: "codeRemark"
        Layout.fillWidth: true
        visible: text !== ""
        text: entry.isWrong ? entry.enrolment.codeError : entry.enrolment.codeHint
        color: entry.isWrong ? Theme.act : Theme.inkSoft
        Accessible.role: Accessible.AlertMessage
    }
    SmallText {
        Layout.fillWidth: true
        visible: text !== ""
        text: entry.enrolment.codeRead
    }
}
