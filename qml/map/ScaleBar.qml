// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Medicobus.Theme
import Medicobus.Controls

// A round number of kilometres at the present zoom.
Column {
    id: scale

    required property real pixelsPerKilometre
    readonly property list<int> lengths: [50, 20, 10, 5, 2, 1]
    readonly property int kilometres: {
        for (const length of lengths) {
            if (length * pixelsPerKilometre <= 130)
                return length;
        }
        return 1;
    }

    spacing: 2
    Accessible.ignored: true

    SmallText {
        text: scale.kilometres + "\u00A0km"
        color: Theme.ink
        Accessible.ignored: true
    }
    Rectangle {
        width: Math.max(1, scale.kilometres * scale.pixelsPerKilometre)
        height: 3
        color: Theme.ink
    }
}
