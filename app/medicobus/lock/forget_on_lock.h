// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QQmlEngine;

namespace medicobus::app {

class Workspace;

/// From now on, once the device is locked and its pages are gone, what they left behind goes too: in the
/// engine of the screens, on the stack of this thread, and in the clipboard, where it came from here. What is
/// freed is wiped by `vault_wipe`, which the program has to link.
void forgetOnLock(Workspace& workspace, QQmlEngine& engine);

} // namespace medicobus::app
