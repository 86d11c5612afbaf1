// SPDX-License-Identifier: EUPL-1.2
#include "calendar/recurrence.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace medicobus::calendar {
namespace {

constexpr int longestInterval = 9999;

Fault partFault(ErrorCode code, std::string_view name, std::string_view value, std::string expected) {
    return fault(
        code, {{"key", std::string(name)}, {"value", std::string(value)}, {"expected", std::move(expected)}});
}

std::optional<int> wholeNumber(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = error == std::errc() && end == text.data() + text.size();
    return isWhole ? std::optional(value) : std::nullopt;
}

/// Cuts the text before the next separator off its front.
std::string_view takeUntil(std::string_view& text, char separator) {
    const std::size_t at = std::min(text.find(separator), text.size());
    const std::string_view head = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return head;
}

Result<void> readFrequency(Recurrence& rule, std::string_view value) {
    if (value == "WEEKLY") {
        rule.frequency = Recurrence::Frequency::Weekly;
    } else if (value == "MONTHLY") {
        rule.frequency = Recurrence::Frequency::Monthly;
    } else {
        return partFault(codes::rruleUnsupported, "FREQ", value, "WEEKLY MONTHLY");
    }
    return {};
}

Result<void> readInterval(Recurrence& rule, std::string_view value) {
    const auto interval = wholeNumber(value);
    if (!interval || *interval < 1 || *interval > longestInterval) {
        return partFault(codes::rruleSyntax, "INTERVAL", value, fmt::format("1 … {}", longestInterval));
    }
    rule.interval = *interval;
    return {};
}

Result<void> readByDay(Recurrence& rule, std::string_view value) {
    const std::string_view whole = value;
    if (value.empty() || value.ends_with(',')) {
        return partFault(codes::rruleSyntax, "BYDAY", whole, "TU");
    }
    while (!value.empty()) {
        std::string_view item = takeUntil(value, ',');
        const auto day = parseWeekday(item.substr(item.size() < 2 ? 0 : item.size() - 2));
        if (!day) {
            return partFault(codes::rruleSyntax, "BYDAY", whole, "MO TU WE TH FR SA SU");
        }
        item.remove_suffix(2);
        if (item.starts_with('+')) {
            item.remove_prefix(1);
        }
        const auto nth = item.empty() ? 0 : wholeNumber(item);
        if (!nth || (!item.empty() && nth == 0)) {
            return partFault(codes::rruleSyntax, "BYDAY", whole, "2TU");
        }
        rule.byDay.push_back({*day, *nth});
    }
    return {};
}

Result<void> readUntil(Recurrence& rule, std::string_view value) {
    if (value.size() > 8 && value[8] == 'T') {
        return partFault(codes::rruleUnsupported, "UNTIL", value, "20271231");
    }
    const auto day =
        value.size() < 8
            ? parseDate(value)
            : parseDate(fmt::format("{}-{}-{}", value.substr(0, 4), value.substr(4, 2), value.substr(6)));
    if (!day) {
        return partFault(codes::rruleSyntax, "UNTIL", value, "20271231");
    }
    rule.until = *day;
    return {};
}

Result<void> readPart(Recurrence& rule, std::string_view name, std::string_view value) {
    if (name == "FREQ") {
        return readFrequency(rule, value);
    }
    if (name == "INTERVAL") {
        return readInterval(rule, value);
    }
    if (name == "BYDAY") {
        return readByDay(rule, value);
    }
    if (name == "UNTIL") {
        return readUntil(rule, value);
    }
    if (name == "WKST" && value == "MO") {
        return {};
    }
    return partFault(codes::rruleUnsupported, name, value, "FREQ INTERVAL BYDAY UNTIL WKST=MO");
}

/// What each frequency asks of its days.
Result<void> checkDays(const Recurrence& rule) {
    const bool isMonthly = rule.frequency == Recurrence::Frequency::Monthly;
    if (isMonthly && rule.byDay.empty()) {
        return partFault(codes::rruleUnsupported, "BYDAY", "", "2TU");
    }
    for (const auto& [day, nth] : rule.byDay) {
        const bool isKnown = isMonthly ? nth == -1 || (nth >= 1 && nth <= 4) : nth == 0;
        if (!isKnown) {
            return partFault(codes::rruleUnsupported, "BYDAY",
                             fmt::format("{}{}", nth == 0 ? "" : std::to_string(nth), weekdayCode(day)),
                             isMonthly ? "-1TU 1TU 2TU 3TU 4TU" : "TU");
        }
    }
    return {};
}

Date inWeekOf(Date monday, Weekday day) {
    return monday + date::days(static_cast<int>(day));
}

Date nthWeekday(date::year_month month, Recurrence::ByDay wanted) {
    const date::weekday day(static_cast<unsigned>(wanted.day) + 1);
    return wanted.nth < 0 ? Date(month / day[date::last])
                          : Date(month / day[static_cast<unsigned>(wanted.nth)]);
}

void addWeekly(const Recurrence& rule, Date start, Date from, Date until, std::set<Date>& out) {
    auto days = rule.byDay;
    if (days.empty()) {
        days.push_back({weekdayOf(start)});
    }
    const Date firstWeek = mondayOf(start);
    const date::days step = date::weeks(rule.interval);
    const auto skipped = std::max(0, (mondayOf(from) - firstWeek) / step);
    for (Date week = firstWeek + skipped * step; week <= until; week += step) {
        for (const auto& wanted : days) {
            out.insert(inWeekOf(week, wanted.day));
        }
    }
}

void addMonthly(const Recurrence& rule, Date start, Date from, Date until, std::set<Date>& out) {
    const auto monthOf = [](Date date) {
        const date::year_month_day civil(date);
        return civil.year() / civil.month();
    };
    const auto first = monthOf(start);
    const int skipped = std::max(0, static_cast<int>((monthOf(from) - first).count()) / rule.interval);
    for (auto month = first + date::months(skipped * rule.interval); month <= monthOf(until);
         month += date::months(rule.interval)) {
        for (const auto& wanted : rule.byDay) {
            out.insert(nthWeekday(month, wanted));
        }
    }
}

} // namespace

