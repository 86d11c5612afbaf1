// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/boot_clock.h"
#include "base/clock.h"
#include "cli/demo/meeting.h"
#include "plan/programme.h"

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
    int promised = 0; ///< Places that the office confirmed without a network, in its share.
    int asked = 0;    ///< Places that it asked for, confirmed by the hub.
    int followUps = 0;
    int visits = 0;
    std::vector<plan::Occurrence> ahead; ///< The passages to come for which people are booked.
    int bookedAhead = 0;
    std::int64_t operations = 0; ///< That the tablet and the office hold in the end, the same.
};

/// Who takes part; each device new, its desk on the story's clock.
struct StoryCast {
    StoryHub& hub;
    StoryDevice& coordination;
    StoryDevice& office; ///< The crew's, by the telephone.
    StoryDevice& tablet; ///< The crew's, in the bus.
};

namespace codes {
/// After the last exchange two devices of the story do not hold the same, or a place is not confirmed.
inline constexpr ErrorCode cliStoryDiffers{"cli.story_differs"};
} // namespace codes

/// The first Monday of the story's programme: two whole weeks lie before today, so that a half-day was held.
Date firstMondayOf(Date today);

/// Coordination publishes the programme; three devices are enrolled. The last half-day before `now` is lived:
/// the office books without a network, in its share and by request; one cancels; the bus drives out, people
/// arrive and are seen, one is absent, one comes without appointment, follow-ups are booked, all on the
/// tablet without a network; in the evening they exchange, and the office books for the next passages.
/// Persons are sealed under the demonstration's own keys. Errors: those of `Desk`, `FictionalKeys` and the
/// exchange; `cli.story_differs`.
[[nodiscard]] Result<StoryDone> tellStory(const StoryCast& cast, StoryClock& clock,
                                          const BootClock& bootClock, const plan::Programme& programme,
                                          LocalTime now);

} // namespace medicobus::cli
