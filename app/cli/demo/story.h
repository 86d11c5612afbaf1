// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/boot_clock.h"
#include "base/clock.h"
#include "clinic/desk.h"
#include "plan/programme.h"

#include <optional>

namespace medicobus::cli {

/// A clock that the story sets from one event to the next; it never goes back.
class StoryClock : public Clock {
public:
    Instant now() const override { return m_now; }
    [[nodiscard]] Result<void> set(LocalTime time);

private:
    Instant m_now{};
};

/// What the story did, to be told after it.
struct StoryDone {
    plan::Occurrence past; ///< The half-day that was held.
    clinic::DayCounts counts;
    int followUps = 0;
    int visits = 0;
    std::vector<plan::Occurrence> ahead; ///< The passages to come for which people are booked.
    int bookedAhead = 0;
};

/// The first Monday of the story's programme: two whole weeks lie before today, so that a half-day was held.
Date firstMondayOf(Date today);

/// Publishes the programme on this desk, then lives the last half-day before `now`: people book, one cancels,
/// the bus drives out, people arrive and are seen, one is absent, one comes without appointment, follow-ups
/// are booked; at last people book for the next passages. The desk must be new and use this clock.
/// Its persons are sealed under the demonstration's own keys. Errors: those of `Desk` and `FictionalKeys`.
[[nodiscard]] Result<StoryDone> tellStory(clinic::Desk& desk, StoryClock& clock, const BootClock& bootClock,
                                          const plan::Programme& programme, LocalTime now);

} // namespace medicobus::cli
