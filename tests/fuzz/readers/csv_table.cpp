// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"
#include "tests/fuzz/fuzz.h"

#include <array>

namespace medicobus::fuzz {
namespace {

std::string quoted(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
        line += line.empty() ? "\"" : ",\"";
        for (const char letter : cell) {
            line += letter == '"' ? "\"\"" : std::string(1, letter);
        }
        line += '"';
    }
    return line + "\n";
}

std::string csv(const CsvTable& table) {
    std::string text = quoted(table.header());
    for (const CsvTable::Row& row : table.rows()) {
        text += quoted(row.cells);
    }
    return text;
}

} // namespace

void feed(std::string_view bytes) {
    const auto read = [](std::string_view text) { return CsvTable::parse(text, "fuzz.csv"); };
    requireRoundTrip(bytes, read, csv);

    const auto table = read(bytes);
    if (!table) {
        return;
    }
    for (const CsvTable::Row& row : table->rows()) {
        require(row.cells.size() == table->header().size(), "a row has the cells of the header");
        require(row.line > 1, "a row stands below the header");
        isRead(table->number(row, 0, 0, 1));
    }
    const std::array<std::string_view, 1> name{"a"};
    isRead(table->require(name));
}

} // namespace medicobus::fuzz
