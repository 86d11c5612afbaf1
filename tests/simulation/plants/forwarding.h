// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/hub_store.h"

namespace medicobus::simulation {

/// A transaction that does what the one under it does; a planted bug changes one thing of it.
class ForwardingTransaction : public sync::HubTransaction {
public:
    explicit ForwardingTransaction(sync::HubTransaction& transaction) : under(transaction) {}

    std::optional<std::string> value(std::string_view key) override { return under.value(key); }
    void setValue(std::string_view key, std::string_view value) override { under.setValue(key, value); }
    sync::ChainHead chainHead(const journal::DeviceId& device) override { return under.chainHead(device); }
    std::map<journal::DeviceId, std::int64_t> chains() override { return under.chains(); }
    std::optional<sync::StoredOperation> operation(const journal::DeviceId& device,
                                                   std::int64_t seq) override {
        return under.operation(device, seq);
    }
    std::optional<sync::StoredOperation> operation(const journal::OperationId& id) override {
        return under.operation(id);
    }
    std::int64_t append(const journal::Operation& operation, const sync::Ruling& ruling,
                        const std::optional<journal::DeviceId>& audience) override {
        return under.append(operation, ruling, audience);
    }
    void widen(std::int64_t hubSeq, const journal::DeviceId& audience) override {
        under.widen(hubSeq, audience);
    }
    std::int64_t lastHubSeq() override { return under.lastHubSeq(); }
    std::vector<sync::StreamLine> stream(const sync::HubDevice& device, std::int64_t after,
                                         std::int64_t through, std::size_t limit,
                                         std::int64_t ownHeld) override {
        return under.stream(device, after, through, limit, ownHeld);
    }
    std::vector<sync::StoredOperation> ofSubject(const journal::Subject& subject) override {
        return under.ofSubject(subject);
    }
    std::vector<sync::StoredOperation> planEdits() override { return under.planEdits(); }
    std::int64_t lastPlanEdit() override { return under.lastPlanEdit(); }
    void changeScope(const sync::HubDevice& before, const sync::HubDevice& after) override {
        under.changeScope(before, after);
    }
    std::optional<std::string> envelope(std::string_view key) override { return under.envelope(key); }
    bool putEnvelope(const sync::Envelope& envelope) override { return under.putEnvelope(envelope); }
    void destroyEnvelope(std::string_view key) override { under.destroyEnvelope(key); }
    bool isDestroyed(std::string_view key) override { return under.isDestroyed(key); }
    std::vector<std::string> destroyedKeys() override { return under.destroyedKeys(); }
    std::vector<sync::LiveClaim> claimsAt(std::string_view occurrence) override {
        return under.claimsAt(occurrence);
    }
    std::optional<sync::LiveClaim> claimOf(std::string_view appointment) override {
        return under.claimOf(appointment);
    }
    bool claim(const sync::LiveClaim& claim) override { return under.claim(claim); }
    void freeClaim(std::string_view appointment) override { under.freeClaim(appointment); }
    std::vector<sync::LeasedPlace> leasesAt(std::string_view occurrence) override {
        return under.leasesAt(occurrence);
    }
    std::vector<sync::LeasedPlace> leasesOf(const journal::DeviceId& device) override {
        return under.leasesOf(device);
    }
    bool lease(const sync::LeasedPlace& place) override { return under.lease(place); }
    void freeLease(const sync::Seat& place) override { under.freeLease(place); }
    void wait(const sync::WaitingClaim& claim) override { under.wait(claim); }
    void stopWaiting(std::string_view appointment) override { under.stopWaiting(appointment); }
    std::optional<sync::WaitingClaim> waitingOf(std::string_view appointment) override {
        return under.waitingOf(appointment);
    }
    std::vector<sync::WaitingClaim> waitingAt(std::string_view occurrence) override {
        return under.waitingAt(occurrence);
    }
    std::vector<sync::HubDevice> devices() override { return under.devices(); }
    std::optional<sync::HubDevice> device(const journal::DeviceId& id) override { return under.device(id); }
    std::optional<sync::HubDevice> enrolment(std::string_view id) override { return under.enrolment(id); }
    void putDevice(const sync::HubDevice& device) override { under.putDevice(device); }
    void putInvitation(const sync::OpenInvitation& invitation) override { under.putInvitation(invitation); }
    std::optional<sync::OpenInvitation> takeInvitation(std::string_view secretHash) override {
        return under.takeInvitation(secretHash);
    }
    std::optional<sync::AccessEntry> lastAccess() override { return under.lastAccess(); }
    void appendAccess(const sync::AccessEntry& entry) override { under.appendAccess(entry); }
    std::vector<sync::AccessEntry> accesses(std::int64_t after, std::size_t limit) override {
        return under.accesses(after, limit);
    }
    sync::StoreTotals totals() override { return under.totals(); }

    sync::HubTransaction& under;
};

/// A store whose transactions are of such a kind.
template <typename Transaction>
class ForwardingStore : public sync::HubStore {
public:
    ForwardingStore(sync::HubStore& store, const Clock& clock) : m_under(store), m_clock(clock) {}

    Result<void> write(const Work& work) override { return m_under.write(within(work)); }
    Result<void> read(const Work& work) override { return m_under.read(within(work)); }
    Result<void> expunge() override { return m_under.expunge(); }

private:
    Work within(const Work& work) const {
        return [this, work](sync::HubTransaction& transaction) {
            Transaction changed(transaction, m_clock);
            return work(changed);
        };
    }

    sync::HubStore& m_under;
    const Clock& m_clock;
};

} // namespace medicobus::simulation
