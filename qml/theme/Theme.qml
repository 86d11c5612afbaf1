// SPDX-License-Identifier: EUPL-1.2
pragma Singleton
import QtQuick

// The only place that holds a colour, a font size or a duration.
QtObject {
    id: theme

    // Chosen by the person: "day", "night" or "sunlight", and text from 1 (100 %) to 2 (200 %).
    property string palette: "day"
    property real textScale: 1
    property bool reducedMotion: false

    readonly property var palettes: ({
        day: {
            ground: "#FBF9F5", raised: "#FFFFFF", sunken: "#F1EDE5", line: "#D9D3C7", edge: "#7B8488",
            ink: "#1B2A2F", inkSoft: "#4E5C61",
            primary: "#0B6B6B", primaryInk: "#FFFFFF", primarySoft: "#DDEEEC", primarySoftInk: "#084F4F",
            look: "#8A5200", lookSoft: "#FCEFD6", lookSoftInk: "#6B3F00",
            act: "#B3261E", actSoft: "#FBE4E1", actSoftInk: "#8C1D18",
            good: "#2B6A37", goodSoft: "#E0F0E2", goodSoftInk: "#1F5129",
            focus: "#0B57D0",
            need: ["#FFF3C4", "#FDCB6E", "#F28C28", "#C8472B", "#7A1238"],
            needInk: ["#1B2A2F", "#1B2A2F", "#1B2A2F", "#FFFFFF", "#FFFFFF"], needUnknown: "#8A8F91"
        },
        night: {
            ground: "#101618", raised: "#182124", sunken: "#0B1011", line: "#33413F", edge: "#7F8E90",
            ink: "#E9EEEC", inkSoft: "#B3BFBE",
            primary: "#5CC8C2", primaryInk: "#06201F", primarySoft: "#17393A", primarySoftInk: "#BFEBE7",
            look: "#F2B84B", lookSoft: "#3A2B0E", lookSoftInk: "#F7D798",
            act: "#FF8A80", actSoft: "#431A18", actSoftInk: "#FFC9C3",
            good: "#86CF92", goodSoft: "#17331D", goodSoftInk: "#C3E9CA",
            focus: "#8AB4F8",
            need: ["#FFF3C4", "#FDCB6E", "#F28C28", "#C8472B", "#7A1238"],
            needInk: ["#1B2A2F", "#1B2A2F", "#1B2A2F", "#FFFFFF", "#FFFFFF"], needUnknown: "#8A8F91"
        },
        sunlight: {
            ground: "#FFFFFF", raised: "#FFFFFF", sunken: "#FFFFFF", line: "#000000", edge: "#000000",
            ink: "#000000", inkSoft: "#000000",
            primary: "#00403F", primaryInk: "#FFFFFF", primarySoft: "#FFFFFF", primarySoftInk: "#000000",
            look: "#5C3300", lookSoft: "#FFFFFF", lookSoftInk: "#5C3300",
            act: "#8C0009", actSoft: "#FFFFFF", actSoftInk: "#8C0009",
            good: "#00401A", goodSoft: "#FFFFFF", goodSoftInk: "#00401A",
            focus: "#0033CC",
            need: ["#FFFFFF", "#FFD166", "#F28C28", "#B93A1E", "#5E0A2A"],
            needInk: ["#000000", "#000000", "#000000", "#FFFFFF", "#FFFFFF"], needUnknown: "#000000"
        }
    })
    readonly property var colours: palettes[palette]
    readonly property bool isSunlight: palette === "sunlight"

    readonly property color ground: colours.ground
    readonly property color raised: colours.raised
    readonly property color sunken: colours.sunken
    // Between things; `edge` is round what can be touched and keeps a contrast of 3:1.
    readonly property color line: colours.line
    readonly property color edge: colours.edge
    readonly property color ink: colours.ink
    readonly property color inkSoft: colours.inkSoft
    readonly property color primary: colours.primary
    readonly property color primaryInk: colours.primaryInk
    readonly property color primarySoft: colours.primarySoft
    readonly property color primarySoftInk: colours.primarySoftInk
    readonly property color look: colours.look
    readonly property color lookSoft: colours.lookSoft
    readonly property color lookSoftInk: colours.lookSoftInk
    readonly property color act: colours.act
    readonly property color actSoft: colours.actSoft
    readonly property color actSoftInk: colours.actSoftInk
    readonly property color good: colours.good
    readonly property color goodSoft: colours.goodSoft
    readonly property color goodSoftInk: colours.goodSoftInk
    readonly property color focus: colours.focus
    readonly property color scrim: "#80000000"

    // Depth of need, class 0 (not under-served) to 4 (deepest), and the ink that reads on each.
    readonly property var need: colours.need
    readonly property var needInk: colours.needInk
    readonly property color needUnknown: colours.needUnknown

    readonly property string family: fonts.indexOf("Inter") >= 0 ? "Inter" : Qt.font({}).family
    readonly property var fonts: Qt.fontFamilies()
    readonly property int regular: isSunlight ? Font.Medium : Font.Normal
    readonly property int strong: isSunlight ? Font.Bold : Font.DemiBold

    // Headings grow less than the text they stand above: at 200 % they must still hold a long word on a phone.
    readonly property real smallSize: 14 * textScale
    readonly property real bodySize: 16 * textScale
    readonly property real largeSize: 20 * (1 + (textScale - 1) * 0.8)
    readonly property real titleSize: 28 * (1 + (textScale - 1) * 0.4)
    readonly property real displaySize: 40 * (1 + (textScale - 1) * 0.2)
    readonly property real iconSize: 24 * (1 + (textScale - 1) * 0.5)

    // The grid of four.
    readonly property int gap1: 4
    readonly property int gap2: 8
    readonly property int gap3: 12
    readonly property int gap4: 16
    readonly property int gap6: 24
    readonly property int gap8: 32
    readonly property int target: 48
    readonly property int crewTarget: 56
    readonly property int radius: 12
    readonly property int stroke: isSunlight ? 2 : 1
    // About 75 characters of body text.
    readonly property real lineWidth: 620 * textScale

    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int slow: reducedMotion ? 0 : 200
    readonly property int undoTime: 10000
}
