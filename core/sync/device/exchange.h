// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"
#include "sync/device/calls.h"
#include "sync/device/keys.h"
#include "sync/device/signatures.h"
#include "sync/http.h"
#include "sync/wire/lease.h"
#include "sync/wire/page.h"
#include "sync/wire/push.h"
#include "sync/wire/session.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace medicobus::sync {

/// How much goes into one call, and what an exchange lets others do.
struct ExchangeOptions {
    std::size_t batch = 1000;           ///< Operations in a push.
    std::size_t batchBytes = 1U << 20U; ///< Of the bodies of a push, about.
    std::size_t page = 1000;            ///< Operations asked for in a pull.
    std::chrono::seconds pollEvery{60}; ///< After a round that went well.
    std::chrono::minutes driftShown{2}; ///< README, Sessions.
    /// Before a round: what is due to be said, such as leases to give back.
    std::function<Result<void>()> beforeRound;
    /// When the hub orders it: destroys the vault's wraps; the journal's own wrapped keys go with it.
    std::function<Result<void>()> wipe;
};

/// Where a device stands with its hub.
struct ExchangeStatus {
    enum class State {
        NeverMet,  ///< Enrolled, and not in contact yet.
        Working,   ///< The last round went well.
        Offline,   ///< No answer, or one that says to come back later.
        Locked,    ///< The vault must be opened first.
        MustEnrol, ///< The hub does not know this device's identity.
        Revoked,
        WrongHub,
        Faulty ///< What came cannot be believed or read.
    };
    State state = State::NeverMet;
    /// True only when the hub, in its present epoch, acknowledged the last operation of every own identity.
    bool isSynchronised = false;
    std::int64_t waiting = 0;
    std::optional<Instant> oldestWaiting;
    /// By this device's clock.
    std::optional<Instant> lastContact;
    /// This device's clock less the hub's, at the last contact.
    std::optional<std::chrono::milliseconds> drift;
    bool isDriftLarge = false;
    std::int64_t refusals = 0;
    std::int64_t conflicts = 0;
    std::optional<Error> lastError;
};

/// One device's end of the exchange: pushes what waits, pulls what is new, by calls that may be lost,
/// repeated or cut at any point.
///
/// One owner thread, the journal's. Holds nothing that cannot be lost at any moment: what counts is written
/// by the journal in one transaction with what it belongs to.
class Exchange {
public:
    /// All that is given must outlive it.
    Exchange(HubLink& link, journal::Journal& journal, const Clock& clock, DeviceKeys& keys,
             const PublicKey& hubKey, ExchangeOptions options = {});

    /// One call to the hub and what follows from it; true while the round has more to do. Errors:
    /// `sync.unreachable`, `sync.wrong_hub`, `sync.busy`, `sync.refused`, `sync.revoked`, `sync.must_enrol`,
    /// `sync.bad_message`, `sync.bad_page`, `sync.bad_signature`, `sync.not_the_hub`, `vault.locked`, and the
    /// journal's.
    [[nodiscard]] Result<bool> step();
    /// A whole round: everything that waits is pushed, everything new is pulled.
    [[nodiscard]] Result<void> run();

    /// One call of another kind in this device's session (devices, enrolments to approve), opened when
    /// needed. Errors: as `step`.
    [[nodiscard]] Result<HttpAnswer> talk(const HttpCall& call);

    /// Asks for a share of a passage's places; nothing when none is left. It counts once the next round has
    /// brought it. Asking again after an answer that was lost is the same request.
    [[nodiscard]] Result<std::optional<Lease>> requestLease(const std::string& occurrence, int places);

    [[nodiscard]] Result<ExchangeStatus> status() const;
    /// Whether the next round is due: soon after a failure, later after each further one.
    bool isDue() const;
    Instant nextAttempt() const;

private:
    enum class Stage { Begin, CatchUp, Push, Pull };
    /// Where a batch of a chain ends: its author brings it whole, another hand what it holds.
    enum class Gaps { Stop, Cross };

    [[nodiscard]] Result<bool> advance();
    [[nodiscard]] Result<void> openSession();
    [[nodiscard]] Result<HttpAnswer> ask(HttpCall call);
    [[nodiscard]] Result<void> meetEpoch(const std::string& epoch);
    [[nodiscard]] Result<bool> catchUp();
    [[nodiscard]] Result<void> compareChains();
    [[nodiscard]] Result<std::optional<DeviceId>> nextLacking();
    [[nodiscard]] Result<bool> push();
    [[nodiscard]] Result<PushAnswer> send(const DeviceId& device, std::vector<Operation> operations);
    [[nodiscard]] Result<void> settle(const DeviceId& device, std::int64_t last, const PushAnswer& answer);
    [[nodiscard]] Result<bool> pull();
    [[nodiscard]] Result<void> take(const Page& page, std::int64_t cursor);
    /// What the hub hands out of own chains, it has.
    [[nodiscard]] Result<void> noteReturned(const Page& page);
    [[nodiscard]] Result<void> changeIdentity(std::int64_t seq);
    [[nodiscard]] Result<std::vector<Operation>> batchOf(const DeviceId& device, std::int64_t after,
                                                         Gaps gaps);
    /// The request under this key that was made and not answered, as far as is known, or a new one.
    [[nodiscard]] Result<Uuid> unanswered(const std::string& key);
    void heard(Instant hubTime);
    /// A proof of a session, made while there is a key to sign with; nothing when there is none or no hub.
    std::optional<SessionRequest> proofOfSelf();
    Fault obey(const HttpAnswer& answer);
    void note(const Result<bool>& outcome);

    HubLink& m_link;
    journal::Journal& m_journal;
    const Clock& m_clock;
    DeviceKeys& m_keys;
    KeyBook m_book;
    ExchangeOptions m_options;

    std::string m_token;
    Stage m_stage = Stage::Begin;
    /// Other chains, with the number up to which the hub has them or was sent them; filled while catching up.
    std::optional<std::map<DeviceId, std::int64_t>> m_lacking;
    std::optional<std::chrono::milliseconds> m_drift;
    std::optional<Error> m_lastError;
    std::optional<Instant> m_lastAttempt;
    int m_failures = 0;
};

namespace codes {
inline constexpr ErrorCode revoked{"sync.revoked"};
inline constexpr ErrorCode mustEnrol{"sync.must_enrol"};
/// A page whose count, checksum or place does not fit.
inline constexpr ErrorCode badPage{"sync.bad_page"};
} // namespace codes

} // namespace medicobus::sync