Result<Recurrence> Recurrence::parse(std::string_view text) {
    Recurrence rule;
    std::set<std::string_view> seen;
    do {
        std::string_view value = takeUntil(text, ';');
        const bool hasValue = value.find('=') != std::string_view::npos;
        const std::string_view name = takeUntil(value, '=');
        if (!hasValue || name.empty() || !seen.insert(name).second) {
            return partFault(codes::rruleSyntax, name, value, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        }
        if (const auto read = readPart(rule, name, value); !read) {
            return Fault(read.error());
        }
    } while (!text.empty());
    if (!seen.contains("FREQ")) {
        return partFault(codes::rruleSyntax, "FREQ", "", "WEEKLY MONTHLY");
    }
    if (const auto days = checkDays(rule); !days) {
        return Fault(days.error());
    }
    return rule;
}

std::string Recurrence::text() const {
    std::string out = frequency == Frequency::Weekly ? "FREQ=WEEKLY" : "FREQ=MONTHLY";
    if (interval != 1) {
        out += fmt::format(";INTERVAL={}", interval);
    }
    for (std::size_t i = 0; i < byDay.size(); ++i) {
        out += i == 0 ? ";BYDAY=" : ",";
        out += byDay[i].nth == 0 ? "" : std::to_string(byDay[i].nth);
        out += weekdayCode(byDay[i].day);
    }
    if (until) {
        std::string day = formatDate(*until);
        std::erase(day, '-');
        out += ";UNTIL=" + day;
    }
    return out + ";WKST=MO";
}

std::vector<Date> expand(const RecurrenceSet& set, Date from, Date until) {
    std::set<Date> dates;
    if (!set.rule) {
        dates.insert(set.start);
    } else {
        const Date last = std::min(until, set.rule->until.value_or(until));
        if (set.rule->frequency == Recurrence::Frequency::Weekly) {
            addWeekly(*set.rule, set.start, from, last, dates);
        } else {
            addMonthly(*set.rule, set.start, from, last, dates);
        }
        std::erase_if(dates, [&](Date date) { return date < set.start || date > last; });
    }
    dates.insert(set.added.begin(), set.added.end());
    for (const Date date : set.excluded) {
        dates.erase(date);
    }
    std::erase_if(dates, [&](Date date) { return date < from || date > until; });
    return {dates.begin(), dates.end()};
}

} // namespace medicobus::calendar
