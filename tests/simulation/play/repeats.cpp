// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/lease.h"
#include "sync/wire/push.h"
#include "tests/simulation/play/rest.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::simulation {
namespace {

using Broken = std::optional<Violation>;

/// A push that came once more, and what the hub said of it this time.
struct Again {
    sync::Push push;
    sync::PushAnswer answer;
};

bool isPush(const sync::HttpCall& call) {
    return call.method == "POST" && call.path == "/v1/operations";
}

std::optional<Again> asPush(const sync::HttpCall& call, const std::optional<sync::HttpAnswer>& answer) {
    if (!isPush(call) || !answer || answer->status != 200) {
        return std::nullopt;
    }
    auto push = sync::readPush(call.body);
    auto said = sync::readPushAnswer(answer->body);
    return push && said ? std::optional(Again{std::move(*push), std::move(*said)}) : std::nullopt;
}

/// A verdict that is not the one which stands.
Broken judgedAnew(sync::HubTransaction& transaction, const Again& again) {
    for (const sync::Verdict& verdict : again.answer.verdicts) {
        const auto stored = transaction.operation(again.push.device, verdict.seq);
        const bool isThisOne = std::any_of(
            again.push.operations.begin(), again.push.operations.end(), [&](const journal::Operation& each) {
                return stored && each.seq == verdict.seq && each.hash == stored->operation.hash;
            });
        if (isThisOne && stored->ruling.verdict != sync::wordOf(verdict.kind)) {
            return Violation{Guarantee::RepeatsAreNothing,
                             fmt::format("a {} that the hub {} is {} when it comes again",
                                         stored->operation.kind, stored->ruling.verdict,
                                         sync::wordOf(verdict.kind))};
        }
    }
    return std::nullopt;
}

bool isGranted(HubHouse& hub, const sync::HttpCall& call) {
    const auto asked = sync::readLeaseRequest(call.body);
    bool is = false;
    hub.look([&](sync::HubTransaction& transaction) {
        is = asked && !transaction.ofSubject({"lease", asked->request.text()}).empty();
    });
    return is;
}

/// A push that a hub never took, since it was restored and the device is gone for good, is no repeat either.
bool wasTaken(HubHouse& hub, const sync::HttpCall& call) {
    const auto push = sync::readPush(call.body);
    bool is = true;
    hub.look([&](sync::HubTransaction& transaction) {
        is = !push || std::all_of(push->operations.begin(), push->operations.end(), [&](const auto& each) {
            return transaction.operation(push->device, each.seq).has_value();
        });
    });
    return is;
}

/// Makes every call again, last first, and listens to what is said of pushes.
Broken repeatEverything(Stage& stage) {
    HubHouse& hub = stage.company().hub;
    auto calls = stage.company().network.sent();
    // A request for a share that was never granted is no repeat when it comes again.
    std::erase_if(calls, [&](const sync::HttpCall& call) {
        return (call.path.starts_with("/v1/leases") && !isGranted(hub, call))
               || (isPush(call) && !wasTaken(hub, call));
    });
    std::reverse(calls.begin(), calls.end());
    std::vector<Again> pushes;
    for (const sync::HttpCall& call : calls) {
        if (auto again = asPush(call, hub.answer(call))) {
            pushes.push_back(std::move(*again));
        }
    }
    Broken found;
    hub.look([&](sync::HubTransaction& transaction) {
        for (auto again = pushes.begin(); again != pushes.end() && !found; ++again) {
            found = judgedAnew(transaction, *again);
        }
    });
    return found;
}

} // namespace

Broken repeatsAreNothing(Stage& stage) {
    stage.outcome().checks.note(Guarantee::RepeatsAreNothing);
    HubHouse& hub = stage.company().hub;
    const auto& journal = stage.crew().front()->desk().journal();
    const auto before = journal.stateHash().value();
    const std::int64_t committed = hub.committed();
    if (auto found = repeatEverything(stage)) {
        return found;
    }
    if (const std::int64_t after = hub.committed(); after != committed) {
        std::string kinds;
        hub.look([&](sync::HubTransaction& transaction) {
            const auto device = transaction.device(stage.crew().front()->chain());
            for (const auto& line : transaction.stream(*device, committed, after, 1, 0)) {
                kinds += line.operation ? " " + line.operation->operation.kind : " a removal";
            }
        });
        return Violation{Guarantee::RepeatsAreNothing,
                         fmt::format("repeating every call made the hub commit {} lines more:{}",
                                     after - committed, kinds)};
    }
    if (auto found = stage.settle()) {
        return found;
    }
    // A lease may have ended meanwhile, which its device says by itself.
    if (hub.committed() == committed && journal.stateHash().value() != before) {
        return Violation{Guarantee::RepeatsAreNothing, "repeating every call changed what a device shows"};
    }
    return std::nullopt;
}

} // namespace medicobus::simulation
