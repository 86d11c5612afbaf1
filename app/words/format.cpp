// SPDX-License-Identifier: EUPL-1.2
#include "words/format.h"

#include "publish/french.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace medicobus::words {
namespace {

constexpr std::array<std::string_view, 7> frenchDays{"lundi",    "mardi",  "mercredi", "jeudi",
                                                     "vendredi", "samedi", "dimanche"};
constexpr std::array<std::string_view, 7> englishDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> englishMonths{"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};
constexpr std::string_view narrowSpace = "\u202f";
constexpr std::string_view noBreakSpace = "\u00a0";

} // namespace

std::string dayAndMonth(Date date, Language language) {
    if (language == Language::French) {
        return publish::frenchDayAndMonth(date);
    }
    const date::year_month_day civil(date);
    return fmt::format("{} {} {}", weekdayName(weekdayOf(date), language), static_cast<unsigned>(civil.day()),
                       englishMonths[static_cast<unsigned>(civil.month()) - 1]);
}

std::string longDate(Date date, Language language) {
    return fmt::format("{} {}", dayAndMonth(date, language),
                       static_cast<int>(date::year_month_day(date).year()));
}

std::string timeOfDay(TimeOfDay time, Language language) {
    if (language == Language::French) {
        return publish::frenchTime(time);
    }
    return fmt::format("{}:{:02}", time.count() / 60, time.count() % 60);
}

std::string dateAndTime(LocalTime time, Language language) {
    return fmt::format("{} {} {}", longDate(dateOf(time), language),
                       language == Language::French ? "à" : "at", timeOfDay(timeOf(time), language));
}

std::string_view weekdayName(Weekday day, Language language) {
    return (language == Language::French ? frenchDays : englishDays)[static_cast<std::size_t>(day)];
}

std::string number(double value, Language language, int decimals) {
    // A half goes up, as people round; printf would take 0.625 to 0.62.
    const double scale = std::pow(10, decimals);
    const std::string plain = fmt::format("{:.{}f}", std::round(std::abs(value) * scale) / scale, decimals);
    const std::size_t whole = std::min(plain.find('.'), plain.size());
    const bool isFrench = language == Language::French;
    std::string out;
    if (value < 0 && plain.find_first_of("123456789") != std::string::npos) {
        out += isFrench ? "\u2212" : "-";
    }
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) {
            out += isFrench ? narrowSpace : ",";
        }
        out += plain[i];
    }
    if (whole < plain.size()) {
        out += isFrench ? ',' : '.';
        out += plain.substr(whole + 1);
    }
    return out;
}

std::string percent(double share, Language language, int decimals) {
    return number(share * 100, language, decimals)
        .append(language == Language::French ? noBreakSpace : "")
        .append("%");
}

} // namespace medicobus::words
