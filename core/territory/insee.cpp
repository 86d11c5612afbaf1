// SPDX-License-Identifier: EUPL-1.2
#include "territory/insee.h"

#include <algorithm>

namespace medicobus::territory {

bool isInseeCode(std::string_view text) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 5 || !isDigit(text[0])) {
        return false;
    }
    const bool isCorsican = text.starts_with("2A") || text.starts_with("2B");
    return (isCorsican || isDigit(text[1])) && std::all_of(text.begin() + 2, text.end(), isDigit);
}

std::string departmentOf(const InseeCode& insee) {
    const bool isOverseas = insee.value.starts_with("97") || insee.value.starts_with("98");
    return insee.value.substr(0, isOverseas ? 3 : 2);
}

Result<InseeCode> readInsee(const CsvTable& table, const CsvTable::Row& row, std::size_t column) {
    if (!isInseeCode(row.cells[column])) {
        return table.faultAt(codes::territoryInsee, row, column, "62024, 2A004");
    }
    return InseeCode{row.cells[column]};
}

} // namespace medicobus::territory
