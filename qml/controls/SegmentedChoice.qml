// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Medicobus.Theme

// One of a few: big pieces side by side, which go to the next line when they do not fit.
Flow {
    id: choice

    required property string label
    // A list of { value, label } objects.
    required property var options
    required property string value
    property int minimumTarget: Theme.target
    signal chosen(string value)

    spacing: Theme.gap3
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        model: choice.options

        T.RadioButton {
            id: piece
            required property var modelData

            text: modelData.label
            checked: modelData.value === choice.value
            autoExclusive: false
            checkable: false
            width: Math.min(choice.width, implicitWidth)
            implicitWidth: Math.max(choice.minimumTarget, Math.ceil(metrics.advanceWidth) + 2 + leftPadding + rightPadding)
            implicitHeight: Math.max(choice.minimumTarget, implicitContentHeight + 2 * Theme.gap2)
            leftPadding: Theme.gap4
            rightPadding: Theme.gap4
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.RadioButton
            Accessible.name: text
            Accessible.checked: modelData.value === choice.value
            onClicked: choice.chosen(modelData.value)
            Keys.onReturnPressed: choice.chosen(modelData.value)

            readonly property bool on: modelData.value === choice.value

            // The width without wrapping, which the text's own implicit width is not once it has wrapped.
            TextMetrics {
                id: metrics
                font.family: Theme.family
                font.pixelSize: Theme.bodySize
                font.weight: Theme.strong
                text: piece.text
            }

            contentItem: BodyText {
                text: piece.text
                color: piece.on ? Theme.primaryInk : Theme.ink
                strong: piece.on
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
            background: Rectangle {
                radius: Theme.radius
                color: piece.on ? Theme.primary : Theme.raised
                border.width: Math.max(1, Theme.stroke)
                border.color: piece.on ? Theme.primary : Theme.edge

                FocusRing { around: piece }
            }
        }
    }
}
