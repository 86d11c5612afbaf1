// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/real/check.h"

#include "sync/hub/desk/access_log.h"
#include "sync/wire/push.h"
#include "tests/hub/rig/session.h"
#include "tests/simulation/oracle/promises.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace medicobus::testing {
namespace {

using simulation::Guarantee;
using simulation::Violation;
using Broken = std::optional<Violation>;

void look(Evidence& evidence, const std::function<void(sync::HubTransaction&)>& at) {
    must(evidence.ground.store->read([&](sync::HubTransaction& transaction) -> Result<void> {
        at(transaction);
        return {};
    }),
         "the hub's store");
}

journal::DeviceId chainOf(const std::string& text) {
    return {Uuid::parse(text).value_or(Uuid())};
}

/// G1, G4 and G8: what a device said it kept is in its own journal; what it said the hub has, the hub has.
Broken nothingIsLost(Evidence& evidence) {
    Broken broken;
    look(evidence, [&](sync::HubTransaction& hub) {
        for (std::size_t i = 0; i < evidence.tablets.size() && !broken; ++i) {
            std::map<std::string, std::string> hashes;
            for (const Told& told : evidence.told[i]) {
                if (told.what == "stored" && !hashes.contains(told.fields[0] + told.fields[1])) {
                    hashes[told.fields[0] + told.fields[1]] = told.fields[2];
                    const auto kept = must(evidence.tablets[i]->journal().operationsOf(
                                               chainOf(told.fields[0]), std::stoll(told.fields[1]) - 1, 1),
                                           "journal");
                    evidence.counts.note(Guarantee::ReadYourWrites);
                    if (kept.size() != 1 || sync::toHex(sync::viewOf(kept[0].hash)) != told.fields[2]) {
                        broken = {Guarantee::ReadYourWrites,
                                  fmt::format("device {} kept {} and has it no more", i, told.fields[1])};
                    }
                }
            }
            std::int64_t last = 0;
            for (const Told& told : evidence.told[i]) {
                if ((told.what != "acked" && told.what != "synced") || std::stoll(told.fields[1]) <= last) {
                    continue;
                }
                const bool isSynced = told.what == "synced";
                const Guarantee guarantee = isSynced ? Guarantee::SyncedIsTrue : Guarantee::NothingLost;
                for (++last; last <= std::stoll(told.fields[1]); ++last) {
                    const auto held = hub.operation(chainOf(told.fields[0]), last);
                    const auto kept = hashes.find(told.fields[0] + std::to_string(last));
                    evidence.counts.note(Guarantee::NothingLost);
                    if (!held
                        || (kept != hashes.end()
                            && sync::toHex(sync::viewOf(held->operation.hash)) != kept->second)) {
                        broken = {
                            guarantee,
                            fmt::format("device {} was told that the hub has {}, and it has not", i, last)};
                    }
                }
                --last;
            }
            for (const Told& told : evidence.told[i]) {
                if (told.what == "synced") {
                    evidence.counts.note(Guarantee::SyncedIsTrue);
                    if (hub.chainHead(chainOf(told.fields[0])).seq < std::stoll(told.fields[1])) {
                        broken = {Guarantee::SyncedIsTrue,
                                  fmt::format("device {} showed Synchronisé at {}", i, told.fields[1])};
                    }
                }
            }
        }
    });
    return broken;
}

/// G2: all that was said of places, in the order in which it was said.
Broken onePersonAPlace(Evidence& evidence) {
    std::vector<std::pair<std::size_t, const Told*>> all;
    for (std::size_t i = 0; i < evidence.told.size(); ++i) {
        for (const Told& told : evidence.told[i]) {
            if (told.what == "shown") {
                all.emplace_back(i, &told);
            }
        }
    }
    std::ranges::stable_sort(all, {}, [](const auto& each) { return each.second->at; });
    simulation::Promises promises;
    std::vector<std::map<std::string, simulation::Shown>> shown(evidence.told.size());
    for (const auto& [device, told] : all) {
        std::istringstream asked(told->fields[3]);
        shown[device][told->fields[0]] = {
            told->fields[1], told->fields[2],
            std::set<std::string>(std::istream_iterator<std::string>(asked), {})};
        evidence.counts.note(Guarantee::OneBooking);
        if (auto broken = promises.look(device, shown[device])) {
            return broken;
        }
    }
    return std::nullopt;
}

/// G3: both devices hold the same and show the same.
Broken sameState(Evidence& evidence) {
    const auto& first = evidence.tablets[0]->journal();
    for (Tablet* tablet : evidence.tablets) {
        evidence.counts.note(Guarantee::SameState);
        if (must(tablet->journal().operationsHash(), "hash") != must(first.operationsHash(), "hash")) {
            return Violation{Guarantee::SameState, "the devices hold other operations"};
        }
        if (must(tablet->journal().stateHash(), "hash") != must(first.stateHash(), "hash")) {
            return Violation{Guarantee::SameState, "the devices hold the same and show another state"};
        }
    }
    return std::nullopt;
}

/// G5: every operation of every device once more.
Broken repeatsAreNothing(Evidence& evidence) {
    const auto hubSeq = [&] {
        std::int64_t seq = 0;
        look(evidence, [&](sync::HubTransaction& hub) { seq = hub.lastHubSeq(); });
        return seq;
    };
    const std::int64_t before = hubSeq();
    for (Tablet* tablet : evidence.tablets) {
        const auto own = tablet->journal().device();
        const auto session =
            must(openSession(tablet->link(), own,
                             [&](std::string_view proof) { return tablet->vault().sign(proof); }),
                 "session");
        sync::Push push;
        push.device = own;
        for (std::int64_t after = 0;
             !(push.operations = must(tablet->journal().operationsOf(own, after, 200), "journal")).empty();
             after = push.operations.back().seq) {
            auto call = sync::post("/v1/operations", sync::textOf(push));
            call.headers["authorization"] = session;
            const auto answer = must(sync::carry(tablet->link(), call), "push");
            evidence.counts.note(Guarantee::RepeatsAreNothing);
            if (answer.status != 200) {
                return Violation{Guarantee::RepeatsAreNothing,
                                 fmt::format("a repeat is answered by {}", answer.status)};
            }
        }
    }
    return hubSeq() == before ? std::nullopt
                              : Broken({Guarantee::RepeatsAreNothing, "repeats made the hub commit more"});
}

/// G6: who was erased is nowhere known any more.
Broken erasedStaysErased(Evidence& evidence) {
    for (const auto& told : evidence.told) {
        for (const Told& each : told) {
            for (Tablet* tablet : each.what == "erased" ? evidence.tablets : std::vector<Tablet*>()) {
                evidence.counts.note(Guarantee::NothingComesBack);
                const auto patient = tablet->desk().patient({*Uuid::parse(each.fields[0])});
                if (patient && !patient->isErased) {
                    return Violation{Guarantee::NothingComesBack,
                                     each.fields[0] + " was erased and is shown"};
                }
            }
        }
    }
    return std::nullopt;
}

/// G7: what the hub rejected is said so by its author, and whoever lost a place is on the list of those to
/// call.
Broken refusalsAreSeen(Evidence& evidence) {
    for (Tablet* tablet : evidence.tablets) {
        const auto ruled = must(tablet->journal().ruled(), "ruled");
        Broken broken;
        look(evidence, [&](sync::HubTransaction& hub) {
            for (const auto& each : must(tablet->journal().since(tablet->journal().device(), 0), "journal")) {
                const auto held = hub.operation(each.device, each.seq);
                const bool isRejected = held && !held->ruling.isApplied();
                const bool isSaid = std::ranges::any_of(ruled, [&](const auto& said) {
                    return said.operation.id == each.id && said.note.verdict == "rejected";
                });
                evidence.counts.note(Guarantee::RefusalsAreSeen);
                if (isRejected != isSaid) {
                    broken = {Guarantee::RefusalsAreSeen,
                              fmt::format("the refusal of {} is not shown", each.kind)};
                }
            }
        });
        for (const auto& each : must(tablet->desk().toReplace(), "to replace")) {
            evidence.counts.note(Guarantee::RefusalsAreSeen);
            if (each.mishap == clinic::Mishap::None) {
                broken = {Guarantee::RefusalsAreSeen, "somebody is to be called without a reason"};
            }
        }
        if (broken) {
            return broken;
        }
    }
    return std::nullopt;
}

/// G9: chains, signatures and projections of the devices, and the hub's log of who read what.
Broken chainsVerify(Evidence& evidence) {
    for (Tablet* tablet : evidence.tablets) {
        evidence.counts.note(Guarantee::ChainsVerify);
        const auto report = must(tablet->journal().verify(), "verify");
        if (!report.isClean()) {
            return Violation{Guarantee::ChainsVerify, std::string(report.faults.front().code().name) + " "
                                                          + std::string(report.faults.front().detail("key"))};
        }
    }
    Broken broken;
    look(evidence, [&](sync::HubTransaction& hub) {
        evidence.counts.note(Guarantee::ChainsVerify);
        const auto log = sync::verifyAccessLog(hub, evidence.ground.hubKey);
        if (log.broken != 0 || log.entries == 0) {
            broken = {Guarantee::ChainsVerify,
                      fmt::format("the access log is broken at {} of {}", log.broken, log.entries)};
        }
    });
    return broken;
}

} // namespace

Broken check(Evidence& evidence) {
    for (const auto& one : {nothingIsLost, onePersonAPlace, sameState, repeatsAreNothing, erasedStaysErased,
                            refusalsAreSeen, chainsVerify}) {
        if (auto broken = one(evidence)) {
            return broken;
        }
    }
    return std::nullopt;
}

} // namespace medicobus::testing
