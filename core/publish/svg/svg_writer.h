// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace medicobus::publish {

/// A figure with at most one decimal, as short as SVG allows: "12", "3.5", "-.5".
std::string svgNumber(double value);
/// Text as the content or an attribute of an element.
std::string svgEscape(std::string_view text);

/// Writes the elements of one drawing, in order; lengths are in the units of its view box.
class SvgWriter {
public:
    /// `title` and `description` are what a screen reader tells of the picture.
    SvgWriter(double width, double height, std::string_view title, std::string_view description);

    /// What does not change with the drawing: a rule of style, a pattern.
    void raw(std::string_view markup) { m_text += markup; }
    void rect(double x, double y, double width, double height, std::string_view attributes);
    void circle(double x, double y, double radius, std::string_view attributes);
    void line(double x1, double y1, double x2, double y2, std::string_view attributes);
    void path(std::string_view data, std::string_view attributes);
    void text(double x, double y, std::string_view attributes, std::string_view words);
    void open(std::string_view attributes);
    void close() { m_text += "</g>\n"; }

    /// The whole file; nothing may be written after.
    std::string finish();

private:
    std::string m_text;
};

} // namespace medicobus::publish
