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

/// How one device shows one appointment. Claims are known by the operations that asked for a place: who was
/// given up and asks again for the same place does so by another claim.
struct Shown {
    std::string claim;           ///< Confirmed; empty when none is.
    std::string place;           ///< Of that claim.
    std::set<std::string> asked; ///< Claims that wait, of a request or of moves.

    bool isConfirmed() const { return !claim.empty(); }
    friend bool operator==(const Shown&, const Shown&) = default;
};

/// What people were told of places, by whichever device, at the moment each first showed it (G2).
///
/// A promise stands from the first device that shows it to the first that shows it taken back. A device that
/// has not heard of the taking back may go on showing it, or hear of the older word only now: that is no new
/// promise. One that showed it taken back itself and tells it once more makes a new one.
class Promises {
public:
    /// All that a device shows now.
    std::optional<Violation> look(std::size_t device, const std::map<std::string, Shown>& appointments);
    /// A person declared the device lost: what it alone had told is not known any more.
    void forget(std::size_t device);
    std::size_t standing() const { return m_standing.size(); }

private:
    struct Promise {
        std::string claim;
        std::string place;
        std::set<std::size_t> tellers;
    };
    struct View {
        std::map<std::string, Shown> appointments;
        std::set<std::string> gaveUp; ///< Claims that it showed taken back.
    };
    /// Whether somebody took the claim back and this device only had not heard of it.
    bool isOld(const View& view, const std::string& claim) const;
    void takeBack(View& view, const std::string& appointment, const Shown& now);
    std::optional<Violation> tell(std::size_t device, const std::string& appointment, const Shown& now);

    std::map<std::string, Promise> m_standing; ///< By appointment.
    std::set<std::string> m_takenBack;         ///< Claims.
    std::map<std::size_t, View> m_views;
};

} // namespace medicobus::simulation
