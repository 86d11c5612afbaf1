// SPDX-License-Identifier: EUPL-1.2
#include "base/civil_time.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace medicobus {
namespace {

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && end == text.data() + text.size() && !text.empty()
                          && text.front() >= '0' && text.front() <= '9';
    return isNumber ? std::optional(value) : std::nullopt;
}

Result<const date::time_zone*> paris() {
    try {
        static const date::time_zone* zone = date::locate_zone("Europe/Paris");
        return zone;
    } catch (const std::exception& failure) {
        return fault(codes::timeZone, {{"value", "Europe/Paris"}, {"cause", failure.what()}});
    }
}

} // namespace

std::string_view weekdayCode(Weekday day) {
    return weekdayCodes[static_cast<std::size_t>(day)];
}

Result<Weekday> parseWeekday(std::string_view text) {
    for (std::size_t i = 0; i < weekdayCodes.size(); ++i) {
        if (weekdayCodes[i] == text) {
            return static_cast<Weekday>(i);
        }
    }
    return fault(codes::timeWeekday, {{"value", std::string(text)}, {"expected", "MO TU WE TH FR SA SU"}});
}

Weekday weekdayOf(Date date) {
    return static_cast<Weekday>(date::weekday(date).iso_encoding() - 1);
}

Date mondayOf(Date date) {
    return date - date::days(static_cast<int>(weekdayOf(date)));
}

Result<Date> parseDate(std::string_view text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto year = wholeNumber(text.substr(0, 4));
        const auto month = wholeNumber(text.substr(5, 2));
        const auto day = wholeNumber(text.substr(8, 2));
        if (year && month && day) {
            const date::year_month_day civil(date::year(*year), date::month(static_cast<unsigned>(*month)),
                                             date::day(static_cast<unsigned>(*day)));
            if (civil.ok()) {
                return date::local_days(civil);
            }
        }
    }
    return fault(codes::timeDate, {{"value", std::string(text)}, {"expected", "2027-03-01"}});
}

std::string formatDate(Date date) {
    const date::year_month_day civil(date);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(civil.year()),
                       static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
}

Result<TimeOfDay> parseTimeOfDay(std::string_view text) {
    if (text.size() == 5 && text[2] == ':') {
        const auto hours = wholeNumber(text.substr(0, 2));
        const auto minutes = wholeNumber(text.substr(3, 2));
        if (hours && minutes && *minutes < 60 && (*hours < 24 || (*hours == 24 && *minutes == 0))) {
            return TimeOfDay(*hours * 60 + *minutes);
        }
    }
    return fault(codes::timeTimeOfDay, {{"value", std::string(text)}, {"expected", "08:30"}});
}

std::string formatTimeOfDay(TimeOfDay time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::string formatLocal(LocalTime time) {
    return formatDate(dateOf(time)) + "T" + formatTimeOfDay(timeOf(time));
}

Result<LocalTime> parseLocal(std::string_view text) {
    if (text.size() != 16 || text[10] != 'T') {
        return fault(codes::timeDate, {{"value", std::string(text)}, {"expected", "2027-03-01T09:00"}});
    }
    const auto day = parseDate(text.substr(0, 10));
    if (!day) {
        return Fault(day.error());
    }
    const auto time = parseTimeOfDay(text.substr(11));
    if (!time) {
        return Fault(time.error());
    }
    const LocalTime local = LocalTime(*day) + *time;
    // The midnight that ends the last day lies in a year that no text can name.
    if (dateOf(local) != *day && !parseDate(formatDate(dateOf(local)))) {
        return fault(codes::timeDate, {{"value", std::string(text)}, {"expected", "9999-12-31T23:59"}});
    }
    return local;
}

Date dateOf(LocalTime time) {
    return date::floor<date::days>(time);
}

TimeOfDay timeOf(LocalTime time) {
    return time - LocalTime(dateOf(time));
}

Result<Instant> toInstant(LocalTime time) {
    return paris().map(
        [&](const date::time_zone* zone) { return Instant(zone->to_sys(time, date::choose::earliest)); });
}

Result<LocalTime> toParis(Instant instant) {
    return paris().map([&](const date::time_zone* zone) {
        return date::floor<std::chrono::minutes>(zone->to_local(instant));
    });
}

Result<std::string> formatRfc3339(LocalTime time) {
    const auto zone = paris();
    if (!zone) {
        return Fault(zone.error());
    }
    const auto instant = (*zone)->to_sys(time, date::choose::earliest);
    const auto info = (*zone)->get_info(instant);
    const auto local = date::floor<std::chrono::minutes>((*zone)->to_local(instant));
    const auto offset = std::chrono::duration_cast<std::chrono::minutes>(info.offset).count();
    return fmt::format("{}:00{}{:02}:{:02}", formatLocal(local), offset < 0 ? '-' : '+',
                       std::abs(offset) / 60, std::abs(offset) % 60);
}

} // namespace medicobus
