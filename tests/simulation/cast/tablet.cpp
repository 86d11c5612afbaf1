// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/tablet.h"

#include "tests/simulation/cast/programme.h"
#include "tests/simulation/oracle/shown.h"
#include "tests/simulation/world/chance.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace medicobus::simulation {

Tablet::Tablet(std::size_t number, std::string name, const std::filesystem::path& root, const TrueTime& truth)
    : m_number(number),
      m_machine(std::move(name)),
      m_file(root / m_machine.name() / "medicobus.db"),
      m_clock(truth) {}

Tablet::~Tablet() {
    stop();
}

Tablet::Image Tablet::image() {
    Image image{m_machine.image(), {}, m_doors.wraps.json};
    for (const auto& [name, secret] : m_doors.keychain.secrets) {
        image.secrets[name] = std::string(secret.view());
    }
    return image;
}

void Tablet::restore(const Image& image) {
    m_machine.restore(image.disk);
    m_doors.wraps.json = image.wraps;
    m_doors.keychain.secrets.clear();
    for (const auto& [name, secret] : image.secrets) {
        m_doors.keychain.secrets.emplace(name, vault::Secret::copyOf(secret));
    }
}

void Tablet::connect(Network& network, const sync::PublicKey& hubKey, const Plant* plant) {
    m_wire = std::make_unique<DeviceLink>(network, m_number);
    m_plantedWire = plant == nullptr ? nullptr : plant->link(*m_wire);
    m_hubKey = hubKey;
    m_plant = plant;
}

bool Tablet::openVault(bool makesCrewKey) {
    const vault::NewUser user = vault::Device::marie();
    auto opened = m_doors.wraps.json ? vault::Vault::open(m_doors.doors(), m_doors.options)
                  : makesCrewKey     ? vault::Vault::create(m_doors.doors(), user, m_doors.options)
                                     : vault::Vault::createWaiting(m_doors.doors(), user, m_doors.options);
    if (!opened || ((*opened)->isLocked() && !(*opened)->unlock(user.id, user.pin))) {
        return false;
    }
    m_vault = std::move(*opened);
    return true;
}

bool Tablet::applyLag() const {
    try {
        SQLite::Database file(m_file.string(), SQLite::OPEN_READWRITE);
        if (m_lag == Lag::Updating) {
            file.exec("UPDATE projections SET version = version - 1");
        } else if (m_lag == Lag::Behind) {
            file.exec("CREATE TRIGGER IF NOT EXISTS no_visits BEFORE INSERT ON clinic_visit "
                      "BEGIN SELECT RAISE(IGNORE); END;"
                      "CREATE TRIGGER IF NOT EXISTS no_word_of_visits BEFORE INSERT ON clinic_fact "
                      "WHEN NEW.kind IN ('visit_recorded', 'visit_corrected') "
                      "BEGIN SELECT RAISE(IGNORE); END");
        }
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

bool Tablet::start(FaultCounts& counts, bool makesCrewKey) {
    m_process = std::make_unique<Process>(m_machine);
    m_process->noteInto(counts);
    const RunningAs running(*m_process);
    if (!openVault(makesCrewKey) || (m_lag == Lag::Updating && !applyLag())) {
        return false;
    }
    auto desk = clinic::Desk::open(m_file, m_clock, seededEntropy(), name());
    if (!desk) {
        m_vault.reset();
        return false;
    }
    m_desk = std::make_unique<clinic::Desk>(std::move(*desk));
    if (m_lag == Lag::Updating) {
        m_lag = Lag::None;
    } else if (!applyLag()) {
        // A full disk: today's program then, as nothing was changed.
        m_lag = Lag::None;
    }
    m_desk->useVault(m_vault.get());
    if (m_plant != nullptr) {
        SQLite::Database behind(m_file.string(), SQLite::OPEN_READWRITE);
        m_plant->spoil(behind);
    }
    m_keys = std::make_unique<sync::VaultKeys>(*m_vault);
    m_desk->journal().setSigner(
        [this](const journal::Hash& hash) { return m_keys->sign(sync::viewOf(hash)); });
    if (m_wire) {
        sync::HubLink& link = m_plantedWire ? *m_plantedWire : *m_wire;
        sync::ExchangeOptions options;
        options.beforeRound = [this]() -> Result<void> {
            const auto released = m_desk->releaseEndedLeases();
            return released ? Result<void>() : Fault(released.error());
        };
        options.wipe = [this] { return vault::Vault::destroy(m_doors.doors()); };
        m_exchange =
            std::make_unique<sync::Exchange>(link, m_desk->journal(), m_clock, *m_keys, m_hubKey, options);
    }
    return true;
}

void Tablet::stop() {
    if (!m_process) {
        return;
    }
    {
        const RunningAs running(*m_process);
        m_exchange.reset();
        m_desk.reset();
        m_keys.reset();
        m_vault.reset();
    }
    m_process.reset();
}

bool Tablet::recover(const vault::Secret& recoveryKey) {
    const vault::NewUser user = vault::Device::marie();
    return vault::Vault::destroy(m_doors.doors())
           && vault::Vault::recover(m_doors.doors(), recoveryKey, user, m_doors.options);
}

Result<void> Tablet::synchronise() {
    const RunningAs running(*m_process);
    auto done = m_exchange->run();
    const auto refreshed = m_desk->noteExchange();
    return done ? refreshed : done;
}

std::vector<clinic::AppointmentId> Tablet::appointmentIds() const {
    std::vector<clinic::AppointmentId> ids;
    SQLite::Statement select(m_desk->journal().reader(), "SELECT id FROM clinic_appointment ORDER BY id");
    while (select.executeStep()) {
        if (const auto id = Uuid::parse(select.getColumn(0).getString())) {
            ids.push_back({*id});
        }
    }
    return ids;
}

std::map<std::string, Shown> Tablet::shown() const {
    return shownBy(m_desk->journal());
}

std::vector<plan::Occurrence> Tablet::passages() const {
    const Date first = dateOf(parseLocal(firstMoment).value());
    return m_desk->occurrences(first, first + date::days(13));
}

} // namespace medicobus::simulation
