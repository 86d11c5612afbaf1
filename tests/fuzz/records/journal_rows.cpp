// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/connection.h"
#include "journal/store/rows.h"
#include "tests/fuzz/fuzz.h"

#include <fuzzer/FuzzedDataProvider.h>

// An input is fifteen columns of a row as another program may have left them in the file.

namespace medicobus::fuzz {
namespace {

void bindAny(SQLite::Statement& statement, int index, FuzzedDataProvider& source) {
    switch (source.ConsumeIntegralInRange(0, 5)) {
    case 0:
        statement.bind(index);
        break;
    case 1:
        statement.bind(index, source.ConsumeIntegral<std::int64_t>());
        break;
    case 2:
        statement.bind(index, source.ConsumeFloatingPoint<double>());
        break;
    case 3:
        statement.bind(index, source.ConsumeRandomLengthString(64));
        break;
    default: {
        // The sizes of the fixed columns, so that some rows are whole.
        constexpr std::array<std::size_t, 4> sizes{16, 32, 64, 5};
        auto bytes = source.ConsumeBytesAsString(source.PickValueInArray(sizes));
        statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
    }
    }
}

Result<journal::Operation> only(const SQLite::Database& db) {
    SQLite::Statement select(db, "SELECT " + std::string(journal::rowColumns) + " FROM operations");
    select.executeStep();
    return journal::readRow(select);
}

} // namespace

void feed(std::string_view bytes) {
    static journal::Connection db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    static const int made = db.exec("CREATE TABLE operations (" + std::string(journal::rowColumns) + ")");
    require(made == 0, "the table is there");
    FuzzedDataProvider source(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());

    db.exec("DELETE FROM operations");
    SQLite::Statement insert(db, "INSERT INTO operations VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (int column = 1; column <= 15; ++column) {
        bindAny(insert, column, source);
    }
    insert.exec();
    const auto operation = only(db);
    if (!isRead(operation) || !isRead(journal::hashOf(*operation))) {
        return;
    }
    db.exec("DELETE FROM operations");
    journal::RowWriter(db).write(*operation);
    const auto again = only(db);
    require(again.has_value() && journal::hashOf(*again).value() == journal::hashOf(*operation).value(),
            "an operation that was stored keeps its hash");
}

} // namespace medicobus::fuzz
