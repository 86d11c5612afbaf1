// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "clinic/desk.h"
#include "clinic/fiction/fictional_keys.h"
#include "clinic/position/position_source.h"
#include "plan/programme.h"
#include "plan/scenario.h"
#include "vault/vault.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace medicobus::app {

/// What all spaces of one run share: the device's store, its clock, the programme in force. Lives on the
/// thread of the screens; the clock must outlive it.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// Prints a PDF as a job of that title, and says how it went.
    using Printed = std::function<void(const Result<void>&)>;
    using Printer = std::function<void(const QByteArray& pdf, const QString& title, Printed done)>;

    /// `folder` is where `medicobus.db` lies or will lie.
    Workspace(std::filesystem::path folder, const Clock& clock, QObject* parent = nullptr);
    ~Workspace() override;

    /// Opens or makes the store; what failed is also kept in `storeError`. May be called again.
    bool open();
    const std::optional<Error>& storeError() const { return m_error; }

    /// Null until the store is open. After any change through it, call `noteChange`.
    clinic::Desk* desk() const { return m_desk.get(); }
    const Clock& clock() const { return m_clock; }
    /// The device's receiver of positions, which must outlive the spaces; null where there is none.
    clinic::PositionSource* positions() const { return m_positions; }
    void usePositions(clinic::PositionSource* positions) { m_positions = positions; }
    const std::filesystem::path& folder() const { return m_folder; }
    LocalTime now() const;
    Date today() const;

    /// The embedded territory with one bus: what a first plan is made from. Null when it could not be made.
    std::shared_ptr<const plan::Scenario> scenario() const;
    /// The programme in force; null before the first publication.
    std::shared_ptr<const plan::Programme> programme() const;
    /// Puts a new version in force and tells everyone.
    [[nodiscard]] Result<void> publish(const plan::Programme& programme);
    /// Own changes that no server has acknowledged.
    std::int64_t waiting() const;

    /// A value of this device alone; empty when never set or when there is no store.
    QString local(const QString& key) const;
    /// A failure is told by `refused`; the screens go on with what they show.
    void setLocal(const QString& key, const QString& value);

    /// The keys of this device lie behind these doors from now on; each must outlive the workspace. Until
    /// this is called nothing is locked: a store marked fictional opens with the demonstration's own keys,
    /// and any other shows and takes no person.
    void useVault(vault::Doors doors, vault::VaultOptions options = {});
    /// Whether this store serves real persons: it was begun empty for that, or has a programme that is not
    /// fictional.
    bool isReal() const;
    /// Puts the demonstration's store aside, beside the new one, which begins empty. Errors: `file.*`.
    [[nodiscard]] Result<void> leaveDemonstration();
    /// Looks for the keys again.
    void openVault();
    /// Null before the first person has chosen a PIN, and when the keys cannot be reached (`vaultError`).
    vault::Vault* vault() const { return m_vault.get(); }
    const std::optional<Error>& vaultError() const { return m_vaultError; }
    bool isLocked() const { return m_doors && (!m_vault || m_vault->isLocked()); }
    /// Makes the keys of this device; it is open afterwards. Errors: those of `Vault::create`.
    [[nodiscard]] Result<void> makeVault(const vault::NewUser& first);
    /// Whether the recovery key could open this device if no PIN does.
    bool hasRecoveryCopy() const;
    /// Opens a device that no PIN opens any more; afterwards that one person can. On failure the keys are as
    /// they were. Errors: those of `Vault::recover`.
    [[nodiscard]] Result<void> recoverVault(const vault::Secret& recoveryKey, const vault::NewUser& first);
    /// Errors: those of `Vault::unlock`.
    [[nodiscard]] Result<void> unlock(std::string_view user, std::string_view pin);
    void lock();
    /// Somebody is there; and whether nobody was for so long that it has just locked.
    void touch();
    bool lockIfIdle();

    /// Nothing until a printer was given.
    void usePrinter(Printer printer) { m_printer = std::move(printer); }
    const Printer& printer() const { return m_printer; }

    /// What opens a link (`geo:`, `tel:`) in the program that the device has for it; false when it has none.
    using Links = std::function<bool(const QUrl& link)>;
    void useLinks(Links links) { m_links = std::move(links); }
    const Links& links() const { return m_links; }

    /// What the hub ordered: once locked, nothing on this device can be opened again but by the recovery key.
    [[nodiscard]] Result<void> destroyVault();

    /// Something may have come from elsewhere: reads again what the desk keeps in memory, and tells everyone.
    void noteArrival();
    /// Tells every screen that what the desk knows has changed.
    void noteChange();
    /// Tells every screen that the application speaks another language.
    void noteLanguage() { Q_EMIT languageChanged(); }

Q_SIGNALS:
    /// The store is closed as soon as this returns.
    void aboutToOpen();
    void opened();
    void programmeChanged();
    void recordChanged();
    /// The keys go as soon as this returns: what has to be sealed is sealed now.
    void aboutToLock();
    /// Locked, unlocked, or another state of the keys.
    void lockChanged();
    /// Texts that are kept are to be made again.
    void languageChanged();
    /// Something small could not be stored, such as a chosen palette.
    void refused(const medicobus::Error& error);

private:
    void takeFictionalKeys();
    /// Gives the desk the keys that there are, and tells of it.
    void noteKeys();

    std::filesystem::path m_folder;
    const Clock& m_clock;
    clinic::PositionSource* m_positions = nullptr;
    std::unique_ptr<BootClock> m_bootClock;
    std::unique_ptr<clinic::Desk> m_desk;
    std::unique_ptr<clinic::FictionalKeys> m_fictionalKeys;
    std::optional<Error> m_error;
    std::optional<vault::Doors> m_doors;
    vault::VaultOptions m_vaultOptions;
    std::unique_ptr<vault::Vault> m_vault;
    std::optional<Error> m_vaultError;
    Printer m_printer;
    Links m_links;
    mutable std::shared_ptr<const plan::Scenario> m_scenario;
};

} // namespace medicobus::app
