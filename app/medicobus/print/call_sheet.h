// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "plan/programme.h"

#include <QByteArray>

#include <vector>

namespace medicobus::app {

/// The sheet from which people who lost their place are called, as a PDF on A4 in black and white: for each
/// their name, phone and lost place, why, the nearest free places, a box to tick and room to write. It is
/// one page for as many as nine people, then as many as it takes.
QByteArray callSheet(const std::vector<clinic::CallLine>& lines, const plan::Programme& programme,
                     LocalTime now);

} // namespace medicobus::app
