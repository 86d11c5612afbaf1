// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/programme.h"

namespace medicobus::planner {

/// A bus or a room that is missing from one date to another, both included.
struct Outage {
    std::optional<plan::BusKey> bus;
    std::optional<plan::SiteKey> site;
    Date from;
    Date until;
};

enum class LostTo { BusOut, RoomOut, Holiday };

/// Where and when a lost passage can be held instead, with everything else of that day at its own time.
struct Replacement {
    plan::BusKey bus;
    LocalTime start{};
    LocalTime end{};
};

struct LostPassage {
    plan::Occurrence passage;
    LostTo lostTo = LostTo::Holiday;
    std::optional<Replacement> instead; ///< None: no lawful half-day is free near its date.
};

struct CatchUpOptions {
    int daysBefore = 7;
    int daysAfter = 14;
};

/// The passages within [from, until] that a missing bus or room or a public holiday takes away, in their
/// order, and for each the free half-day at the same site that is nearest to its date, the same bus first.
/// Nothing else moves: every other passage keeps its time, and each proposed day is lawful as a whole.
/// Passages already cancelled or confirmed by a person are left alone.
std::vector<LostPassage> catchUp(const plan::Scenario& scenario, const plan::Programme& programme,
                                 const std::vector<Outage>& outages, Date from, Date until,
                                 const CatchUpOptions& options = {});

} // namespace medicobus::planner
