// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/rest.h"

#include "sync/hub/desk/access_log.h"
#include "sync/hub/identity.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::simulation {
namespace {

using Broken = std::optional<Violation>;

Broken broken(Guarantee guarantee, std::string what) {
    return Violation{guarantee, std::move(what)};
}

void count(Stage& stage, Guarantee guarantee) {
    stage.outcome().checks.note(guarantee);
}

/// G1: what was acknowledged anywhere is on the hub and, unless the hub rejected it, on every crew device.
Broken nothingIsLost(Stage& stage) {
    Broken found;
    count(stage, Guarantee::NothingLost);
    stage.company().hub.look([&](sync::HubTransaction& transaction) {
        found = stage.ledger().expectAllIn("the hub", [&](const auto& chain, std::int64_t seq) {
            const auto stored = transaction.operation(chain, seq);
            return stored ? std::optional(stored->operation.hash) : std::nullopt;
        });
        for (Tablet* tablet : found ? std::vector<Tablet*>() : stage.crew()) {
            count(stage, Guarantee::NothingLost);
            const auto& journal = tablet->desk().journal();
            stage.ledger().each([&](const auto& chain, std::int64_t seq) {
                const auto stored = transaction.operation(chain, seq);
                if (!found && stored && stored->ruling.isApplied()
                    && !journal.operation(stored->operation.id).value()) {
                    found = broken(Guarantee::NothingLost,
                                   fmt::format("{} lacks {} of chain {} ({}), which the hub holds",
                                               tablet->name(), seq, chain.text(), stored->operation.kind));
                }
            });
        }
    });
    return found;
}

/// What a device is to hold by its scope.
std::set<journal::OperationId> scopeOf(sync::HubTransaction& transaction, const Tablet& tablet) {
    const auto device = transaction.device(tablet.chain());
    std::set<journal::OperationId> inScope;
    for (const auto& line : transaction.stream(*device, 0, transaction.lastHubSeq(), 1'000'000, 0)) {
        if (line.operation) {
            inScope.insert(line.operation->operation.id);
        } else {
            inScope.erase(*line.removal);
        }
    }
    return inScope;
}

/// G1: what is in a device's scope has reached it, the hub's own decisions and everybody's.
Broken everythingHasCome(Stage& stage) {
    Broken found;
    stage.company().hub.look([&](sync::HubTransaction& transaction) {
        for (Tablet* tablet : stage.working()) {
            count(stage, Guarantee::NothingLost);
            auto missing = scopeOf(transaction, *tablet);
            const auto read = tablet->desk().journal().each([&](const journal::Operation& operation) {
                missing.erase(operation.id);
                return Result<void>();
            });
            if (!read || !missing.empty()) {
                const auto stored = read ? transaction.operation(*missing.begin()) : std::nullopt;
                found = broken(Guarantee::NothingLost,
                               fmt::format("{} lacks {} operations of its scope, among them a {}",
                                           tablet->name(), missing.size(),
                                           stored ? stored->operation.kind : "kind that cannot be read"));
                return;
            }
        }
    });
    return found;
}

/// G2 as each device shows it in the end.
Broken onePersonAPlace(Stage& stage) {
    for (Tablet* tablet : stage.crew()) {
        count(stage, Guarantee::OneBooking);
        std::map<std::string, std::string> holders;
        for (const auto& [appointment, shown] : tablet->shown()) {
            if (shown.isConfirmed() && !holders.emplace(shown.place, appointment).second) {
                return broken(Guarantee::OneBooking,
                              fmt::format("{} shows {} and {} confirmed at {}", tablet->name(),
                                          holders[shown.place], appointment, shown.place));
            }
        }
    }
    return std::nullopt;
}

/// The first operation that only one of two journals holds.
std::string heldByOne(const journal::Journal& left, const journal::Journal& right) {
    std::string found;
    for (const auto& [one, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
        const auto read = one->each([&, other = other](const journal::Operation& each) -> Result<void> {
            if (found.empty() && !other->operation(each.id).value()) {
                found = fmt::format("{} {} of chain {}", each.kind, each.seq, each.device.text());
            }
            return {};
        });
        found += read ? "" : " (unreadable)";
    }
    return found;
}

/// G3 among those who may read everything.
Broken sameState(Stage& stage) {
    const auto crew = stage.crew();
    for (Tablet* tablet : crew) {
        count(stage, Guarantee::SameState);
        const auto& first = crew.front()->desk().journal();
        const auto& journal = tablet->desk().journal();
        if (journal.operationsHash().value() != first.operationsHash().value()) {
            return broken(Guarantee::SameState,
                          fmt::format("{} and {} hold other operations: {}", crew.front()->name(),
                                      tablet->name(), heldByOne(first, journal)));
        }
        if (journal.stateHash().value() != first.stateHash().value()) {
            return broken(Guarantee::SameState,
                          fmt::format("{} and {} hold the same operations and show another state",
                                      crew.front()->name(), tablet->name()));
        }
    }
    return std::nullopt;
}

/// G9: chains and projections of devices, and the hub's log of who read what. Those of the crew hold the same
/// operations and show the same state by now, so that one of them is rebuilt for all.
Broken chainsVerify(Stage& stage) {
    using Depth = journal::Journal::Depth;
    const auto crew = stage.crew();
    for (Tablet* tablet : stage.working()) {
        count(stage, Guarantee::ChainsVerify);
        const bool isLikeTheFirst =
            tablet != crew.front() && std::find(crew.begin(), crew.end(), tablet) != crew.end();
        const auto report =
            tablet->desk().journal().verify(isLikeTheFirst ? Depth::OperationsAlone : Depth::Everything);
        if (!report || !report->isClean()) {
            const Error fault = report ? report->faults.front() : report.error();
            return broken(report && fault.code() == journal::codes::drift ? Guarantee::SameState
                                                                          : Guarantee::ChainsVerify,
                          fmt::format("{} does not verify: {} {}", tablet->name(), fault.code().name,
                                      fault.detail("key")));
        }
    }
    Broken found;
    count(stage, Guarantee::ChainsVerify);
    stage.company().hub.look([&](sync::HubTransaction& transaction) {
        const auto log = sync::verifyAccessLog(transaction, stage.company().hubKey);
        if (log.broken != 0 || log.entries == 0) {
            found =
                broken(Guarantee::ChainsVerify, fmt::format("the access log is broken at {}", log.broken));
        }
    });
    return found;
}

/// G6: erased persons and their keys.
Broken erasedStaysErased(Stage& stage) {
    for (const std::string& id : stage.erased()) {
        for (Tablet* tablet : stage.crew()) {
            count(stage, Guarantee::NothingComesBack);
            const auto patient = tablet->desk().patient({*Uuid::parse(id)});
            if (patient && !patient->isErased) {
                return broken(Guarantee::NothingComesBack,
                              fmt::format("{} shows {}, who was erased", tablet->name(), id));
            }
        }
    }
    return std::nullopt;
}

/// G6: a device of narrower scope holds what its scope has now, and nothing else of others.
Broken scopeIsKept(Stage& stage) {
    Broken found;
    stage.company().hub.look([&](sync::HubTransaction& transaction) {
        for (Tablet* tablet : stage.working()) {
            const auto& journal = tablet->desk().journal();
            const auto inScope = scopeOf(transaction, *tablet);
            count(stage, Guarantee::NothingComesBack);
            const auto read = journal.each([&](const journal::Operation& operation) -> Result<void> {
                if (operation.device != journal.device() && !inScope.contains(operation.id)) {
                    found = broken(Guarantee::NothingComesBack, fmt::format("{} holds a {} outside its scope",
                                                                            tablet->name(), operation.kind));
                }
                return {};
            });
            if (found || !read) {
                return;
            }
        }
    });
    return found;
}

/// G6 in bytes: what a thief of a disk would find.
Broken keysAreGone(Stage& stage) {
    if (stage.destroyed().empty()) {
        return std::nullopt;
    }
    const auto contains = [&](const std::map<std::string, Bytes>& disk) {
        for (const auto& [path, bytes] : disk) {
            for (const std::string& key : stage.destroyed()) {
                if (std::search(bytes.begin(), bytes.end(), key.begin(), key.end()) != bytes.end()) {
                    return path;
                }
            }
        }
        return std::string();
    };
    count(stage, Guarantee::NothingComesBack);
    stage.company().hub.stop();
    if (const std::string path = contains(stage.company().hub.machine().image()); !path.empty()) {
        return broken(Guarantee::NothingComesBack, "the hub's disk still holds a destroyed key in " + path);
    }
    for (Tablet* tablet : stage.crew()) {
        count(stage, Guarantee::NothingComesBack);
        tablet->stop();
        if (const std::string path = contains(tablet->machine().image()); !path.empty()) {
            return broken(Guarantee::NothingComesBack,
                          "a device's disk still holds a destroyed key in " + path);
        }
    }
    return std::nullopt;
}

} // namespace

Broken checkAtRest(Stage& stage) {
    for (const auto& check :
         {nothingIsLost, everythingHasCome, onePersonAPlace, sameState, chainsVerify, erasedStaysErased,
          scopeIsKept, refusalsAreSeen, repeatsAreNothing, keysAreGone}) {
        if (auto found = check(stage)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace medicobus::simulation
