// SPDX-License-Identifier: EUPL-1.2
#include "workspace.h"

#include "base/file.h"
#include "base/uuid.h"
#include "platform/clock/system_boot_clock.h"
#include "territory/admidep.h"

namespace medicobus::app {

namespace {
/// Whoever holds this device while nobody has opened it by a PIN.
constexpr const char* deviceActor = "device";
/// Set on a store that was begun for real persons.
const QString realKey = QStringLiteral("device.real");
} // namespace

Workspace::Workspace(std::filesystem::path folder, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_folder(std::move(folder)),
      m_clock(clock),
      m_bootClock(std::make_unique<platform::SystemBootClock>()) {}

Workspace::~Workspace() = default;

bool Workspace::open() {
    Q_EMIT aboutToOpen();
    m_desk.reset();
    m_fictionalKeys.reset();
    m_error.reset();
    auto desk = clinic::Desk::open(m_folder / "medicobus.db", m_clock, systemEntropy(), deviceActor);
    if (!desk) {
        m_error = desk.error();
        Q_EMIT opened();
        return false;
    }
    m_desk = std::make_unique<clinic::Desk>(std::move(*desk));
    m_desk->useVault(m_vault.get());
    takeFictionalKeys();
    Q_EMIT opened();
    return true;
}

void Workspace::takeFictionalKeys() {
    const auto known = programme();
    if (m_doors || m_fictionalKeys || !known || !known->isFictional) {
        return;
    }
    auto keys = clinic::FictionalKeys::open(*m_desk, *m_bootClock);
    if (keys) {
        m_fictionalKeys = std::move(*keys);
    } else {
        Q_EMIT refused(keys.error());
    }
}

void Workspace::noteKeys() {
    if (m_desk) {
        m_desk->useVault(m_vault.get());
    }
    Q_EMIT lockChanged();
}

LocalTime Workspace::now() const {
    // Without a time-zone database the store could not have been opened either; UTC keeps the screens alive.
    const auto local = toParis(m_clock.now());
    return local ? *local : LocalTime(date::floor<std::chrono::minutes>(m_clock.now()).time_since_epoch());
}

Date Workspace::today() const {
    return dateOf(now());
}

std::shared_ptr<const plan::Scenario> Workspace::scenario() const {
    if (!m_scenario) {
        if (auto scenario = plan::defaultScenario(territory::admidep())) {
            m_scenario = std::make_shared<plan::Scenario>(std::move(*scenario));
        }
    }
    return m_scenario;
}

std::shared_ptr<const plan::Programme> Workspace::programme() const {
    return m_desk ? m_desk->programme() : nullptr;
}

Result<void> Workspace::publish(const plan::Programme& programme) {
    if (!m_desk) {
        return m_error ? Fault(*m_error) : fault(journal::codes::unusable);
    }
    if (auto done = m_desk->publish(programme); !done) {
        return done;
    }
    takeFictionalKeys();
    Q_EMIT programmeChanged();
    noteChange();
    return {};
}

std::int64_t Workspace::waiting() const {
    if (!m_desk) {
        return 0;
    }
    const auto waiting = m_desk->waiting();
    return waiting ? waiting->count : 0;
}

QString Workspace::local(const QString& key) const {
    if (!m_desk) {
        return {};
    }
    const auto value = m_desk->journal().local(key.toStdString());
    return value && *value ? QString::fromStdString(**value) : QString();
}

void Workspace::setLocal(const QString& key, const QString& value) {
    if (!m_desk) {
        return;
    }
    if (const auto done = m_desk->journal().setLocal(key.toStdString(), value.toStdString()); !done) {
        Q_EMIT refused(done.error());
    }
}

void Workspace::useVault(vault::Doors doors, vault::VaultOptions options) {
    m_doors.emplace(doors);
    m_vaultOptions = options;
    openVault();
}

bool Workspace::isReal() const {
    const auto known = programme();
    return m_doors || local(realKey) == QLatin1String("1") || (known && !known->isFictional);
}

Result<void> Workspace::leaveDemonstration() {
    if (isReal()) {
        return {};
    }
    Q_EMIT aboutToOpen();
    m_desk.reset();
    m_fictionalKeys.reset();
    for (const char* end : {"", "-wal", "-shm"}) {
        std::error_code failure;
        const auto from = m_folder / (std::string("medicobus.db") + end);
        if (std::filesystem::exists(from, failure)) {
            std::filesystem::rename(from, m_folder / (std::string("demonstration.db") + end), failure);
        }
        if (failure) {
            open();
            return fault(medicobus::codes::fileUnwritable,
                         {{"file", from.string()}, {"cause", failure.message()}});
        }
    }
    if (!open()) {
        return Fault(*m_error);
    }
    setLocal(realKey, QStringLiteral("1"));
    Q_EMIT opened();
    return {};
}

void Workspace::openVault() {
    if (m_desk) {
        m_desk->useVault(nullptr);
    }
    m_fictionalKeys.reset();
    m_vault.reset();
    m_vaultError.reset();
    if (auto opened = vault::Vault::open(*m_doors, m_vaultOptions)) {
        m_vault = std::move(*opened);
    } else if (opened.error().code() != vault::codes::missing) {
        m_vaultError = opened.error();
    }
    noteKeys();
}

Result<void> Workspace::makeVault(const vault::NewUser& first) {
    auto made = vault::Vault::create(*m_doors, first, m_vaultOptions);
    if (!made) {
        return Fault(made.error());
    }
    m_vault = std::move(*made);
    noteKeys();
    return {};
}

bool Workspace::hasRecoveryCopy() const {
    return m_doors && vault::Vault::canRecover(m_doors->wraps);
}

Result<void> Workspace::recoverVault(const vault::Secret& recoveryKey, const vault::NewUser& first) {
    auto recovered = vault::Vault::recover(*m_doors, recoveryKey, first, m_vaultOptions);
    if (!recovered) {
        return Fault(recovered.error());
    }
    if (m_desk) {
        m_desk->useVault(nullptr);
    }
    m_vault = std::move(*recovered);
    m_vaultError.reset();
    noteKeys();
    return {};
}

Result<void> Workspace::unlock(std::string_view user, std::string_view pin) {
    if (!m_vault) {
        return fault(vault::codes::missing);
    }
    if (auto opened = m_vault->unlock(user, pin); !opened) {
        return opened;
    }
    noteKeys();
    return {};
}

void Workspace::lock() {
    if (m_vault && !m_vault->isLocked()) {
        Q_EMIT aboutToLock();
        m_vault->lock();
        noteKeys();
    }
}

Result<void> Workspace::destroyVault() {
    if (!m_doors) {
        return {};
    }
    return vault::Vault::destroy(*m_doors);
}

void Workspace::noteArrival() {
    if (m_desk) {
        if (const auto read = m_desk->noteExchange(); !read) {
            Q_EMIT refused(read.error());
        }
    }
    Q_EMIT programmeChanged();
    noteChange();
}

void Workspace::touch() {
    if (m_vault) {
        m_vault->touch();
    }
}

bool Workspace::lockIfIdle() {
    if (!m_vault || !m_vault->isIdle()) {
        return false;
    }
    lock();
    return true;
}

void Workspace::noteChange() {
    Q_EMIT recordChanged();
}

} // namespace medicobus::app
