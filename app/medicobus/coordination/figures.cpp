// SPDX-License-Identifier: EUPL-1.2
#include "coordination/figures.h"

#include "speech.h"
#include "words/format.h"

namespace medicobus::app {

QString wholeNumber(double value) {
    return text(words::number(value, speech::language()));
}

QString decimalNumber(double value, int decimals) {
    return text(words::number(value, speech::language(), decimals));
}

QString percentText(double share, int decimals) {
    return text(words::percent(share, speech::language(), decimals));
}

QString hourText(TimeOfDay time) {
    return text(words::timeOfDay(time, speech::language()));
}

QString dateText(Date date) {
    return text(words::longDate(date, speech::language()));
}

QString weekdayText(Weekday day) {
    return text(std::string(words::weekdayName(day, speech::language())));
}

} // namespace medicobus::app
