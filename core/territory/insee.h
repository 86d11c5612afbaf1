// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/csv_table.h"
#include "territory/commune.h"

#include <string_view>

namespace medicobus::territory {

/// True for five digits, or `2A` or `2B` and three digits: the codes of INSEE's code officiel géographique.
bool isInseeCode(std::string_view text);

/// The code of the département that an INSEE code begins with: two characters, three overseas (`971`).
std::string departmentOf(const InseeCode& insee);

/// The INSEE code in a cell; `territory.insee` for anything else, an empty cell too.
[[nodiscard]] Result<InseeCode> readInsee(const CsvTable& table, const CsvTable::Row& row,
                                          std::size_t column);

namespace codes {
inline constexpr ErrorCode territoryInsee{"territory.insee"};
} // namespace codes

} // namespace medicobus::territory
