// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/operation.h"
#include "journal/store/connection.h"

#include <map>
#include <string>

// What each kind of operation leaves in the tables. They throw SQLite's exceptions, and keep nothing of a
// body that cannot be read.

namespace medicobus::clinic {

using Keep = void (*)(journal::Connection&, const journal::Operation&);
using Keepers = std::map<std::string, Keep, std::less<>>;

/// What takes another operation of the same subject back.
void keepRevert(journal::Connection& db, const journal::Operation& operation);
/// Of the programme, its passages, the sites and the tour.
Keepers programmeKeepers();
/// Of persons, appointments, visits, claims and leases.
Keepers recordKeepers();
/// Of who waits for a place, and of what the crew notes of a stop.
Keepers halfDayKeepers();

/// An operation that takes another one back (`operation` in its body).
void keepRevert(journal::Connection& db, const journal::Operation& operation);
/// Of calls (calls/keep_calls.cpp).
Keepers callKeepers();

} // namespace medicobus::clinic
