// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "clinic/desk.h"
#include "plan/programme.h"
#include "plan/scenario.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>

namespace medicobus::app {

/// What all spaces of one run share: the device's store, its clock, the programme in force. Lives on the
/// thread of the screens; the clock must outlive it.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `folder` is where `medicobus.db` lies or will lie.
    Workspace(std::filesystem::path folder, const Clock& clock, QObject* parent = nullptr);
    ~Workspace() override;

    /// Opens or makes the store; what failed is also kept in `storeError`. May be called again.
    bool open();
    const std::optional<Error>& storeError() const { return m_error; }

    /// Null until the store is open. After any change through it, call `noteChange`.
    clinic::Desk* desk() const { return m_desk.get(); }
    const Clock& clock() const { return m_clock; }
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

    /// Tells every screen that what the desk knows has changed.
    void noteChange();

Q_SIGNALS:
    void opened();
    void programmeChanged();
    void recordChanged();
    /// Something small could not be stored, such as a chosen palette.
    void refused(const medicobus::Error& error);

private:
    std::filesystem::path m_folder;
    const Clock& m_clock;
    std::unique_ptr<clinic::Desk> m_desk;
    std::optional<Error> m_error;
    mutable std::shared_ptr<const plan::Scenario> m_scenario;
};

} // namespace medicobus::app
