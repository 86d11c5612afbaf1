// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "words/language.h"

#include <string>
#include <string_view>

namespace medicobus::words {

/// "mardi 2 mars 2027", "lundi 1er mars 2027"; "Tuesday 2 March 2027".
std::string longDate(Date date, Language language);
/// "mardi 2 mars"; "Tuesday 2 March".
std::string dayAndMonth(Date date, Language language);
/// "9 h", "9 h 30" with no-break spaces; "9:00", "9:30".
std::string timeOfDay(TimeOfDay time, Language language);
/// "mardi 2 mars 2027 à 9 h"; "Tuesday 2 March 2027 at 9:00".
std::string dateAndTime(LocalTime time, Language language);
/// "mardi"; "Tuesday".
std::string_view weekdayName(Weekday day, Language language);

/// A number rounded to so many decimals: "3 792", "1,5" with U+202F and a comma; "3,792", "1.5".
std::string number(double value, Language language, int decimals = 0);
/// A share of one: "97,3 %", "97.3%".
std::string percent(double share, Language language, int decimals = 1);

} // namespace medicobus::words
