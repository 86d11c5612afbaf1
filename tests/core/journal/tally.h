// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"

namespace medicobus::testing {

/// A clock moved by hand.
class HandClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void step(std::chrono::milliseconds by) { m_now += by; }

private:
    Instant m_now{std::chrono::milliseconds(1'800'000'000'000)};
};

inline const ErrorCode tallyRefused{"tally.refused"};

/// A small real projection: sums per subject with the greatest of its notes, whatever the order of arrival,
/// and the entries behind each, for kind "tally.added".
class Tally final : public journal::Projection {
public:
    explicit Tally(int version = 1) : m_version(version) {}

    std::string name() const override { return "tally"; }
    int version() const override { return m_version; }
    std::vector<std::string> tables() const override { return {"tally", "tally_entry"}; }

    void create(SQLite::Database& db) const override {
        m_seen = &db;
        db.exec(
            "CREATE TABLE tally (subject TEXT PRIMARY KEY, total INTEGER NOT NULL, note BLOB) STRICT;"
            "CREATE TABLE tally_entry (operation BLOB PRIMARY KEY, subject TEXT NOT NULL REFERENCES tally,"
            " amount INTEGER NOT NULL) STRICT");
    }

    Result<void> apply(journal::Connection& db, const journal::Operation& operation) const override {
        m_seen = &db;
        if (operation.kind == "tally.refused") {
            return fault(tallyRefused);
        }
        if (operation.kind != "tally.added") {
            return {};
        }
        // Version 2 counts double, so that a test sees which one made the rows.
        const std::int64_t amount = operation.open.at("amount").get<std::int64_t>() * m_version;
        SQLite::Statement sum(db, "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT (subject) DO UPDATE SET "
                                  "total = total + excluded.total, note = "
                                  "max(ifnull(note, excluded.note), ifnull(excluded.note, note))");
        sum.bind(1, operation.subject.id);
        sum.bind(2, amount);
        if (operation.sealed) {
            sum.bind(3, operation.sealed->data(), static_cast<int>(operation.sealed->size()));
        }
        sum.exec();
        SQLite::Statement entry(db, "INSERT INTO tally_entry VALUES (?, ?, ?)");
        entry.bind(1, operation.id.value.bytes().data(), 16);
        entry.bind(2, operation.subject.id);
        entry.bind(3, amount);
        entry.exec();
        return {};
    }

    /// The connection that the journal writes through.
    SQLite::Database& writer() const { return *m_seen; }

private:
    int m_version;
    mutable SQLite::Database* m_seen = nullptr;
};

inline journal::OperationDraft added(const std::string& subject, int amount) {
    journal::OperationDraft draft;
    draft.actor = "crew-1";
    draft.subject = {"tally", subject};
    draft.kind = "tally.added";
    draft.open = {{"amount", amount}};
    return draft;
}

} // namespace medicobus::testing
