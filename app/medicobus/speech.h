// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/error.h"
#include "base/geo.h"
#include "words/language.h"

#include <QString>

/// What core says in its own types, as words on a screen, in the language of the screens.
namespace medicobus::app::speech {

/// That of the screens.
words::Language language();

/// "mardi 2 mars 2027"
QString longDate(Date date);
/// "de 9 h à 12 h"
QString hours(LocalTime start, LocalTime end);
/// "9 h 30"
QString time(LocalTime time);
/// "mardi 2 mars à 9 h 30"
QString dayAndHour(LocalTime at);
/// "02 61 91 00 01"
QString phone(const std::string& e164);
/// "4,2 km", "4.2 km"
QString distance(Meters length);
/// What happened, then what to do next.
QString whatHappened(const Error& error);
QString whatToDo(const Error& error);

} // namespace medicobus::app::speech
