// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/oracle/violation.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace medicobus::simulation {

/// How one device shows one appointment.
struct Shown {
    enum class As { Open, Confirmed, Gone };
    As as = As::Open;  ///< Gone: cancelled, refused, or without a place.
    std::string place; ///< Confirmed.
    std::string asked; ///< Waited for, by a request or by a move.

    friend bool operator==(const Shown&, const Shown&) = default;
};

/// What people were told of places, by whichever device, at the moment each first showed it (G2).
///
/// A promise stands from the first device that shows it to the first that shows it taken back. A device that
/// has not heard of the taking back may go on showing what it showed before: that is no new promise.
class Promises {
public:
    /// All that a device shows now.
    std::optional<Violation> look(std::size_t device, const std::map<std::string, Shown>& appointments);
    /// A person declared the device lost: what it alone had told is not known any more.
    void forget(std::size_t device);
    std::size_t standing() const { return m_standing.size(); }

private:
    struct Promise {
        std::string place;
        std::set<std::size_t> tellers;
    };
    /// Whether a device that waited hears of a place that was given up meanwhile.
    bool isOld(const std::string& appointment, const Shown& before, const std::string& place) const;
    void takeBack(const std::string& appointment, const Shown& before, const Shown& now);
    std::optional<Violation> tell(std::size_t device, const std::string& appointment, const Shown& before,
                                  const std::string& place);

    std::map<std::string, Promise> m_standing;
    std::set<std::pair<std::string, std::string>> m_takenBack; ///< Appointment and place.
    std::map<std::size_t, std::map<std::string, Shown>> m_seen;
};

} // namespace medicobus::simulation
