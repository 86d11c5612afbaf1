// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"

#include "base/file.h"
#include "base/text/fold.h"

#include <csv.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace medicobus {
namespace {

/// Collects what libcsv finds; `line` is moved on by the loop that feeds it one line at a time.
struct Collector {
    std::vector<CsvTable::Row> rows;
    CsvTable::Row current;
    std::size_t line = 0;

    static void cell(void* bytes, std::size_t length, void* self) {
        auto& collector = *static_cast<Collector*>(self);
        collector.current.cells.emplace_back(static_cast<const char*>(bytes), length);
    }
    static void row(int, void* self) {
        auto& collector = *static_cast<Collector*>(self);
        collector.rows.push_back(std::move(collector.current));
        collector.current = {};
    }
};

Fault encodingFault(const std::string& file, std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const auto lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return fault(codes::csvEncoding,
                 {{"file", file},
                  {"line", std::to_string(line)},
                  {"column", std::to_string(offset - lineStart + 1)},
                  {"value", fmt::format("0x{:02X}", static_cast<unsigned char>(text[offset]))}});
}

/// The length of the first line with its end: a line feed, a carriage return, or both.
std::size_t firstLine(std::string_view text) {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) {
        return text.size();
    }
    return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

/// Feeds libcsv line by line, so that each row knows on which line it begins.
Result<std::vector<CsvTable::Row>> split(std::string_view text, const std::string& file) {
    csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    Collector collector;
    const auto quoteFault = [&](std::size_t line) {
        csv_free(&parser);
        return fault(codes::csvQuote, {{"file", file}, {"line", std::to_string(line)}});
    };
    while (!text.empty()) {
        const std::size_t length = firstLine(text);
        ++collector.line;
        const bool isNewRow = collector.current.cells.empty() && parser.pstate == 0;
        if (isNewRow) {
            collector.current.line = collector.line;
        }
        if (csv_parse(&parser, text.data(), length, &Collector::cell, &Collector::row, &collector)
            != length) {
            return quoteFault(collector.line);
        }
        text.remove_prefix(length);
    }
    if (csv_fini(&parser, &Collector::cell, &Collector::row, &collector) != 0) {
        return quoteFault(collector.current.line);
    }
    csv_free(&parser);
    return std::move(collector.rows);
}

} // namespace

Result<CsvTable> CsvTable::parse(std::string_view text, std::string file) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (const auto offset = firstInvalidUtf8(text)) {
        return encodingFault(file, text, *offset);
    }
    auto rows = split(text, file);
    if (!rows) {
        return Fault(rows.error());
    }
    if (rows->empty()) {
        return fault(codes::csvEmpty, {{"file", file}});
    }
    CsvTable table;
    table.m_file = std::move(file);
    table.m_header = std::move(rows->front().cells);
    for (std::size_t i = 0; i < table.m_header.size(); ++i) {
        const auto first = std::find(table.m_header.begin(), table.m_header.end(), table.m_header[i]);
        if (first != table.m_header.begin() + static_cast<std::ptrdiff_t>(i)) {
            return fault(codes::csvDuplicateColumn,
                         {{"file", table.m_file}, {"line", "1"}, {"column", table.m_header[i]}});
        }
    }
    rows->erase(rows->begin());
    table.m_rows = std::move(*rows);
    for (const Row& row : table.m_rows) {
        if (row.cells.size() != table.m_header.size()) {
            return fault(codes::csvCellCount, {{"file", table.m_file},
                                               {"line", std::to_string(row.line)},
                                               {"column", std::to_string(row.cells.size())},
                                               {"value", std::to_string(row.cells.size())},
                                               {"expected", std::to_string(table.m_header.size())}});
        }
    }
    return table;
}

Result<CsvTable> CsvTable::read(const std::string& file) {
    return readFile(file).and_then([&](const std::string& text) { return parse(text, file); });
}

std::optional<std::size_t> CsvTable::find(std::span<const std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto at = std::find(m_header.begin(), m_header.end(), name);
        if (at != m_header.end()) {
            return static_cast<std::size_t>(at - m_header.begin());
        }
    }
    return std::nullopt;
}

Result<std::size_t> CsvTable::require(std::span<const std::string_view> names) const {
    if (const auto at = find(names)) {
        return *at;
    }
    return fault(codes::csvMissingColumn, {{"file", m_file},
                                           {"line", "1"},
                                           {"column", std::string(names.front())},
                                           {"expected", fmt::format("{}", fmt::join(names, ", "))},
                                           {"value", fmt::format("{}", fmt::join(m_header, ", "))}});
}

Fault CsvTable::faultAt(ErrorCode code, const Row& row, std::size_t column, std::string expected) const {
    return fault(code, {{"file", m_file},
                        {"line", std::to_string(row.line)},
                        {"column", m_header[column]},
                        {"value", row.cells[column]},
                        {"expected", std::move(expected)}});
}

Result<std::optional<double>> CsvTable::number(const Row& row, std::size_t column) const {
    const std::string& cell = row.cells[column];
    if (cell.empty()) {
        return std::optional<double>();
    }
    double value = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (failure != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
        return faultAt(codes::csvNumber, row, column, "50.7307");
    }
    return std::optional(value);
}

Result<std::optional<double>> CsvTable::number(const Row& row, std::size_t column, double low,
                                               double high) const {
    auto value = number(row, column);
    if (!value || !*value || (**value >= low && **value <= high)) {
        return value;
    }
    if (std::isinf(high)) {
        return faultAt(codes::csvRange, row, column, fmt::format("≥ {}", low));
    }
    return faultAt(codes::csvRange, row, column, fmt::format("{} … {}", low, high));
}

} // namespace medicobus
