// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Medicobus.Theme

// A line to type in, with its name above and a hint or an error below.
FocusScope {
    id: field

    required property string label
    property alias text: input.text
    property alias placeholder: placeholderText.text
    property alias inputMethodHints: input.inputMethodHints
    property alias validator: input.validator
    property alias maximumLength: input.maximumLength
    property string hint: ""
    property string error: ""
    signal edited(string text)
    signal accepted

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
        T.TextField {
            id: input
            Layout.fillWidth: true
            implicitHeight: Math.max(Theme.target, contentHeight + topPadding + bottomPadding)
            leftPadding: Theme.gap3
            rightPadding: Theme.gap3
            topPadding: Theme.gap2
            bottomPadding: Theme.gap2
            focus: true
            activeFocusOnTab: true
            selectByMouse: true
            color: Theme.ink
            selectionColor: Theme.primary
            selectedTextColor: Theme.primaryInk
            font.family: Theme.family
            font.pixelSize: Theme.bodySize
            font.weight: Theme.regular
            verticalAlignment: TextInput.AlignVCenter
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.error !== "" ? field.error : field.hint
            onTextEdited: field.edited(text)
            onAccepted: field.accepted()

            background: Rectangle {
                radius: Theme.radius
                color: Theme.raised
                border.width: Math.max(field.error !== "" ? 2 : 1, Theme.stroke)
                border.color: field.error !== "" ? Theme.act : Theme.edge

                FocusRing { around: input }
            }

            BodyText {
                id: placeholderText
                anchors.fill: parent
                anchors.leftMargin: input.leftPadding
                anchors.rightMargin: input.rightPadding
                verticalAlignment: Text.AlignVCenter
                visible: input.text === "" && text !== ""
                soft: true
                Accessible.ignored: true
            }
        }
        SmallText {
            Layout.fillWidth: true
            visible: text !== ""
            text: field.error !== "" ? field.error : field.hint
            color: field.error !== "" ? Theme.act : Theme.inkSoft
        }
    }
}
