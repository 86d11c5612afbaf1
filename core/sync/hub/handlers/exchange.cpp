// SPDX-License-Identifier: EUPL-1.2
#include "base/json/text.h"
#include "sync/hub/handlers/handlers.h"
#include "sync/hub/handlers/receipt.h"
#include "sync/hub/state.h"
#include "sync/wire/lease.h"
#include "sync/wire/page.h"
#include "sync/wire/push.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace medicobus::sync::handlers {

namespace {

std::size_t sizeOf(const journal::Operation& operation) {
    constexpr std::size_t overhead = 400;
    return overhead + jsonText(operation.open).size() + operation.sealed.value_or("").size();
}

/// Cuts the lines at the page's limits; what is left out comes with the next page.
void fill(Page& page, std::vector<StreamLine> lines, std::size_t limit, const HubOptions& options) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        StreamLine& line = lines[i];
        bytes += line.operation ? sizeOf(line.operation->operation) : sizeof(OperationId);
        // Removals are taken after a page's operations: one that comes back does so on the next.
        const bool isBack =
            line.operation
            && std::find(page.removals.begin(), page.removals.end(), line.operation->operation.id)
                   != page.removals.end();
        if (i == limit || isBack || (i > 0 && bytes > options.pageBytes)) {
            page.hasMore = true;
            break;
        }
        page.to = line.hubSeq;
        if (line.operation) {
            page.operations.push_back(std::move(line.operation->operation));
        } else {
            page.removals.push_back(*line.removal);
        }
    }
}

std::vector<Envelope> envelopesFor(HubTransaction& transaction, const Page& page) {
    std::vector<Envelope> envelopes;
    std::set<std::string> seen;
    for (const journal::Operation& operation : page.operations) {
        if (operation.sealKey && seen.insert(*operation.sealKey).second) {
            if (auto wrapped = transaction.envelope(*operation.sealKey)) {
                envelopes.push_back({*operation.sealKey, std::move(*wrapped)});
            }
        }
    }
    return envelopes;
}

/// Notes, after a restore, that a device which asked for the chains now pulls: it has brought what it held.
/// The last one ends the recovery.
Result<void> noteReport(Hub::State& hub, const DeviceId& id, const std::string& step) {
    return hub.write([&](HubTransaction& transaction, Author& author) -> Result<void> {
        auto device = transaction.device(id);
        if (!device || !isRecovering(transaction)) {
            return {};
        }
        device->reportedEpoch = step;
        transaction.putDevice(*device);
        const auto all = transaction.devices();
        const bool isOver = std::all_of(all.begin(), all.end(), [&](const HubDevice& each) {
            return each.state != DeviceState::Active || each.reportedEpoch == hub.identity.epoch;
        });
        if (isOver) {
            transaction.setValue(values::recovering, "0");
            Claims(transaction, author, hub.plans).decideWaiting({});
        }
        return {};
    });
}

std::string asked(const Hub::State& hub) {
    return "asked " + hub.identity.epoch;
}

} // namespace

Answer push(Hub::State& hub, Request& request) {
    if (request.call.headers.contains(digestHeader) && !isIntact(request.call)) {
        return fault(web::codes::badDigest);
    }
    auto body = readPush(request.call.body);
    if (!body) {
        return Fault(body.error());
    }
    Receipt receipt;
    auto stored = hub.write([&](HubTransaction& transaction, Author& author) -> Result<void> {
        receipt = {};
        return receive(transaction, author, hub, *body, *request.device, receipt);
    });
    if (!stored) {
        return Fault(stored.error());
    }
    if (receipt.hasErased || hub.mustExpunge) {
        hub.expunge();
    }
    receipt.answer.epoch = hub.identity.epoch;
    receipt.answer.hubTime = hub.clock.now();
    request.record = fmt::format("{} through {}", body->device.text(), receipt.answer.ackedThrough);
    return web::jsonAnswer(toJson(receipt.answer), receipt.isGap ? 409 : 200);
}

