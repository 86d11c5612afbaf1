// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/access_log.h"
#include "sync/hub/handlers/handlers.h"
#include "sync/hub/state.h"
#include "sync/hub/web/openapi.h"

namespace medicobus::sync::handlers {

Answer health(Hub::State& hub, Request&) {
    bool isRecoveringNow = false;
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        isRecoveringNow = isRecovering(transaction);
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    return web::jsonAnswer({{"status", "ok"},
                            {"version", hub.options.serverVersion},
                            {"recovering", isRecoveringNow},
                            {"hub_time", toMillis(hub.clock.now())}});
}

Answer metrics(Hub::State& hub, Request&) {
    StoreTotals totals;
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        totals = transaction.totals();
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    HttpAnswer answer;
    answer.status = 200;
    answer.type = "text/plain; version=0.0.4; charset=utf-8";
    answer.body = hub.metrics.text(totals, hub.options.connections ? hub.options.connections() : 0);
    return answer;
}

Answer describe(Hub::State& hub, Request&) {
    return web::jsonAnswer(web::openApi(hub.options.serverVersion));
}

Answer identity(Hub::State& hub, Request&) {
    return web::jsonAnswer({{"device", hub.identity.device.text()},
                            {"sign_key", toBase64(hub.identity.publicKey)},
                            {"epoch", hub.identity.epoch},
                            {"hub_time", toMillis(hub.clock.now())}});
}

Answer accessLog(Hub::State& hub, Request& request) {
    constexpr std::int64_t mostEntries = 1000;
    const auto after = web::wholeOf(request, "after", 0);
    const auto limit = web::wholeOf(request, "limit", mostEntries);
    if (!after || !limit) {
        return Fault(after ? limit.error() : after.error());
    }
    Json entries = Json::array();
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        for (const AccessEntry& each :
             transaction.accesses(*after, static_cast<std::size_t>(std::min(*limit, mostEntries)))) {
            entries.push_back(toJson(each));
        }
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    request.record = "after " + std::to_string(*after);
    return web::jsonAnswer({{"hub_time", toMillis(hub.clock.now())}, {"entries", std::move(entries)}});
}

Answer page(Hub::State& hub, Request& request) {
    std::shared_ptr<const PlanView> plan;
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        plan = hub.plans.now(transaction);
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    const LocalTime today = toParis(hub.clock.now()).value_or(LocalTime());
    return hub.pages.answer(request.parameters.at("file"), request.call, *plan, hub.options, today);
}

} // namespace medicobus::sync::handlers
