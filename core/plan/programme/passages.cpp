// SPDX-License-Identifier: EUPL-1.2
#include "calendar/holidays.h"
#include "plan/programme.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace medicobus::plan {
namespace {

/// The days on which a series may take place: of the programme and of its site, both ends included.
struct Span {
    Date first;
    std::optional<Date> last;
};

Span spanOf(const Programme& programme, const Series& series) {
    Span span{programme.firstMonday, programme.until};
    if (const Site* site = programme.findSite(series.site)) {
        span.first = std::max(span.first, site->validFrom.value_or(span.first));
        if (site->validUntil) {
            span.last = std::min(*site->validUntil, span.last.value_or(*site->validUntil));
        }
    }
    return span;
}

using Overrides = std::map<OccurrenceId, const Override*>;

Overrides lastOverrides(const Programme& programme) {
    Overrides last;
    for (const Override& change : programme.overrides) {
        const auto [at, isNew] = last.try_emplace(change.occurrence, &change);
        if (!isNew && change.sequence >= at->second->sequence) {
            at->second = &change;
        }
    }
    return last;
}

void applyOverride(Occurrence& occurrence, const Override& change) {
    occurrence.sequence = change.sequence;
    occurrence.reason = change.reason;
    if (change.kind == Override::Kind::Moved) {
        occurrence.status = Occurrence::Status::Moved;
        occurrence.start = change.start;
        occurrence.end = change.end;
    } else if (change.kind == Override::Kind::Cancelled) {
        occurrence.status = Occurrence::Status::Cancelled;
    }
}

void applyClosures(Occurrence& occurrence, const std::vector<Closure>& closures) {
    const Date day = dateOf(occurrence.start);
    for (const Closure& closure : closures) {
        if (closure.site != occurrence.site || day < closure.from || day > closure.until) {
            continue;
        }
        occurrence.sequence += closure.isLifted ? 2 : 1;
        if (!closure.isLifted && occurrence.status != Occurrence::Status::Cancelled) {
            occurrence.status = Occurrence::Status::Cancelled;
            occurrence.reason = closure.reason;
        }
    }
}

Occurrence passage(const Programme& programme, const Series& series, Date day, const Overrides& overrides) {
    Occurrence occurrence;
    occurrence.start = LocalTime(day) + series.start;
    occurrence.end = LocalTime(day) + series.end;
    occurrence.id = {series.id, occurrence.start};
    occurrence.bus = series.bus;
    occurrence.site = series.site;
    occurrence.session = series.session;
    occurrence.pauseAfter = series.pauseStart - series.start;
    occurrence.pause = series.pause();
    occurrence.slot = series.slot;
    occurrence.seats = series.seats;
    if (const auto change = overrides.find(occurrence.id); change != overrides.end()) {
        applyOverride(occurrence, *change->second);
    } else if (const auto holiday = calendar::publicHolidayOn(day)) {
        occurrence.status = Occurrence::Status::ToConfirm;
        occurrence.reason = holiday->name;
    }
    applyClosures(occurrence, programme.closures);
    return occurrence;
}

bool isWithin(Date date, Date from, Date until) {
    return from <= date && date <= until;
}

/// The original days of a series that may show in [from, until]: those that fall there, and those moved
/// there.
std::set<Date> daysToLookAt(const Programme& programme, const Series& series, const Overrides& overrides,
                            Date from, Date until) {
    const auto inside = datesOf(programme, series, from, until);
    std::set<Date> days(inside.begin(), inside.end());
    for (const auto& [id, change] : overrides) {
        const bool comesIn = id.series == series.id && change->kind == Override::Kind::Moved
                             && isWithin(dateOf(change->start), from, until);
        const Date day = dateOf(id.originalStart);
        if (comesIn && timeOf(id.originalStart) == series.start
            && !datesOf(programme, series, day, day).empty()) {
            days.insert(day);
        }
    }
    return days;
}

std::vector<Occurrence> passages(const Programme& programme, const SiteKey* onlySite, Date from, Date until) {
    const Overrides overrides = lastOverrides(programme);
    std::vector<Occurrence> out;
    for (const Series& series : programme.series) {
        if (onlySite && series.site != *onlySite) {
            continue;
        }
        for (const Date day : daysToLookAt(programme, series, overrides, from, until)) {
            out.push_back(passage(programme, series, day, overrides));
        }
    }
    std::sort(out.begin(), out.end(), [](const Occurrence& a, const Occurrence& b) {
        return std::tie(a.start, a.site, a.id) < std::tie(b.start, b.site, b.id);
    });
    return out;
}

} // namespace

std::vector<Occurrence> occurrences(const Programme& programme, Date from, Date until) {
    return passages(programme, nullptr, from, until);
}

std::vector<Occurrence> nextPassages(const Programme& programme, const SiteKey& site, Date from,
                                     std::size_t count) {
    const Date start = std::max(from, programme.firstMonday);
    auto ahead = passages(programme, &site, start, start + date::weeks(53));
    std::erase_if(ahead, [&](const Occurrence& occurrence) { return dateOf(occurrence.start) < from; });
    std::size_t held = 0;
    const auto end = std::find_if(ahead.begin(), ahead.end(), [&](const Occurrence& occurrence) {
        const bool isEnough = held == count;
        held += occurrence.status != Occurrence::Status::Cancelled ? 1U : 0U;
        return isEnough;
    });
    ahead.erase(end, ahead.end());
    return ahead;
}

std::vector<Date> datesOf(const Programme& programme, const Series& series, Date from, Date until) {
    const Span span = spanOf(programme, series);
    const Date last = std::min(until, span.last.value_or(until));
    std::vector<Date> dates;
    for (const int week : series.weeks) {
        calendar::RecurrenceSet everyCycle;
        everyCycle.start = programme.firstMonday + date::weeks(week);
        everyCycle.rule.emplace();
        everyCycle.rule->interval = programme.cycleWeeks;
        everyCycle.rule->byDay = {{series.weekday}};
        const auto some = calendar::expand(everyCycle, std::max(from, span.first), last);
        dates.insert(dates.end(), some.begin(), some.end());
    }
    std::sort(dates.begin(), dates.end());
    return dates;
}

std::optional<calendar::Recurrence> recurrenceOf(const Series& series, int cycleWeeks) {
    const int times = static_cast<int>(series.weeks.size());
    if (times == 0 || cycleWeeks % times != 0) {
        return std::nullopt;
    }
    const int interval = cycleWeeks / times;
    for (int i = 0; i < times; ++i) {
        if (series.weeks[static_cast<std::size_t>(i)] != series.weeks.front() + i * interval) {
            return std::nullopt;
        }
    }
    calendar::Recurrence rule;
    rule.interval = interval;
    rule.byDay = {{series.weekday}};
    return rule;
}

std::optional<calendar::RecurrenceSet> recurrenceOf(const Programme& programme, const Series& series) {
    auto rule = recurrenceOf(series, programme.cycleWeeks);
    const Span span = spanOf(programme, series);
    const auto firstCycle =
        datesOf(programme, series, span.first, span.first + date::weeks(programme.cycleWeeks));
    if (!rule || firstCycle.empty()) {
        return std::nullopt;
    }
    rule->until = span.last;
    return calendar::RecurrenceSet{firstCycle.front(), rule, {}, {}};
}

} // namespace medicobus::plan
