// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <chrono>
#include <date/date.h>

#include <array>
#include <string>
#include <string_view>

namespace medicobus {

/// A civil date (a day without a zone).
using Date = date::local_days;
/// A time of day in whole minutes since midnight; a stop's times are local times in Europe/Paris.
using TimeOfDay = std::chrono::minutes;
/// A civil date and time in Europe/Paris, to the minute.
using LocalTime = date::local_time<std::chrono::minutes>;
/// An instant, UTC milliseconds.
using Instant = date::sys_time<std::chrono::milliseconds>;

/// Days of the week as the files write them.
enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
inline constexpr std::array<std::string_view, 7> weekdayCodes{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string_view weekdayCode(Weekday day);
/// Reads "MO".."SU"; anything else is `time.weekday`.
[[nodiscard]] Result<Weekday> parseWeekday(std::string_view text);
Weekday weekdayOf(Date date);
/// The Monday on or before the date (ISO 8601 weeks begin on Monday).
Date mondayOf(Date date);

/// Reads an ISO 8601 date, `2027-03-01`; a day that does not exist is `time.date`.
[[nodiscard]] Result<Date> parseDate(std::string_view text);
std::string formatDate(Date date);

/// Reads `HH:MM` from 00:00 to 24:00; anything else is `time.time_of_day`.
[[nodiscard]] Result<TimeOfDay> parseTimeOfDay(std::string_view text);
std::string formatTimeOfDay(TimeOfDay time);

/// `2027-03-01T09:00` without zone.
std::string formatLocal(LocalTime time);
[[nodiscard]] Result<LocalTime> parseLocal(std::string_view text);

Date dateOf(LocalTime time);
TimeOfDay timeOf(LocalTime time);

/// The instant of a civil time in Europe/Paris. A time skipped in March maps to the instant of the change,
/// one that happens twice in October to its first occurrence. Fails with `time.zone` when the system has no
/// time-zone database.
[[nodiscard]] Result<Instant> toInstant(LocalTime time);
[[nodiscard]] Result<LocalTime> toParis(Instant instant);

/// RFC 3339 with the offset of Europe/Paris, `2027-03-01T09:00:00+01:00`.
[[nodiscard]] Result<std::string> formatRfc3339(LocalTime time);

namespace codes {
inline constexpr ErrorCode timeWeekday{"time.weekday"};
inline constexpr ErrorCode timeDate{"time.date"};
inline constexpr ErrorCode timeTimeOfDay{"time.time_of_day"};
inline constexpr ErrorCode timeZone{"time.zone"};
} // namespace codes

} // namespace medicobus
