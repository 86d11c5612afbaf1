// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace medicobus::app {

/// What the command line asks of one run.
struct LaunchOptions {
    QString dataFolder;             ///< Where the store lies; empty for the system's own place.
    QString space;                  ///< The space to open; empty for the one chosen last.
    QString selfTestFolder;         ///< Where the self-test writes its pictures; empty for a normal run.
    std::optional<QSize> size;      ///< Of the window; for the self-test, the only size to open.
    QString palette;                ///< Empty for the one chosen last.
    QString language;               ///< "fr", "en", or empty for the one chosen last.
    std::optional<int> textPercent; ///< 100 to 200.
    QString nmeaFile;               ///< A recorded track that stands in for the device's receiver.
    std::optional<LocalTime> today; ///< A clock that stands still, at 8:00 when no hour is given.
    bool isSelfTest() const { return !selfTestFolder.isEmpty(); }
};

/// Reads the arguments (the program's name first). On a mistake, `problem` says what is wrong; on `--help`
/// and `--version` this ends the program.
std::optional<LaunchOptions> readLaunchOptions(const QStringList& arguments, QString& problem);

} // namespace medicobus::app
