// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

namespace medicobus::app {

class Workspace;

/// Fills an empty list of a fictional programme with fictional persons, some of them already received, for
/// the pictures of the screens. Does nothing on a real programme, or when somebody is on the list.
void fillFictionalDay(Workspace& workspace, const plan::OccurrenceId& passage);

/// In a fictional programme where nothing is to be settled: two persons booked at a later passage, which is
/// then cancelled.
void fillFictionalTodo(Workspace& workspace);

} // namespace medicobus::app
