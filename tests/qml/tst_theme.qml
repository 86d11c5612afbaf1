// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Theme

// Every pair of colours that is laid one on the other, in every palette (WCAG 2.1 1.4.3 and 1.4.11).
TestCase {
    name: "Theme"

    function cleanup() {
        Theme.palette = "day";
        Theme.textScale = 1;
    }

    // Relative luminance and contrast ratio as WCAG 2.1 defines them.
    function luminance(colour) {
        const linear = v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }

    function contrast(one, other) {
        const a = luminance(one), b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    function test_contrast_data() {
        const text = [["ink", "ground"], ["ink", "raised"], ["ink", "sunken"], ["inkSoft", "ground"],
            ["inkSoft", "raised"], ["inkSoft", "sunken"], ["primary", "ground"], ["primary", "raised"],
            ["primary", "sunken"], ["primary", "primarySoft"], ["primaryInk", "primary"],
            ["primarySoftInk", "primarySoft"], ["inkSoft", "primarySoft"], ["ink", "primarySoft"],
            ["lookSoftInk", "lookSoft"], ["actSoftInk", "actSoft"], ["goodSoftInk", "goodSoft"],
            ["look", "ground"], ["look", "raised"], ["act", "ground"], ["act", "raised"], ["good", "raised"]];
        const shape = [["edge", "ground"], ["edge", "raised"], ["focus", "ground"], ["focus", "raised"]];
        const rows = [];
        for (const palette of Object.keys(Theme.palettes)) {
            for (const [front, back] of text)
                rows.push({ tag: palette + ": " + front + " on " + back, palette: palette, front: front, back: back, least: 4.5 });
            for (const [front, back] of shape)
                rows.push({ tag: palette + ": " + front + " on " + back, palette: palette, front: front, back: back, least: 3 });
        }
        return rows;
    }

    function test_contrast(row) {
        Theme.palette = row.palette;
        const ratio = contrast(Theme[row.front], Theme[row.back]);
        verify(ratio >= row.least, "contrast " + ratio.toFixed(2) + " is under " + row.least);
    }

    function test_depth_of_need_darkens() {
        for (const palette of Object.keys(Theme.palettes)) {
            Theme.palette = palette;
            compare(Theme.need.length, 5);
            for (let i = 0; i < 5; ++i) {
                const fill = Qt.color(Theme.need[i]);
                verify(contrast(fill, Qt.color(Theme.needInk[i])) >= 4.5, palette + " class " + i + " cannot be read");
                // A step that is seen without any sense of hue.
                if (i > 0)
                    verify(luminance(Qt.color(Theme.need[i - 1])) > luminance(fill) * 1.25, palette + " class " + i);
            }
        }
    }

    function test_sunlight_is_black_on_white() {
        Theme.palette = "sunlight";
        compare(Theme.ink, Qt.color("#000000"));
        compare(Theme.ground, Qt.color("#FFFFFF"));
        compare(Theme.stroke, 2);
    }

    function test_body_text_doubles() {
        Theme.textScale = 2;
        compare(Theme.bodySize, 32);
        compare(Theme.smallSize, 28);
        verify(Theme.largeSize > Theme.bodySize && Theme.titleSize > Theme.largeSize);
    }
}
