// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/uuid.h"
#include "plan/programme.h"
#include "sync/http.h"
#include "sync/hub/hub_store.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace medicobus::sync {

/// So many at once, and so many a second in the long run.
struct Allowance {
    double burst = 0;
    double perSecond = 0;
};

/// Makes the public files of a programme for the days from one to another, as path and content; the stamp is
/// the instant of the last change.
using Publish = std::function<Result<std::map<std::string, std::string>>(
    const plan::Programme& programme, Date from, Date until, Instant stamp)>;

/// The limits and durations of a hub.
struct HubOptions {
    std::size_t bodyLimit = 4U << 20U;     ///< Bytes of a request.
    std::size_t pageLimit = 2000;          ///< Lines of a page.
    std::size_t pageBytes = 4U << 20U;     ///< Bytes of the operations of a page, about.
    Allowance perDevice{200, 20};          ///< Calls.
    Allowance perPeer{2000, 200};          ///< Calls, of devices not known and of the public.
    std::chrono::hours sessionLife{12};    ///< README, Sessions.
    std::chrono::hours invitationLife{24}; ///< README, Enrolment.
    std::chrono::hours leaseLife{24 * 7};  ///< At most; never beyond the end of the passage.
    double leaseShare = 0.5;               ///< Of the free places of a passage, in one lease.
    std::chrono::minutes driftShown{2};    ///< Above this a device's clock is noted.
    Publish publish;                       ///< None: nothing is served to the public.
    std::string serverVersion = "0";
    std::function<std::int64_t()> connections;           ///< For `/metrics`.
    std::function<std::chrono::nanoseconds()> stopwatch; ///< For the figures of `/metrics`; none: all zero.
};

/// The hub: answers every call of devices and of the public from its store, with no thread of its own.
///
/// `answer` may be called by several threads at once; several hubs, in one process or in many, may stand on
/// one store. Everything a hub holds in memory (the public pages, the rates) can be made again.
class Hub {
public:
    /// Opens the hub, making its identity, keys and epoch in the store on first use. The store and the clock
    /// must outlive it. Errors: those of the store; `hub.newer_store`.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> open(HubStore& store, const Clock& clock,
                                                           Entropy entropy, HubOptions options = {});
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    /// One answer for each call, whatever it holds; faults are JSON `{code, details}` with their status.
    HttpAnswer answer(const HttpCall& call);

    struct State;

private:
    explicit Hub(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

namespace codes {
inline constexpr ErrorCode newerStore{"hub.newer_store"};
} // namespace codes

} // namespace medicobus::sync