Answer pull(Hub::State& hub, Request& request) {
    const auto after = web::wholeOf(request, "after", 0);
    const auto wanted = web::wholeOf(request, "limit", static_cast<std::int64_t>(hub.options.pageLimit));
    const auto own = web::wholeOf(request, "own", 0);
    if (!after || !wanted || !own) {
        return Fault(!after ? after.error() : !wanted ? wanted.error() : own.error());
    }
    const auto limit = std::clamp<std::size_t>(static_cast<std::size_t>(*wanted), 1, hub.options.pageLimit);
    Page page;
    bool isRecoveringNow = false;
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        page = {};
        page.from = *after;
        page.to = *after;
        const std::int64_t through = transaction.lastHubSeq();
        fill(page, transaction.stream(*request.device, *after, through, limit + 1, *own), limit, hub.options);
        page.to = page.hasMore ? page.to : std::max(*after, through);
        page.chain = transaction.chains();
        if (request.device->role == Role::Crew) {
            page.envelopes = envelopesFor(transaction, page);
        }
        isRecoveringNow = isRecovering(transaction);
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    if (isRecoveringNow && request.device->reportedEpoch == asked(hub)) {
        if (auto noted = noteReport(hub, request.device->id, hub.identity.epoch); !noted) {
            return Fault(noted.error());
        }
    }
    page.epoch = hub.identity.epoch;
    page.hubTime = hub.clock.now();
    close(page);
    request.record = fmt::format("{}-{}", page.from, page.to);
    HttpAnswer answer;
    answer.status = 200;
    answer.body = textOf(page);
    return answer;
}

Answer chains(Hub::State& hub, Request& request) {
    Chains chains;
    bool mustNote = false;
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        chains.chains = transaction.chains();
        mustNote = isRecovering(transaction) && request.device->reportedEpoch != hub.identity.epoch
                   && request.device->reportedEpoch != asked(hub);
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    if (mustNote) {
        if (auto noted = noteReport(hub, request.device->id, asked(hub)); !noted) {
            return Fault(noted.error());
        }
    }
    chains.epoch = hub.identity.epoch;
    chains.hubTime = hub.clock.now();
    return web::jsonAnswer(toJson(chains));
}

Answer lease(Hub::State& hub, Request& request) {
    const auto wanted = readLeaseRequest(request.call.body);
    if (!wanted) {
        return Fault(wanted.error());
    }
    LeaseAnswer answer;
    auto granted = hub.write([&](HubTransaction& transaction, Author& author) -> Result<void> {
        answer = {};
        Claims claims(transaction, author, hub.plans);
        if (!claims.grant(request.device->id, wanted->request, wanted->occurrence,
                          static_cast<std::size_t>(wanted->places), hub.options.leaseShare,
                          hub.options.leaseLife)) {
            return {};
        }
        Lease lease{wanted->request.text(), request.device->id, wanted->occurrence, {}, {}};
        for (const LeasedPlace& each : transaction.leasesOf(request.device->id)) {
            if (each.lease == lease.id) {
                lease.places.push_back({each.place.slot, each.place.seat});
                lease.until = each.until;
            }
        }
        answer.lease = std::move(lease);
        return {};
    });
    if (!granted) {
        return Fault(granted.error());
    }
    answer.hubTime = hub.clock.now();
    request.record = wanted->occurrence;
    return web::jsonAnswer(toJson(answer));
}

Answer freePlaces(Hub::State& hub, Request& request) {
    const LocalTime now = toParis(hub.clock.now()).value_or(LocalTime());
    const bool isTownHall = request.device->role == Role::TownHall;
    Json passages = Json::array();
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        const auto plan = hub.plans.now(transaction);
        if (!plan->programme) {
            return {};
        }
        for (const plan::Occurrence& each :
             plan::occurrences(*plan->programme, dateOf(now), dateOf(now) + date::weeks(9))) {
            const plan::Site* site = plan->programme->findSite(each.site);
            if (!site || (isTownHall && site->insee.value != request.device->commune)
                || each.status == plan::Occurrence::Status::Cancelled) {
                continue;
            }
            const std::string id = each.id.text();
            const auto slots = plan::slotsOf(each, plan->programme->slot).size();
            const auto offered = slots * static_cast<std::size_t>(each.seats);
            const auto used = transaction.claimsAt(id).size() + transaction.leasesAt(id).size()
                              + transaction.waitingAt(id).size();
            passages.push_back({{"occurrence", id},
                                {"site", each.site.value},
                                {"start", formatLocal(each.start)},
                                {"places", offered},
                                {"free", offered - std::min(offered, used)}});
        }
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    return web::jsonAnswer({{"hub_time", toMillis(hub.clock.now())}, {"passages", std::move(passages)}});
}

} // namespace medicobus::sync::handlers
