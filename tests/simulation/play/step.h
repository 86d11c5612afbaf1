// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "tests/simulation/world/faults.h"
#include "tests/simulation/world/medium.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::simulation {

/// Those who act. The numbers of devices are their places in the cast.
enum class Who { Tablet1, Tablet2, Phone, Coordination, TownHall, Hub, World };
inline constexpr std::array<std::string_view, 7> whoNames{"tablet1",  "tablet2", "phone", "coordination",
                                                          "townhall", "hub",     "world"};
inline constexpr std::size_t deviceCount = 5;

/// What they do. Arguments are numbers, read modulo what there is to choose from at that moment.
enum class Act {
    Register,   ///< a new person: name
    Correct,    ///< a person's field: person, field, value
    Choose,     ///< settles a conflict: person, which
    Erase,      ///< a person: person
    Book,       ///< person, passage, slot
    Move,       ///< an appointment: which, passage, slot
    Cancel,     ///< which
    Mark,       ///< which, event
    Undo,       ///< which
    Visit,      ///< which, outcome
    WalkIn,     ///< person, passage
    Lease,      ///< asks for a share: passage
    Deposit,    ///< passage, slot
    Close,      ///< a site: site, day
    Publish,    ///< a programme: variant
    Shift,      ///< moves a passage: passage, minutes
    Revoke,     ///< a device: which
    Withdraw,   ///< narrows the town hall's commune: commune
    Unknown,    ///< writes a kind that nobody knows yet: value
    Sync,       ///< with the hub
    Stick,      ///< gives a stick to another device: to whom
    StickToHub, ///< carries a stick to the hub
    Restart,    ///< closes and opens again
    Pass,       ///< time: minutes
    Jump,       ///< sets a clock wrong: which device, days
    Drift,      ///< which device, parts per million
    SetRight,   ///< a clock: which device
    Cut,        ///< the network of a device: which
    Join,       ///< mends it: which
    Backup,     ///< of the hub
    Restore,    ///< the hub from its backup
    Lag,        ///< from now on runs a program one schema behind, which does not know visits
    Recover     ///< a person opens a vault whose keys were destroyed, with the recovery key
};
inline constexpr std::array<std::string_view, 33> actNames{
    "register", "correct", "choose", "erase",        "book",    "move",    "cancel", "mark",   "undo",
    "visit",    "walk_in", "lease",  "deposit",      "close",   "publish", "shift",  "revoke", "withdraw",
    "unknown",  "sync",    "stick",  "stick_to_hub", "restart", "pass",    "jump",   "drift",  "set_right",
    "cut",      "join",    "backup", "restore",      "lag",     "recover"};

/// One thing that goes wrong during a step. `at` counts, from 1: calls for a fault of the network, changes of
/// the disk for one of a program; of the hub's instead of the actor's own when `isOfHub`.
struct Mishap {
    FaultKind kind = FaultKind::RequestDropped;
    std::int64_t at = 1;
    bool isOfHub = false;
    Loss loss = Loss::All; ///< For a loss of power.

    friend bool operator==(const Mishap&, const Mishap&) = default;
};

struct Step {
    Who who = Who::World;
    Act act = Act::Pass;
    std::array<std::int64_t, 3> numbers{};
    std::vector<Mishap> mishaps;
    std::uint32_t salt = 0; ///< Seeds what chance decides in this step, so that it does not hang on others.

    friend bool operator==(const Step&, const Step&) = default;
};

/// A run: everything in it follows from these.
struct Scenario {
    std::uint64_t seed = 0;
    std::vector<Step> steps;

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// One line a step: `tablet1 book 2 0 3 #91 ! power_loss@17:sectors hub:killed@4`.
std::string text(const Step& step);
std::string text(const Scenario& scenario);
/// Reads what `text` wrote; lines that begin with `//` are skipped. Errors: `simulation.bad_scenario` (line).
[[nodiscard]] Result<Scenario> parseScenario(std::string_view text);

namespace codes {
inline constexpr ErrorCode badScenario{"simulation.bad_scenario"};
} // namespace codes

} // namespace medicobus::simulation
