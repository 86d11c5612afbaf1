// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "journal/operation.h"

namespace medicobus::app {

class Workspace;

/// Makes a change of the programme again as it was, on top of what came before it. Errors: those of the desk;
/// `clinic.passage_unknown` when what it was about is gone.
[[nodiscard]] Result<void> makeAgain(Workspace& workspace, const journal::Operation& operation);

} // namespace medicobus::app
