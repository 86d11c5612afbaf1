// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"
#include "plan/programme.h"

#include <chrono>
#include <vector>

namespace medicobus::clinic {

/// Free places of one passage, and how far it is for who lives in the commune asked about.
struct Offer {
    plan::Occurrence occurrence;
    std::vector<plan::Slot> free;  ///< Ahead, and set apart for no other device.
    bool isHere = false;           ///< The passage is in the commune itself.
    std::chrono::minutes drive{0}; ///< Estimated from point to point (`planning.md` section 2), rounded up.
    Meters distance{0};
};

/// How far somebody is asked to drive, and how long before.
inline constexpr std::chrono::minutes offeredDrive{30};
inline constexpr date::days offeredDays{42};

} // namespace medicobus::clinic
