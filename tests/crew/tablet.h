// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "clinic/person/local_wraps.h"
#include "platform/server/sql/hub_store.h"
#include "sync/device/enrol.h"
#include "sync/device/exchange.h"
#include "sync/device/vault_keys.h"
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/hub.h"
#include "tests/core/clinic/desk_test.h"
#include "tests/core/vault/vault_fixture.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

namespace medicobus::test {

/// A hub on a store on the disk, reached by a wire on which somebody listens.
class Place : public sync::HubLink {
public:
    Place(const std::filesystem::path& folder, const Clock& clock);

    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override;
    /// A one-time code for one device.
    sync::InvitationCode invite(sync::Role role, const std::string& commune);
    /// Decides as the hub's own command line does.
    void approve(const std::string& enrolment);

    std::unique_ptr<platform::SqlHubStore> store;
    std::unique_ptr<sync::Hub> hub;
    sync::PublicKey key{};
    /// Every byte that ever went over the wire.
    std::string capture;

private:
    void decide(const std::function<void(sync::HubTransaction&, sync::Author&)>& work);
    const Clock& m_clock;
};

/// A device with its store, its vault and its end of the exchange.
class Tablet {
public:
    enum class Crew { Makes, Waits };
    Tablet(const std::filesystem::path& folder, std::string name, const Clock& clock, Crew crew);

    /// Asks to be enrolled, is approved by a crew device or, without one, at the hub, and meets the hub.
    void join(Place& place, sync::Role role, Tablet* approver = nullptr, const std::string& commune = {});
    /// Opens the vault again by the recovery key alone, and meets the hub anew.
    void recover(Place& place, const vault::Secret& recoveryKey);
    /// One round of the exchange, after which the desk reads again.
    void exchange();
    bool isSynchronised() const { return m_exchange->status()->isSynchronised; }
    sync::Exchange& talks() { return *m_exchange; }
    sync::DeviceKeys& keys() { return *m_keys; }
    const std::filesystem::path& folder() const { return m_folder; }
    vault::Doors doors() { return {keychain, *m_wraps, m_bootClock}; }

    std::unique_ptr<clinic::Desk> desk;
    std::unique_ptr<vault::Vault> vault;
    vault::MemoryKeychain keychain;

private:
    void meet(Place& place);

    std::filesystem::path m_folder;
    std::string m_name;
    const Clock& m_clock;
    vault::SteppedBootClock m_bootClock;
    std::unique_ptr<clinic::LocalWraps> m_wraps;
    std::unique_ptr<sync::VaultKeys> m_keys;
    std::unique_ptr<sync::Exchange> m_exchange;
};

/// A folder of its own, a clock stepped by hand that says 1 March 2027, and a hub.
class CrewTest : public testing::Test {
protected:
    void SetUp() override;
    void TearDown() override;
    std::unique_ptr<Tablet> tablet(const std::string& name, Tablet::Crew crew = Tablet::Crew::Waits);
    /// Publishes a programme from a device of coordination.
    void publish(const plan::Programme& programme = clinic::twoStops());

    plan::OccurrenceId morning{{"matin"}, clinic::at("2027-03-02T09:00")};
    plan::OccurrenceId nextMorning{{"matin"}, clinic::at("2027-03-09T09:00")};
    plan::OccurrenceId evening{{"soir"}, clinic::at("2027-03-02T14:00")};
    std::filesystem::path folder;
    clinic::SteppedClock clock;
    std::unique_ptr<Place> place;
    std::unique_ptr<Tablet> coordination;
};

using clinic::codeIn;

} // namespace medicobus::test
