// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// One figure with its name below.
Column {
    id: figure

    required property string value
    required property string label
    required property real maximumWidth

    Accessible.role: Accessible.StaticText
    Accessible.name: value + " " + label

    TitleText {
        text: figure.value
        color: Theme.primary
        Accessible.ignored: true
    }
    SmallText {
        width: Math.min(implicitWidth, figure.maximumWidth)
        text: figure.label
        Accessible.ignored: true
    }
}
