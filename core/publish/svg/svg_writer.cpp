// SPDX-License-Identifier: EUPL-1.2
#include "publish/svg/svg_writer.h"

#include <fmt/format.h>

#include <cmath>

namespace medicobus::publish {

std::string svgNumber(double value) {
    const auto tenths = static_cast<long long>(std::llround(value * 10));
    if (tenths % 10 == 0) {
        return std::to_string(tenths / 10);
    }
    const long long whole = std::abs(tenths) / 10;
    return fmt::format("{}{}.{}", tenths < 0 ? "-" : "", whole > 0 ? std::to_string(whole) : "",
                       std::abs(tenths) % 10);
}

std::string svgEscape(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            // XML allows no other control characters.
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return out;
}

SvgWriter::SvgWriter(double width, double height, std::string_view title, std::string_view description) {
    m_text = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
                         "height=\"{1}\" role=\"img\" aria-labelledby=\"t d\" "
                         "font-family=\"Inter, 'DejaVu Sans', Arial, sans-serif\">\n"
                         "<title id=\"t\">{2}</title>\n<desc id=\"d\">{3}</desc>\n",
                         svgNumber(width), svgNumber(height), svgEscape(title), svgEscape(description));
}

void SvgWriter::rect(double x, double y, double width, double height, std::string_view attributes) {
    m_text += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", svgNumber(x),
                          svgNumber(y), svgNumber(width), svgNumber(height), attributes);
}

void SvgWriter::circle(double x, double y, double radius, std::string_view attributes) {
    m_text += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", svgNumber(x), svgNumber(y),
                          svgNumber(radius), attributes);
}

void SvgWriter::line(double x1, double y1, double x2, double y2, std::string_view attributes) {
    m_text += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n", svgNumber(x1),
                          svgNumber(y1), svgNumber(x2), svgNumber(y2), attributes);
}

void SvgWriter::path(std::string_view data, std::string_view attributes) {
    m_text += fmt::format("<path d=\"{}\" {}/>\n", data, attributes);
}

void SvgWriter::text(double x, double y, std::string_view attributes, std::string_view words) {
    m_text += fmt::format("<text x=\"{}\" y=\"{}\" {}>{}</text>\n", svgNumber(x), svgNumber(y), attributes,
                          svgEscape(words));
}

void SvgWriter::open(std::string_view attributes) {
    m_text += fmt::format("<g {}>\n", attributes);
}

std::string SvgWriter::finish() {
    m_text += "</svg>\n";
    return std::move(m_text);
}

} // namespace medicobus::publish
