// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/hub.h"
#include "sync/hub/identity.h"
#include "sync/hub/rules/claims.h"
#include "sync/hub/web/limits.h"
#include "sync/hub/web/metrics.h"
#include "sync/hub/web/pages.h"
#include "sync/hub/web/request.h"

#include <atomic>

namespace medicobus::sync {

/// What a hub holds in memory: everything here is made again after a restart.
struct Hub::State {
    State(HubStore& theStore, const Clock& theClock, Entropy theEntropy, HubOptions theOptions)
        : store(theStore),
          clock(theClock),
          entropy(std::move(theEntropy)),
          options(std::move(theOptions)),
          limits(options) {}

    HubStore& store;
    const Clock& clock;
    Entropy entropy;
    HubOptions options;
    Identity identity;
    PlanViews plans;
    Limits limits;
    Metrics metrics;
    Pages pages;
    std::atomic<bool> mustExpunge{false};

    /// Work with an author for what the hub decides in it.
    template <typename Work>
    [[nodiscard]] Result<void> write(Work&& work) {
        return store.write([&](HubTransaction& transaction) -> Result<void> {
            Author author(transaction, identity, clock, entropy);
            return work(transaction, author);
        });
    }
    /// Overwrites destroyed keys, again after a busy moment.
    void expunge();
    /// Answers one call after limits; throws nothing.
    HttpAnswer serve(const HttpCall& call, const web::Matched& matched);
    [[nodiscard]] Result<HttpAnswer> handle(web::Request& request, const web::Route& route);
    [[nodiscard]] Result<void> logAccess(const web::Request& request, const web::Route& route, int status);
};

} // namespace medicobus::sync
