// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

class QQmlEngine;

namespace medicobus::app {

class Workspace;

/// Has everything read again that the screens bind to: each property with a signal of its own, and each row,
/// of this view-model and of those that it hands out. For a change, such as of language, that no view-model
/// can see in its own data.
void tellAgain(QObject& root);

/// What this engine shows follows the language of the workspace.
void retranslateWith(Workspace& workspace, QQmlEngine& engine);

} // namespace medicobus::app
