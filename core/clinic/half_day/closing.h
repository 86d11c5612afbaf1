// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "clinic/coded.h"
#include "journal/operation.h"

#include <array>
#include <string>
#include <vector>

namespace medicobus::clinic {

/// What is looked at before the bus leaves a stop.
enum class Equipment { Ramp, Power, Network, CareKit, ColdBox, Waste, Documents, Room, Keys };
inline constexpr std::array<Code<Equipment>, 9> equipmentList{{{Equipment::Ramp, "ramp"},
                                                               {Equipment::Power, "power"},
                                                               {Equipment::Network, "network"},
                                                               {Equipment::CareKit, "care_kit"},
                                                               {Equipment::ColdBox, "cold_box"},
                                                               {Equipment::Waste, "waste"},
                                                               {Equipment::Documents, "documents"},
                                                               {Equipment::Room, "room"},
                                                               {Equipment::Keys, "keys"}}};
constexpr const auto& codesOf(Equipment) {
    return equipmentList;
}

/// A half-day that somebody closed. Nothing is locked by it: what is said afterwards counts as before.
struct Closing {
    journal::OperationId operation;
    LocalTime at{};
    std::vector<Coded<Equipment>> checked;
};

} // namespace medicobus::clinic
