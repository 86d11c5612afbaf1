// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>

namespace medicobus {

/// A moment that nobody can set: how long one start of the machine has lasted, sleep included.
struct BootMoment {
    std::string boot; ///< Names the start; moments of different starts cannot be compared.
    std::chrono::milliseconds elapsed{0};

    friend bool operator==(const BootMoment&, const BootMoment&) = default;
};

/// The door to time that goes on whatever the time of day is set to; `platform/clock` holds the real one.
class BootClock {
public:
    virtual ~BootClock() = default;
    virtual BootMoment moment() const = 0;
};

} // namespace medicobus
