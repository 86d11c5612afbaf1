// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/identity.h"
#include "sync/wire/push.h"
#include "tests/bench/sync/bench.h"
#include "tests/bench/sync/signer.h"
#include "tests/hub/rig/session.h"

#include <fmt/format.h>

#include <atomic>
#include <mutex>
#include <thread>

namespace medicobus::bench {
namespace {

using testing::must;

/// A device as the hub sees it: its key and what it has to say, made beforehand.
struct Pushing {
    Signer signer;
    journal::DeviceId device;
    std::string push;
};

journal::Operation nextOf(const Pushing& tablet, const journal::Operation* before, Instant now,
                          const Entropy& entropy) {
    journal::Operation operation;
    operation.id = journal::OperationId::make(now, entropy);
    operation.device = tablet.device;
    operation.seq = before == nullptr ? 1 : before->seq + 1;
    operation.time = {now.time_since_epoch().count(), static_cast<std::uint16_t>(operation.seq)};
    operation.actor = "equipe";
    operation.subject = {"appointment", Uuid::v7(now, entropy).text()};
    operation.kind = "visit.recorded";
    operation.sealed = std::string(160, 's');
    operation.sealKey = operation.subject.id;
    operation.previousHash = before == nullptr ? journal::Hash{} : before->hash;
    operation.hash = must(journal::hashOf(operation), "hash");
    operation.signature = tablet.signer.sign(sync::viewOf(operation.hash));
    return operation;
}

Pushing makeTablet(int operations, Instant now) {
    const Entropy entropy = systemEntropy();
    Pushing tablet{Signer(), journal::DeviceId::make(now, entropy), {}};
    sync::Push push;
    push.device = tablet.device;
    for (int i = 0; i < operations; ++i) {
        const auto* before = push.operations.empty() ? nullptr : &push.operations.back();
        auto next = nextOf(tablet, before, now, entropy);
        push.envelopes.push_back({*next.sealKey, std::string(100, 'w')});
        push.operations.push_back(std::move(next));
    }
    tablet.push = sync::textOf(push);
    return tablet;
}

void enrolAll(Ground& ground, const std::vector<Pushing>& tablets) {
    const Entropy entropy = systemEntropy();
    must(ground.store->write([&](sync::HubTransaction& transaction) -> Result<void> {
        const auto identity = sync::identityIn(transaction, ground.clock, entropy);
        sync::Author author(transaction, identity, ground.clock, entropy);
        for (const Pushing& tablet : tablets) {
            sync::EnrolmentRequest request;
            request.secret = sync::invite(transaction, sync::Role::Crew, "", "Tablette",
                                          author.now() + std::chrono::hours(1), entropy);
            request.device = tablet.device;
            request.name = "Tablette";
            request.signKey = tablet.signer.publicKey();
            const auto begun = sync::beginEnrolment(transaction, request, author.now(), author.newUuid());
            if (!begun) {
                return Fault(begun.error());
            }
            // A crew that has members takes no more without its key; the hub cannot read what is sealed in
            // it.
            sync::Approval approval;
            approval.crewKey = &tablet == &tablets.front() ? std::string() : std::string(80, 'k');
            if (auto done = sync::decideEnrolment(transaction, author, begun->enrolment, approval, nullptr);
                !done) {
                return Fault(done.error());
            }
        }
        return {};
    }),
         "enrolment");
}

struct Tally {
    std::mutex guard;
    Times calls;
    Times contacts;
    std::atomic<int> failures = 0;
    std::atomic<int> next = 0;
};

/// Challenge, session, push and one page from where the run began.
bool contact(const Pushing& tablet, const std::string& hub, std::int64_t cursor, Times& calls) {
    CurlHubLink link(hub, std::nullopt);
    const auto call = [&](sync::HttpCall request) {
        const auto begun = Timer::now();
        auto answer = sync::carry(link, std::move(request));
        calls.add(since(begun));
        return answer && answer->status < 300 ? answer->body : std::string();
    };
    const auto begun = Timer::now();
    const auto session = testing::openSession(link, tablet.device, [&](std::string_view proof) {
        return Result<sync::Signature>(tablet.signer.sign(proof));
    });
    calls.add(since(begun) / 2);
    if (!session) {
        return false;
    }
    auto push = sync::post("/v1/operations", tablet.push);
    push.headers["authorization"] = *session;
    auto pull = sync::get(fmt::format("/v1/operations?after={}&limit=500", cursor));
    pull.headers["authorization"] = *session;
    return !call(std::move(push)).empty() && !call(std::move(pull)).empty();
}

} // namespace

void measureCrowd(const std::string& hub, const std::string& database, const Crowd& options) {
    Ground ground(hub, database);
    std::vector<Pushing> tablets;
    for (int i = 0; i < options.tablets; ++i) {
        tablets.push_back(makeTablet(options.operations, ground.clock.now()));
    }
    enrolAll(ground, tablets);
    std::int64_t cursor = 0;
    must(ground.store->read([&](sync::HubTransaction& transaction) -> Result<void> {
        cursor = transaction.lastHubSeq();
        return {};
    }),
         "cursor");

    Tally tally;
    const auto begun = Timer::now();
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < options.atOnce; ++i) {
            threads.emplace_back([&] {
                for (int at = tally.next++; at < options.tablets; at = tally.next++) {
                    Times calls;
                    const auto from = Timer::now();
                    tally.failures +=
                        contact(tablets[static_cast<std::size_t>(at)], ground.hub->address(), cursor, calls)
                            ? 0
                            : 1;
                    const double took = since(from);
                    const std::lock_guard locked(tally.guard);
                    tally.calls.add(calls);
                    tally.contacts.add(took);
                }
            });
        }
    }
    const double took = since(begun);
    fmt::print("{}: {} tablets of {} operations in {:.1f} s, {} at once: {:.0f} a minute, {} failed; a "
               "contact p50 {:.0f} ms "
               "p95 {:.0f} ms, a call p50 {:.0f} ms p95 {:.0f} ms; hub {} MB\n",
               database, options.tablets, options.operations, took, options.atOnce,
               60 * options.tablets / took, tally.failures.load(), tally.contacts.milliseconds(0.5),
               tally.contacts.milliseconds(0.95), tally.calls.milliseconds(0.5),
               tally.calls.milliseconds(0.95), ground.hub->child().peakKib() / 1024);
}

} // namespace medicobus::bench
