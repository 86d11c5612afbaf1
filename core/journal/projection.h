// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "journal/operation.h"
#include "journal/store/connection.h"

#include <memory>
#include <string>
#include <vector>

namespace medicobus::journal {

/// Tables that screens read, made from operations alone and so free to be dropped and made again.
///
/// `apply` must depend only on the operation and on the projections' own tables, and ignores kinds and fields
/// that it does not know. The same set of operations must give the same rows in whatever order they are
/// applied: they arrive as devices meet, and a rebuild takes them in replay order. An operation that is
/// refused where it was made is not stored; one from elsewhere that is refused is kept, does not count, and
/// stands in `ruled`. It may throw `SQLite::Exception`, which the journal turns into an error.
class Projection {
public:
    virtual ~Projection() = default;

    /// Stable name, such as "clinic".
    virtual std::string name() const = 0;
    /// Raised whenever tables or meaning change: the journal then rebuilds on its next opening.
    virtual int version() const = 0;
    /// The tables that `create` makes, parents before those that refer to them.
    virtual std::vector<std::string> tables() const = 0;
    /// Makes the empty tables (STRICT, without REAL columns) and their indexes.
    virtual void create(SQLite::Database& db) const = 0;
    /// Applies one operation inside the transaction that stores it; an error undoes that whole transaction.
    [[nodiscard]] virtual Result<void> apply(Connection& db, const Operation& operation) const = 0;
};

using Projections = std::vector<std::shared_ptr<const Projection>>;

} // namespace medicobus::journal
