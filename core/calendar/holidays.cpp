// SPDX-License-Identifier: EUPL-1.2
#include "calendar/holidays.h"

#include <algorithm>

namespace medicobus::calendar {
namespace {

Date on(int year, unsigned month, unsigned day) {
    return Date(date::year(year) / date::month(month) / date::day(day));
}

} // namespace

Date easterSunday(int year) {
    // Meeus, Astronomical Algorithms, chapter 8; the letters are those of the book.
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int monthAndDay = h + l - 7 * m + 114;
    return on(year, static_cast<unsigned>(monthAndDay / 31), static_cast<unsigned>(monthAndDay % 31 + 1));
}

std::vector<Holiday> publicHolidays(int year, Region region) {
    const Date easter = easterSunday(year);
    std::vector<Holiday> days{
        {on(year, 1, 1), "new_year", "Jour de l'An"},
        {easter + date::days(1), "easter_monday", "Lundi de Pâques"},
        {on(year, 5, 1), "labour_day", "Fête du Travail"},
        {on(year, 5, 8), "victory_1945", "Victoire 1945"},
        {easter + date::days(39), "ascension", "Ascension"},
        {easter + date::days(50), "whit_monday", "Lundi de Pentecôte"},
        {on(year, 7, 14), "national_day", "Fête nationale"},
        {on(year, 8, 15), "assumption", "Assomption"},
        {on(year, 11, 1), "all_saints", "Toussaint"},
        {on(year, 11, 11), "armistice_1918", "Armistice 1918"},
        {on(year, 12, 25), "christmas", "Noël"},
    };
    if (region == Region::AlsaceMoselle) {
        days.push_back({easter - date::days(2), "good_friday", "Vendredi saint"});
        days.push_back({on(year, 12, 26), "saint_stephen", "Saint-Étienne"});
    }
    std::stable_sort(days.begin(), days.end(),
                     [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
    return days;
}

std::optional<Holiday> publicHolidayOn(Date date, Region region) {
    const auto days = publicHolidays(static_cast<int>(date::year_month_day(date).year()), region);
    const auto found =
        std::find_if(days.begin(), days.end(), [&](const Holiday& holiday) { return holiday.date == date; });
    return found == days.end() ? std::nullopt : std::optional(*found);
}

} // namespace medicobus::calendar
