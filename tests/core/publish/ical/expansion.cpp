// SPDX-License-Identifier: EUPL-1.2
#include "ical/feed_reader.h"

#include <algorithm>
#include <set>

namespace medicobus::ical {
namespace {

/// The date of the nth (or last, -1) weekday of a month.
date::local_days nthWeekday(date::year year, date::month month, const Rule::Day& day) {
    const date::weekday weekday(static_cast<unsigned>(day.day) + 1);
    return day.nth < 0
               ? date::local_days(year / month / weekday[date::last])
               : date::local_days(year / month / weekday[static_cast<unsigned>(std::max(day.nth, 1))]);
}

/// The onset of an observance in a year (RFC 5545 section 3.6.5), for yearly rules of one weekday.
std::optional<date::local_seconds> onsetIn(const Observance& observance, date::year year) {
    const auto first = date::floor<date::days>(observance.start);
    if (!observance.rule) {
        return date::year_month_day(first).year() == year ? std::optional(observance.start) : std::nullopt;
    }
    const Rule& rule = *observance.rule;
    if (rule.frequency != "YEARLY" || rule.byDay.size() != 1 || !rule.byMonth) {
        throw Refused("timezone.rule", 0);
    }
    const auto onset =
        nthWeekday(year, date::month(*rule.byMonth), rule.byDay.front()) + (observance.start - first);
    return onset < observance.start ? std::nullopt : std::optional<date::local_seconds>(onset);
}

date::sys_seconds instantOf(const Calendar& calendar, const Moment& moment) {
    if (moment.kind == Moment::Kind::Local) {
        return calendar.zones.at(moment.zone).toUtc(moment.time);
    }
    return date::sys_seconds(moment.time.time_since_epoch());
}

/// The starts of a weekly rule; other frequencies are no part of our feeds.
std::vector<Moment> weekly(const Calendar& calendar, const Event& event) {
    const Rule& rule = *event.rule;
    if (rule.frequency != "WEEKLY" || (!rule.until && !rule.count)) {
        throw Refused("rrule.endless", event.line);
    }
    const auto first = date::floor<date::days>(event.start.time);
    std::vector<Rule::Day> days = rule.byDay;
    if (days.empty()) {
        days.push_back({0, weekdayOf(first)});
    }
    std::vector<Moment> starts;
    for (auto monday = mondayOf(first);; monday += date::weeks(rule.interval)) {
        for (const Rule::Day& day : days) {
            Moment start = event.start;
            start.time = monday + date::days(static_cast<int>(day.day)) + (event.start.time - first);
            const bool isPast = rule.until && instantOf(calendar, start) > instantOf(calendar, *rule.until);
            if (isPast || (rule.count && starts.size() == static_cast<std::size_t>(*rule.count))) {
                return starts;
            }
            if (start.time >= event.start.time) {
                starts.push_back(start);
            }
        }
    }
}

std::vector<Moment> startsOf(const Calendar& calendar, const Event& event) {
    std::set<Moment> starts{event.start};
    if (event.rule) {
        const auto told = weekly(calendar, event);
        starts.insert(told.begin(), told.end());
    }
    starts.insert(event.added.begin(), event.added.end());
    for (const Moment& excluded : event.excluded) {
        if (starts.erase(excluded) == 0) {
            throw Refused("exdate.no_instance", event.line);
        }
    }
    return {starts.begin(), starts.end()};
}

} // namespace

date::sys_seconds Zone::toUtc(date::local_seconds local) const {
    const date::year year = date::year_month_day(date::floor<date::days>(local)).year();
    std::optional<date::local_seconds> latest;
    std::chrono::seconds offset = observances.front().from;
    for (const Observance& observance : observances) {
        for (const date::year candidate : {year - date::years(1), year}) {
            const auto onset = onsetIn(observance, candidate);
            if (onset && *onset <= local && (!latest || *onset > *latest)) {
                latest = onset;
                offset = observance.to;
            }
        }
    }
    return date::sys_seconds(local.time_since_epoch()) - offset;
}

std::vector<Instance> expandFeed(const Calendar& calendar) {
    std::map<std::pair<std::string, Moment>, Instance> instances;
    for (const Event& event : calendar.events) {
        if (event.recurrenceId) {
            continue;
        }
        for (const Moment& start : startsOf(calendar, event)) {
            Instance instance{event.uid, start, start, start, event.status, event.sequence, event.texts};
            instance.end.time += event.end.time - event.start.time;
            instances.emplace(std::pair(event.uid, start), instance);
        }
    }
    for (const Event& event : calendar.events) {
        if (!event.recurrenceId) {
            continue;
        }
        const auto found = instances.find({event.uid, *event.recurrenceId});
        if (found == instances.end()) {
            throw Refused("recurrence_id.no_instance", event.line);
        }
        if (event.sequence < found->second.sequence) {
            throw Refused("sequence.falls", event.line);
        }
        found->second = {event.uid,    *event.recurrenceId, event.start, event.end,
                         event.status, event.sequence,      event.texts};
    }
    std::vector<Instance> list;
    for (auto& [key, instance] : instances) {
        list.push_back(std::move(instance));
    }
    std::stable_sort(list.begin(), list.end(), [&](const Instance& a, const Instance& b) {
        return instantOf(calendar, a.start) < instantOf(calendar, b.start);
    });
    return list;
}

} // namespace medicobus::ical
