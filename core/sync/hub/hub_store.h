// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "journal/operation.h"
#include "sync/hub/hub_device.h"
#include "sync/wire/operation.h"

#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::sync {

/// What the hub said of an operation when it came; said again whenever it comes again.
struct Ruling {
    std::string verdict = "accepted";
    std::string reason; ///< When rejected.
    std::string by;     ///< The operation that caused it, when there is one.

    bool isApplied() const { return verdict != "rejected"; }
    friend bool operator==(const Ruling&, const Ruling&) = default;
};

/// An operation at its place in the order of commits.
struct StoredOperation {
    std::int64_t hubSeq = 0;
    journal::Operation operation;
    Ruling ruling;
};

/// The end of a device's chain: the last number that the hub holds, and its hash.
struct ChainHead {
    std::int64_t seq = 0;
    journal::Hash hash{};
    HybridTime time; ///< Of that last operation.
};

/// One line of a device's stream: an operation, or the id of one withdrawn from its scope.
struct StreamLine {
    std::int64_t hubSeq = 0;
    std::optional<StoredOperation> operation;
    std::optional<journal::OperationId> removal;
};

/// One seat of one slot of one passage.
struct Seat {
    std::string occurrence; ///< Text of `plan::OccurrenceId`.
    int slot = 0;
    int seat = 0;

    friend auto operator<=>(const Seat&, const Seat&) = default;
};

/// A seat that an appointment holds, confirmed.
struct LiveClaim {
    Seat place;
    std::string appointment;
    std::string operation; ///< That asked for it.
};

/// A place in a device's share.
struct LeasedPlace {
    Seat place;
    std::string lease;
    journal::DeviceId device;
    Instant until;
};

/// A request that waits for the hub's decision.
struct WaitingClaim {
    std::int64_t hubSeq = 0; ///< Its turn.
    std::string appointment;
    std::string operation;
    Seat place;
};

/// A one-time code to enrol with, known by its hash alone.
struct OpenInvitation {
    std::string secretHash; ///< BLAKE2b-256, hex.
    Role role = Role::Crew;
    std::string commune; ///< INSEE code, for a town hall.
    std::string name;    ///< Proposed for the device; may be empty.
    Instant until;
};

/// One line of the access log, chained by hash and signed by the hub.
struct AccessEntry {
    std::int64_t number = 0;
    Instant at;
    std::string device;
    std::string session;
    std::string action; ///< Method and route, such as `GET /v1/operations`.
    std::string record; ///< What was read or written: a page, a range of numbers, an id.
    int status = 0;
    std::string previous; ///< Hex hashes; empty before the first.
    std::string hash;
    std::string signature;
};

/// The totals that `/metrics` shows.
struct StoreTotals {
    std::int64_t operations = 0;
    std::int64_t waitingClaims = 0;
    std::int64_t liveClaims = 0;
    std::map<std::string, std::int64_t> devices; ///< By state.
};

/// What a store throws when its database refuses; only `HubStore::read` and `write` catch it.
class StoreFailure : public std::exception {
public:
    explicit StoreFailure(Error error) : m_error(std::move(error)) {}
    const Error& error() const { return m_error; }
    const char* what() const noexcept override { return m_error.code().name.data(); }

private:
    Error m_error;
};

/// The questions and changes of one transaction on the hub's store. Every function throws `StoreFailure`.
class HubTransaction {
public:
    virtual ~HubTransaction() = default;

    // Values shared by every process on this store: epoch, keys, recovery.
    virtual std::optional<std::string> value(std::string_view key) = 0;
    virtual void setValue(std::string_view key, std::string_view value) = 0;

    // Operations
    virtual ChainHead chainHead(const journal::DeviceId& device) = 0;
    virtual std::map<journal::DeviceId, std::int64_t> chains() = 0;
    virtual std::optional<StoredOperation> operation(const journal::DeviceId& device, std::int64_t seq) = 0;
    virtual std::optional<StoredOperation> operation(const journal::OperationId& id) = 0;
    /// Stores an operation as the next in the order of commits and returns its number.
    /// `audience` names one more device whose scope has it, whatever its role: whom it answers.
    virtual std::int64_t append(const journal::Operation& operation, const Ruling& ruling,
                                const std::optional<journal::DeviceId>& audience = std::nullopt) = 0;
    /// Brings a stored operation, by its number, into the scope of one more device, as a new line.
    virtual void widen(std::int64_t hubSeq, const journal::DeviceId& audience) = 0;
    /// The number of the last operation or removal committed before this transaction, and in it.
    virtual std::int64_t lastHubSeq() = 0;
    /// Lines above `after` and up to `through` in this device's scope, at most `limit`, in order of number;
    /// without the device's own operations up to the seq `ownHeld`.
    virtual std::vector<StreamLine> stream(const HubDevice& device, std::int64_t after, std::int64_t through,
                                           std::size_t limit, std::int64_t ownHeld) = 0;
    /// Applied operations about a subject, in order of commit.
    virtual std::vector<StoredOperation> ofSubject(const journal::Subject& subject) = 0;
    /// Applied operations on programmes, passages and sites, in order of commit.
    virtual std::vector<StoredOperation> planEdits() = 0;
    /// The number of the last of them; 0 when there is none.
    virtual std::int64_t lastPlanEdit() = 0;
    /// Sends a device, as new lines, what entered its scope, and the ids of what left it.
    virtual void changeScope(const HubDevice& before, const HubDevice& after) = 0;

