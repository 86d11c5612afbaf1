// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "sync/device/exchange.h"
#include "sync/device/vault_keys.h"
#include "tests/core/vault/vault_fixture.h"
#include "tests/simulation/oracle/promises.h"
#include "tests/simulation/plants/plant.h"
#include "tests/simulation/world/clock.h"
#include "tests/simulation/world/network.h"
#include "tests/simulation/world/vfs.h"
#include "vault/vault.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::simulation {

/// A device of the cast: the machine, which lasts, and the program on it, which comes and goes.
class Tablet {
public:
    Tablet(std::size_t number, std::string name, const std::filesystem::path& root, const TrueTime& truth);
    ~Tablet();

    std::size_t number() const { return m_number; }
    const std::string& name() const { return m_machine.name(); }
    Machine& machine() { return m_machine; }
    DeviceClock& clock() { return m_clock; }

    /// What survives the program: the disk and the keychain.
    struct Image {
        std::map<std::string, Bytes> disk;
        std::map<std::string, std::string> secrets;
        std::optional<std::string> wraps;
    };
    Image image();
    void restore(const Image& image);

    /// The way to the hub and its key, from the enrolment on.
    void connect(Network& network, const sync::PublicKey& hubKey, const Plant* plant);
    /// Starts the program; false when it could not, or died meanwhile. The first crew device makes the crew's
    /// key.
    bool start(FaultCounts& counts, bool makesCrewKey = false);
    void stop();
    /// Destroys every wrap of the stopped device's keys, and makes them again with the recovery key; false
    /// when that is refused.
    bool recover(const vault::Secret& recoveryKey);
    /// Its next program is one schema behind: it keeps and passes on what is said of visits, and knows none.
    void fallBehind() { m_lag = Lag::Behind; }
    /// Its next program is of today, and makes its tables anew as after any update.
    void catchUp() { m_lag = m_lag == Lag::None ? Lag::None : Lag::Updating; }
    bool isBehind() const { return m_lag == Lag::Behind; }
    bool isRunning() const { return m_desk != nullptr; }
    /// Dead by a mishap, and still to be buried.
    bool isDead() const { return m_process && m_process->isDead(); }
    Process& process() { return *m_process; }
    clinic::Desk& desk() { return *m_desk; }
    /// The identity under which it writes now.
    journal::DeviceId chain() const { return m_desk->journal().device(); }
    vault::Vault& vault() { return *m_vault; }
    sync::Exchange& exchange() { return *m_exchange; }
    sync::VaultKeys& keys() { return *m_keys; }
    /// A whole round with the hub, and what it brought on the screen.
    [[nodiscard]] Result<void> synchronise();

    // What it shows.
    std::vector<clinic::AppointmentId> appointmentIds() const;
    std::map<std::string, Shown> shown() const;
    std::vector<plan::Occurrence> passages() const;

private:
    enum class Lag { None, Behind, Updating };
    bool openVault(bool makesCrewKey);
    /// Does to the file what a program of that schema does or has done; false when the disk refuses.
    bool applyLag() const;

    std::size_t m_number;
    Machine m_machine;
    Plugged m_plugged{m_machine};
    std::filesystem::path m_file;
    DeviceClock m_clock;
    vault::Device m_doors;
    std::unique_ptr<DeviceLink> m_wire;
    std::unique_ptr<sync::HubLink> m_plantedWire;
    sync::PublicKey m_hubKey{};
    const Plant* m_plant = nullptr;
    Lag m_lag = Lag::None;
    std::unique_ptr<Process> m_process;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<clinic::Desk> m_desk;
    std::unique_ptr<sync::VaultKeys> m_keys;
    std::unique_ptr<sync::Exchange> m_exchange;
};

} // namespace medicobus::simulation
