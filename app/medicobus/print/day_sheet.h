// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "plan/programme.h"

#include <QByteArray>

namespace medicobus::app {

/// What became of a half-day, as a PDF of one page of A4 in black and white: for each person their hour,
/// name, reason, signs and state. Up to 60 lines fit, the smaller the more there are.
QByteArray daySheet(const clinic::DayList& list, const plan::Programme& programme, LocalTime now);

/// Who is expected at a half-day, likewise: with phones to call, a box to tick, and free places to write in.
QByteArray expectedSheet(const clinic::DayList& list, const plan::Programme& programme, LocalTime now);

} // namespace medicobus::app