    // Wrapped keys
    virtual std::optional<std::string> envelope(std::string_view key) = 0;
    /// False when the key was destroyed: nothing is stored.
    virtual bool putEnvelope(const Envelope& envelope) = 0;
    virtual void destroyEnvelope(std::string_view key) = 0;
    virtual bool isDestroyed(std::string_view key) = 0;
    /// The names of all that were, sorted.
    virtual std::vector<std::string> destroyedKeys() = 0;

    // Places
    virtual std::vector<LiveClaim> claimsAt(std::string_view occurrence) = 0;
    virtual std::optional<LiveClaim> claimOf(std::string_view appointment) = 0;
    /// Takes the seat and frees the one that the appointment held; false when another holds it.
    virtual bool claim(const LiveClaim& claim) = 0;
    virtual void freeClaim(std::string_view appointment) = 0;
    virtual std::vector<LeasedPlace> leasesAt(std::string_view occurrence) = 0;
    virtual std::vector<LeasedPlace> leasesOf(const journal::DeviceId& device) = 0;
    /// False when the place is in another share already.
    virtual bool lease(const LeasedPlace& place) = 0;
    virtual void freeLease(const Seat& place) = 0;
    virtual void wait(const WaitingClaim& claim) = 0;
    virtual void stopWaiting(std::string_view appointment) = 0;
    virtual std::optional<WaitingClaim> waitingOf(std::string_view appointment) = 0;
    /// By turn; of every passage when `occurrence` is empty.
    virtual std::vector<WaitingClaim> waitingAt(std::string_view occurrence) = 0;

    // Devices
    virtual std::vector<HubDevice> devices() = 0;
    virtual std::optional<HubDevice> device(const journal::DeviceId& id) = 0;
    virtual std::optional<HubDevice> enrolment(std::string_view id) = 0;
    virtual void putDevice(const HubDevice& device) = 0;
    virtual void putInvitation(const OpenInvitation& invitation) = 0;
    /// Takes an invitation out of the store, so that it serves once; nothing when there is none.
    virtual std::optional<OpenInvitation> takeInvitation(std::string_view secretHash) = 0;

    // The access log, stored apart
    virtual std::optional<AccessEntry> lastAccess() = 0;
    virtual void appendAccess(const AccessEntry& entry) = 0;
    /// Entries numbered above `after`, at most `limit`, in order.
    virtual std::vector<AccessEntry> accesses(std::int64_t after, std::size_t limit) = 0;

    virtual StoreTotals totals() = 0;
};

/// Where a hub keeps everything. Safe for use by several threads and, where the engine allows, by several
/// processes.
///
/// Writers run one after another: each takes the counter of the order of commits first and holds it until its
/// own commit, so that `hubSeq` order equals commit order and a reader who saw n has everything up to n.
/// A reader sees one state of the store throughout.
class HubStore {
public:
    using Work = std::function<Result<void>(HubTransaction&)>;
    virtual ~HubStore() = default;

    /// Runs the work and commits when it returns no error. Errors: the work's own; `hub.store_failed`
    /// (cause), `hub.store_busy`, `hub.store_full`: nothing was stored; after `hub.store_lost` the commit may
    /// have been made or not.
    [[nodiscard]] virtual Result<void> write(const Work& work) = 0;
    [[nodiscard]] virtual Result<void> read(const Work& work) = 0;
    /// Overwrites what was deleted, as far as the engine can. Error: `hub.store_busy` when others still read
    /// it; to be tried again.
    [[nodiscard]] virtual Result<void> expunge() = 0;
};

namespace codes {
inline constexpr ErrorCode storeFailed{"hub.store_failed"};
inline constexpr ErrorCode storeBusy{"hub.store_busy"};
inline constexpr ErrorCode storeFull{"hub.store_full"};
inline constexpr ErrorCode storeLost{"hub.store_lost"};
} // namespace codes

} // namespace medicobus::sync
