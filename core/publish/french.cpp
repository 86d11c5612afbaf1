// SPDX-License-Identifier: EUPL-1.2
#include "publish/french.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace medicobus::publish {
namespace {

constexpr std::array<std::string_view, 7> dayNames{"lundi",    "mardi",  "mercredi", "jeudi",
                                                   "vendredi", "samedi", "dimanche"};
constexpr std::array<std::string_view, 12> monthNames{"janvier",   "février", "mars",     "avril",
                                                      "mai",       "juin",    "juillet",  "août",
                                                      "septembre", "octobre", "novembre", "décembre"};

std::string_view monthName(date::month month) {
    return monthNames[static_cast<unsigned>(month) - 1];
}

} // namespace

std::string frenchDayAndMonth(Date date) {
    const date::year_month_day civil(date);
    const unsigned day = static_cast<unsigned>(civil.day());
    return fmt::format("{} {}{} {}", dayNames[static_cast<std::size_t>(weekdayOf(date))], day,
                       day == 1 ? "er" : "", monthName(civil.month()));
}

std::string frenchDate(Date date) {
    return fmt::format("{} {}", frenchDayAndMonth(date), static_cast<int>(date::year_month_day(date).year()));
}

std::string frenchMonth(Date date) {
    const date::year_month_day civil(date);
    return fmt::format("{} {}", monthName(civil.month()), static_cast<int>(civil.year()));
}

std::string frenchTime(TimeOfDay time) {
    const auto hours = time.count() / 60;
    const auto minutes = time.count() % 60;
    return minutes == 0 ? fmt::format("{}\u00a0h", hours)
                        : fmt::format("{}\u00a0h\u00a0{:02}", hours, minutes);
}

std::string frenchHours(TimeOfDay start, TimeOfDay end) {
    return fmt::format("de {} à {}", frenchTime(start), frenchTime(end));
}

std::string frenchPhone(std::string_view e164) {
    constexpr std::string_view country = "+33";
    const bool isFrench =
        e164.size() == 12 && e164.substr(0, 3) == country
        && std::all_of(e164.begin() + 3, e164.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isFrench) {
        return std::string(e164);
    }
    std::string shown = "0";
    shown += e164[3];
    for (std::size_t i = 4; i < e164.size(); i += 2) {
        shown += "\u00a0";
        shown += e164.substr(i, 2);
    }
    return shown;
}

std::string frenchDistance(Meters length) {
    if (length.value < 950) {
        return fmt::format("{:.0f}\u00a0m", std::round(length.value / 100) * 100);
    }
    if (length.kilometres() >= 9.95) {
        return fmt::format("{:.0f}\u00a0km", length.kilometres());
    }
    std::string text = fmt::format("{:.1f}", length.kilometres());
    std::replace(text.begin(), text.end(), '.', ',');
    if (text.ends_with(",0")) {
        text.resize(text.size() - 2);
    }
    return text + "\u00a0km";
}

} // namespace medicobus::publish
