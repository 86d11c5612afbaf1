// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"

#include <optional>
#include <vector>

namespace medicobus::clinic {

/// A moment that the crew confirms, at its planned time.
struct Checkpoint {
    TourEvent event = TourEvent::Departed;
    std::optional<plan::OccurrenceId> stop;
    LocalTime planned{};
};

/// A line of the day as planned, and the checkpoint that opens its part of the day: the drive follows the
/// departure; setting up, receiving and packing follow an arrival; break and drive follow a leaving.
struct PlannedLine {
    TimelineEntry entry;
    std::size_t part = 0;
};

/// The planned day: parts are numbered by their checkpoints.
struct Layout {
    std::vector<Checkpoint> checkpoints;
    std::vector<PlannedLine> lines;
    std::vector<TimelineEntry> cancelled; ///< Shown at their hour, and no part of the course of the day.
};

/// Lays what is really held that day along the tour's times. A stop keeps the setup and packing times of the
/// plan wherever it moves. Legs from and to the depot are known for the two ends of the tour alone; when
/// another stop has become first or last, they are left out.
Layout layOut(const plan::Programme& programme, const plan::BusKey& bus, Date date,
              const std::vector<DayPassage>& passages);

} // namespace medicobus::clinic
