// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QJsonObject>
#include <QString>

namespace medicobus::app {

class Workspace;

/// Keeps a note on this device alone, sealed under its own key; without a key nothing is kept, which loses at
/// most a place on a screen.
void keepSealed(Workspace& workspace, const QString& name, const QJsonObject& note);

/// The note of that name, which is kept no longer; empty when there is none or it cannot be opened.
QJsonObject takeSealed(Workspace& workspace, const QString& name);

} // namespace medicobus::app
