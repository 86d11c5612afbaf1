// SPDX-License-Identifier: EUPL-1.2
#include "coordination/french.h"

#include <QDate>
#include <QLocale>

#include <cmath>

namespace medicobus::app {

namespace {

const QLocale& french() {
    static const QLocale locale(QLocale::French, QLocale::France);
    return locale;
}

} // namespace

QString wholeNumber(double value) {
    return french().toString(static_cast<qlonglong>(std::llround(value)));
}

QString decimalNumber(double value, int decimals) {
    return french().toString(value, 'f', decimals);
}

QString hourText(TimeOfDay time) {
    const auto minutes = time.count() % 60;
    const QString hours = QString::number(time.count() / 60) + u"\u00a0h"_qs;
    return minutes == 0 ? hours : hours + u"\u00a0%1"_qs.arg(minutes, 2, 10, QLatin1Char('0'));
}

QString dateText(Date date) {
    const date::year_month_day ymd{date};
    const QDate day(int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day())));
    const QString number = day.day() == 1 ? u"1er"_qs : QString::number(day.day());
    return u"%1 %2 %3 %4"_qs.arg(french().dayName(day.dayOfWeek()), number, french().monthName(day.month()),
                                 QString::number(day.year()));
}

QString weekdayText(Weekday day) {
    return french().dayName(static_cast<int>(day) + 1);
}

} // namespace medicobus::app
