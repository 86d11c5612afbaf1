// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app_shell.h"
#include "launch_options.h"

#include <QQuickWindow>

namespace medicobus::app {

class Workspace;

/// Opens every screen of every space at each size, palette and text size that the options leave open, saves a
/// picture of each (`<screen>-<w>x<h>-<palette>-<percent>.png`), and prints what is wrong with it, warnings
/// of QML and, in another language, French included. Returns the program's exit code: 0, or 1 when anything
/// was wrong.
int runSelfTest(Workspace& workspace, AppShell& shell, QQuickWindow& window, const LaunchOptions& options);

/// From now on, keeps every warning of QML and Quick for `runSelfTest`. Call before the first QML is loaded.
void watchForWarnings();

} // namespace medicobus::app
