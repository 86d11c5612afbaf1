// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/server/sql/engine.h"
#include "sync/hub/hub_store.h"

#include <functional>
#include <set>

namespace medicobus::platform {

/// The hub's questions and changes as SQL, within one session's transaction.
class SqlHubTransaction final : public sync::HubTransaction {
public:
    /// A writer takes the counter of commits, and with it the right to be the only one until it ends.
    SqlHubTransaction(SqlSession& session, Access access);
    /// Notes how far the counter came; to be called before the commit.
    void close();

    std::optional<std::string> value(std::string_view key) override;
    void setValue(std::string_view key, std::string_view value) override;

    sync::ChainHead chainHead(const journal::DeviceId& device) override;
    std::map<journal::DeviceId, std::int64_t> chains() override;
    std::optional<sync::StoredOperation> operation(const journal::DeviceId& device,
                                                   std::int64_t seq) override;
    std::optional<sync::StoredOperation> operation(const journal::OperationId& id) override;
    std::int64_t append(const journal::Operation& operation, const sync::Ruling& ruling,
                        const std::optional<journal::DeviceId>& audience) override;
    void widen(std::int64_t hubSeq, const journal::DeviceId& audience) override;
    std::int64_t lastHubSeq() override { return m_hubSeq; }
    std::vector<sync::StreamLine> stream(const sync::HubDevice& device, std::int64_t after,
                                         std::int64_t through, std::size_t limit,
                                         std::int64_t ownHeld) override;
    std::vector<sync::StoredOperation> ofSubject(const journal::Subject& subject) override;
    std::vector<sync::StoredOperation> planEdits() override;
    std::int64_t lastPlanEdit() override;
    void changeScope(const sync::HubDevice& before, const sync::HubDevice& after) override;

    std::optional<std::string> envelope(std::string_view key) override;
    bool putEnvelope(const sync::Envelope& envelope) override;
    void destroyEnvelope(std::string_view key) override;
    bool isDestroyed(std::string_view key) override;
    std::vector<std::string> destroyedKeys() override;

    std::vector<sync::LiveClaim> claimsAt(std::string_view occurrence) override;
    std::optional<sync::LiveClaim> claimOf(std::string_view appointment) override;
    bool claim(const sync::LiveClaim& claim) override;
    void freeClaim(std::string_view appointment) override;
    std::vector<sync::LeasedPlace> leasesAt(std::string_view occurrence) override;
    std::vector<sync::LeasedPlace> leasesOf(const journal::DeviceId& device) override;
    bool lease(const sync::LeasedPlace& place) override;
    void freeLease(const sync::Seat& place) override;
    void wait(const sync::WaitingClaim& claim) override;
    void stopWaiting(std::string_view appointment) override;
    std::optional<sync::WaitingClaim> waitingOf(std::string_view appointment) override;
    std::vector<sync::WaitingClaim> waitingAt(std::string_view occurrence) override;

    std::vector<sync::HubDevice> devices() override;
    std::optional<sync::HubDevice> device(const journal::DeviceId& id) override;
    std::optional<sync::HubDevice> enrolment(std::string_view id) override;
    void putDevice(const sync::HubDevice& device) override;
    void putInvitation(const sync::OpenInvitation& invitation) override;
    std::optional<sync::OpenInvitation> takeInvitation(std::string_view secretHash) override;

    std::optional<sync::AccessEntry> lastAccess() override;
    void appendAccess(const sync::AccessEntry& entry) override;
    std::vector<sync::AccessEntry> accesses(std::int64_t after, std::size_t limit) override;

    sync::StoreTotals totals() override;

private:
    std::vector<sync::StreamLine> rejectedLines(const sync::HubDevice& device, std::int64_t after,
                                                std::int64_t through, std::size_t limit);
    std::vector<sync::StreamLine> scopeLines(const sync::HubDevice& device, std::int64_t after,
                                             std::int64_t through, std::size_t limit);
    std::vector<sync::StoredOperation> inScope(const sync::HubDevice& device, std::int64_t after,
                                               std::int64_t through, std::size_t limit, std::int64_t ownHeld);

    /// The end of a chain with what lies beyond a hole in it.
    struct Chain {
        sync::ChainHead head;
        std::int64_t lastSeq = 0;
        bool isChanged = false;
    };
    Chain& chain(const journal::DeviceId& device);
    void lengthen(const journal::Operation& operation);

    /// What this writer read or wrote: nobody else writes until it ends, so it asks for nothing twice. A push
    /// brings many operations on few subjects, under few keys.
    struct Known {
        std::map<journal::Subject, std::vector<sync::StoredOperation>> subjects;
        std::map<std::string, bool, std::less<>> destroyed; ///< By key.
        std::set<std::string, std::less<>> unclaimed;       ///< Appointments that hold no place.
        std::set<std::string, std::less<>> unwaiting;       ///< Appointments that wait for none.
    };
    /// Notes a subject that was asked for. One that began in this transaction has had no claim before.
    void note(const journal::Subject& subject, const std::vector<sync::StoredOperation>& operations);

    SqlSession& m_session;
    Known m_known;
    std::map<journal::DeviceId, Chain> m_chains;
    std::int64_t m_hubSeq = 0;
    std::int64_t m_firstHubSeq = 0;
};

} // namespace medicobus::platform
