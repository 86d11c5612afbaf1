// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/cast/acts.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::simulation {

/// One step on one device, with what its numbers choose.
struct Scene {
    Tablet& tablet;
    clinic::Desk& desk;
    const Step& step;
    const People& people;

    std::size_t number(std::size_t index) const { return static_cast<std::size_t>(step.numbers[index]); }
    template <typename T>
    std::optional<T> pick(const std::vector<T>& from, std::size_t index) const {
        return from.empty() ? std::nullopt : std::optional(from[number(index) % from.size()]);
    }
    std::optional<clinic::AppointmentId> appointment() const { return pick(tablet.appointmentIds(), 0); }
};

inline Deed nothingThere() {
    return {"nothing_there", {}, {}, {}};
}

template <typename T>
Deed refused(const Result<T>& result) {
    return {std::string(result.error().code().name), {}, {}, {}};
}

/// What was just done reads otherwise (G4).
inline Deed unread(const std::string& what) {
    Deed deed;
    deed.broken = Violation{Guarantee::ReadYourWrites, what};
    return deed;
}

using Performance = std::function<Deed(const Scene&)>;
using Performances = std::map<Act, Performance>;

/// With persons (acts_people.cpp).
Performances peopleActs();
/// With appointments and visits (acts_places.cpp).
Performances placeActs();
/// With the programme, and in words that nobody knows yet (acts_plan.cpp).
Performances planActs();

} // namespace medicobus::simulation
