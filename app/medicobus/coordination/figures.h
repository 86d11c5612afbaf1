// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <QString>

namespace medicobus::app {

/// What the coordination reads, as Qt text; `app/words` decides how it is written.

/// `43 740`: whole, with thin spaces between thousands.
QString wholeNumber(double value);
/// `1,56`: a decimal comma and at most so many decimals.
QString decimalNumber(double value, int decimals);
/// A share of one: `97,3 %`.
QString percentText(double share, int decimals);
/// `9 h` or `9 h 30`.
QString hourText(TimeOfDay time);
/// `lundi 1er mars 2027`.
QString dateText(Date date);
/// `mardi`.
QString weekdayText(Weekday day);
/// A text of core, which is UTF-8.
inline QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

} // namespace medicobus::app
