// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "clinic/patient.h"
#include "clinic/person/deposit.h"
#include "exchange/todo/todo_model.h"
#include "journal/exchanged.h"
#include "plan/programme.h"

#include <vector>

/// How the things to be settled are told: pure functions of what the desk and the journal know.
namespace medicobus::app::todo_rows {

/// A person without a place; each choice is a free one, by `<occurrence>|<slot>`.
TodoRow replace(const clinic::Displaced& displaced, const plan::Programme& programme);
/// A person whose place the hub has still to confirm. `since` is when it was asked for.
TodoRow confirm(const clinic::Displaced& displaced, const plan::Programme& programme,
                std::optional<Instant> since, Instant now);
/// A request left by a town hall. The choices are the persons it may be, by their id, and a new one, by
/// `new`; one that cannot be opened here has none.
TodoRow deposit(const clinic::Deposit& deposit, const std::vector<clinic::LikelyDuplicate>& known,
                const std::optional<plan::Occurrence>& occurrence, const plan::Programme& programme);
/// One for each field that two people wrote differently; each choice is a value, by its operation.
std::vector<TodoRow> fields(const clinic::Patient& patient);
/// A change that the hub turned down. `first` is the one that came before it, where that is why.
TodoRow rejected(const journal::RuledOperation& ruled, const std::optional<journal::Operation>& first,
                 Instant now);

/// The most urgent first, and the heading of each group on its first row.
std::vector<TodoRow> ordered(std::vector<TodoRow> rows);

/// "Saint-Germain, mardi 2 mars à 9 h 20"
QString placeAndHour(const plan::Programme& programme, const plan::SiteKey& site, LocalTime hour);

} // namespace medicobus::app::todo_rows
