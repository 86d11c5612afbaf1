// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/cast/acts.h"
#include "tests/simulation/cast/hub_house.h"
#include "tests/simulation/cast/tablet.h"
#include "tests/simulation/play/step.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>

namespace medicobus::simulation {

/// What every run begins with: a hub and five enrolled devices in step, a programme, some people. Made once
/// by the real enrolment, then put back for each run.
struct Beginning {
    std::array<Tablet::Image, deviceCount> tablets;
    std::map<std::string, Bytes> hub;
    People people;
    sync::PublicKey hubKey{};
    vault::PublicKey crewKey{};
    vault::Secret recoveryKey; ///< What a person keeps off line, for every device.
    std::array<journal::DeviceId, deviceCount> chains;
    Instant moment{};
};

/// Everyone of one run, and what lies between them.
class Company {
public:
    /// As at the beginning, running.
    Company(const Beginning& beginning, FaultCounts& counts, const Plant* plant);
    /// Nobody has met yet; for making a beginning.
    explicit Company(FaultCounts& counts);
    Company(const Company&) = delete;
    Company& operator=(const Company&) = delete;

    TrueTime truth;
    FaultCounts& counts;
    const Plant* plant = nullptr;
    HubHouse hub;
    Network network;
    std::array<std::unique_ptr<Tablet>, deviceCount> tablets;
    People people;
    sync::PublicKey hubKey{};

    Tablet& of(Who who) { return *tablets[static_cast<std::size_t>(who)]; }
    /// Starts a device if it is down; false when it cannot.
    bool wake(Tablet& tablet);
};

/// Where a stick's file lies.
std::filesystem::path stickFile();

/// Makes the beginning, once per process.
const Beginning& beginning();

} // namespace medicobus::simulation
