// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/plants/hub_plants.h"

#include "sync/hub/identity.h"
#include "tests/simulation/plants/device_plants.h"
#include "tests/simulation/plants/forwarding.h"

namespace medicobus::simulation {
namespace {

/// A plant that is a store of its own kind.
template <typename Store>
class StorePlant final : public Plant {
public:
    StorePlant(std::string_view name, Guarantee guarantee) : m_name(name), m_breaks(guarantee) {}
    std::string_view name() const override { return m_name; }
    Guarantee breaks() const override { return m_breaks; }
    std::unique_ptr<sync::HubStore> store(sync::HubStore& under, const Clock& clock) const override {
        return std::make_unique<Store>(under, clock);
    }

private:
    std::string_view m_name;
    Guarantee m_breaks;
};

/// The store does not hold anybody to one person a place.
class NotUnique final : public ForwardingTransaction {
public:
    NotUnique(sync::HubTransaction& transaction, const Clock&) : ForwardingTransaction(transaction) {}
    std::vector<sync::LiveClaim> claimsAt(std::string_view) override { return {}; }
    bool claim(const sync::LiveClaim& claim) override {
        under.claim(claim);
        return true;
    }
};

/// A lease that is over frees its places by itself.
class ExpiryFrees final : public ForwardingTransaction {
public:
    ExpiryFrees(sync::HubTransaction& transaction, const Clock& clock)
        : ForwardingTransaction(transaction), m_clock(clock) {}
    std::vector<sync::LeasedPlace> leasesAt(std::string_view occurrence) override {
        auto leases = under.leasesAt(occurrence);
        std::erase_if(leases, [&](const sync::LeasedPlace& each) { return each.until <= m_clock.now(); });
        return leases;
    }

private:
    const Clock& m_clock;
};

/// Erasing a person leaves the wrapped key where it is, and takes it in again.
class KeepsKeys final : public ForwardingTransaction {
public:
    KeepsKeys(sync::HubTransaction& transaction, const Clock&) : ForwardingTransaction(transaction) {}
    void destroyEnvelope(std::string_view) override {}
    bool isDestroyed(std::string_view) override { return false; }
};

/// What comes a second time is judged as if it came the first: too late.
class JudgesRepeats final : public ForwardingTransaction {
public:
    JudgesRepeats(sync::HubTransaction& transaction, const Clock&) : ForwardingTransaction(transaction) {}
    std::optional<sync::StoredOperation> operation(const journal::DeviceId& device,
                                                   std::int64_t seq) override {
        auto stored = under.operation(device, seq);
        if (stored) {
            stored->ruling = {"rejected", "stale_base", {}};
        }
        return stored;
    }
};

/// A restored hub goes on under its old epoch, as if nothing had happened.
class KeepsEpoch final : public ForwardingTransaction {
public:
    KeepsEpoch(sync::HubTransaction& transaction, const Clock&) : ForwardingTransaction(transaction) {}
    std::optional<std::string> value(std::string_view key) override {
        if (key == sync::values::recovering) {
            return std::nullopt;
        }
        auto value = under.value(key);
        if (key == sync::values::epoch && value) {
            // Every run begins in the same one.
            static const std::string first = *value;
            return first;
        }
        return value;
    }
};

/// Some commits are acknowledged and never made.
class AcknowledgesFirst final : public sync::HubStore {
public:
    AcknowledgesFirst(sync::HubStore& store, const Clock&) : m_under(store) {}
    Result<void> write(const Work& work) override {
        constexpr ErrorCode forgotten{"simulation.forgotten"};
        constexpr int oneIn = 3;
        auto done = m_under.write([&](sync::HubTransaction& transaction) -> Result<void> {
            const std::int64_t before = transaction.lastHubSeq();
            auto worked = work(transaction);
            const bool hasWritten = worked && transaction.lastHubSeq() > before;
            return hasWritten && ++m_writes % oneIn == 0 ? fault(forgotten) : worked;
        });
        return !done && done.error().code() == forgotten ? Result<void>() : done;
    }
    Result<void> read(const Work& work) override { return m_under.read(work); }
    Result<void> expunge() override { return m_under.expunge(); }

private:
    sync::HubStore& m_under;
    int m_writes = 0;
};

template <typename Transaction>
std::unique_ptr<Plant> planted(std::string_view name, Guarantee guarantee) {
    return std::make_unique<StorePlant<ForwardingStore<Transaction>>>(name, guarantee);
}

} // namespace

void addHubPlants(std::vector<std::unique_ptr<Plant>>& into) {
    into.push_back(planted<NotUnique>("places are not unique", Guarantee::OneBooking));
    into.push_back(planted<ExpiryFrees>("a lease that is over frees its places", Guarantee::OneBooking));
    into.push_back(planted<KeepsKeys>("erased keys are kept", Guarantee::NothingComesBack));
    into.push_back(planted<JudgesRepeats>("repeats are judged anew", Guarantee::RepeatsAreNothing));
    into.push_back(planted<KeepsEpoch>("a restored hub keeps its epoch", Guarantee::NothingLost));
    into.push_back(std::make_unique<StorePlant<AcknowledgesFirst>>("acknowledged before the commit",
                                                                   Guarantee::SyncedIsTrue));
}

const std::vector<std::unique_ptr<Plant>>& plants() {
    static const std::vector<std::unique_ptr<Plant>> all = [] {
        std::vector<std::unique_ptr<Plant>> made;
        addHubPlants(made);
        addDevicePlants(made);
        return made;
    }();
    return all;
}

} // namespace medicobus::simulation
