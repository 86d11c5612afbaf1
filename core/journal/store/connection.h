// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <unordered_map>

namespace medicobus::journal {

/// A connection that keeps the statements it has prepared, since preparing one takes longer than running it.
class Connection final : public SQLite::Database {
public:
    using SQLite::Database::Database;

    /// The statement, without parameters and at its beginning; it is this connection's, and the next one who
    /// asks for the same words gets the same.
    SQLite::Statement& ready(const std::string& words) {
        const auto [at, isNew] = m_ready.try_emplace(words, *this, words);
        if (!isNew) {
            // What went wrong when it last ran was told then.
            at->second.tryReset();
            at->second.clearBindings();
        }
        return at->second;
    }
    /// Runs one without parameters.
    void run(const std::string& words) {
        SQLite::Statement& statement = ready(words);
        statement.exec();
        statement.reset();
    }

private:
    std::unordered_map<std::string, SQLite::Statement> m_ready;
};

} // namespace medicobus::journal
