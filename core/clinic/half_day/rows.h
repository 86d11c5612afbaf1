// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/half_day/request.h"
#include "clinic/person/merge.h"
#include "clinic/store/rows.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

// Like `clinic/store/rows.h`: these throw SQLite's exceptions.

namespace medicobus::clinic::rows {

/// A request that stands, as sealed.
struct OpenRequest {
    RequestId id;
    plan::SiteKey site;
    Instant askedAt;
    journal::OperationId operation; ///< That made it.
    SealedBody body;
};
/// Requests that nobody withdrew and that no appointment answers, oldest first.
std::vector<OpenRequest> openRequests(const SQLite::Database& db);

/// What was noted of a stop, in the order of its times.
std::vector<SealedBody> stopNotes(const SQLite::Database& db, const plan::SiteKey& site);

/// The names of the keys of those who are expected at this passage and were seen at an earlier one.
std::set<std::string> seenBefore(const SQLite::Database& db, const plan::OccurrenceId& occurrence,
                                 LocalTime start);

} // namespace medicobus::clinic::rows
