// SPDX-License-Identifier: EUPL-1.2
#include "journal/audit/digest.h"

#include "journal/store/projector.h"

#include <fmt/format.h>

namespace medicobus::journal {

std::int64_t addTable(Digest& digest, const SQLite::Database& db, const std::string& table) {
    digest.text(table);
    SQLite::Statement shape(db, fmt::format("SELECT count(*) FROM pragma_table_info({})", quoted(table)));
    shape.executeStep();
    std::string order = "1";
    for (int column = 2; column <= shape.getColumn(0).getInt(); ++column) {
        order += fmt::format(",{}", column);
    }
    digest.text(order);
    SQLite::Statement rows(db, fmt::format("SELECT * FROM {} ORDER BY {}", quoted(table), order));
    std::int64_t count = 0;
    for (; rows.executeStep(); ++count) {
        for (int column = 0; column < rows.getColumnCount(); ++column) {
            digest.column(rows.getColumn(column));
        }
    }
    return count;
}

} // namespace medicobus::journal
