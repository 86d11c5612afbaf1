// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "clinic/position/whereabouts.h"

#include <optional>
#include <vector>

namespace medicobus::clinic {

/// A moment of the tour that the positions suggest and a person confirms or not.
struct Proposal {
    TourEvent event = TourEvent::StopArrived;
    std::optional<plan::OccurrenceId> stop; ///< For StopArrived and StopLeft.
    Instant at;

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// The passages that take place, by their sites; the text of the passage is the key.
std::vector<ExpectedPlace> expectedPlaces(const plan::Programme& programme,
                                          const std::vector<plan::Occurrence>& passages);

/// A person has said it, of this stop or of any.
bool isSaid(const std::vector<TourFact>& facts, TourEvent event,
            const std::optional<plan::OccurrenceId>& stop = std::nullopt);

/// What to ask the crew next, from where the bus stood since the last confirmed moment: an arrival where it
/// stands or stood unsaid, the leaving of the stop that it is known to be at, the return to where the tour
/// began. Nothing before the departure is said, and nothing after the return.
std::optional<Proposal> propose(const std::vector<Stay>& stays, const std::vector<TourFact>& facts);

} // namespace medicobus::clinic
