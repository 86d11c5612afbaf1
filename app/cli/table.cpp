// SPDX-License-Identifier: EUPL-1.2
#include "cli/table.h"

#include <utf8proc.h>

#include <algorithm>

namespace medicobus::cli {
namespace {

constexpr std::string_view gap = "  ";

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &point);
        if (length < 1) {
            return width + text.size();
        }
        width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point)));
        text.remove_prefix(static_cast<std::size_t>(length));
    }
    return width;
}

std::string Table::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t width = displayWidth(m_columns[i].title);
        for (const auto& row : m_rows) {
            width = std::max(width, i < row.size() ? displayWidth(row[i]) : 0);
        }
        widths.push_back(width);
    }
    std::string out;
    const auto addLine = [&](const auto& cellAt) {
        std::string line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const std::string cell = cellAt(i);
            const std::string padding(widths[i] - displayWidth(cell), ' ');
            line += i > 0 ? gap : "";
            line += m_columns[i].side == Side::Right ? padding + cell : cell + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += out.empty() ? "" : "\n";
        out += line;
    };
    addLine([&](std::size_t i) { return m_columns[i].title; });
    addLine([&](std::size_t i) { return repeat("─", widths[i]); });
    for (const auto& row : m_rows) {
        addLine([&](std::size_t i) { return i < row.size() ? row[i] : std::string(); });
    }
    return out;
}

} // namespace medicobus::cli
