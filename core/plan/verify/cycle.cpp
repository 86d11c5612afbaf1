// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify/checks.h"

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::plan {
namespace {

using HalfDay = std::pair<Weekday, SessionKey>;
/// What one site receives, week by week.
using SiteWeeks = std::map<int, std::vector<const Series*>>;

std::map<SiteKey, SiteWeeks> weeksBySite(const Plan& plan) {
    std::map<SiteKey, SiteWeeks> sites;
    for (const Series& series : plan.series) {
        for (const int week : series.weeks) {
            sites[series.site][week].push_back(&series);
        }
    }
    return sites;
}

BrokenRule& reportSite(const Judgement& judgement, int rule, ErrorCode code, const SiteKey& site) {
    BrokenRule& broken = judgement.report(rule, code);
    broken.site = site;
    return broken;
}

/// Weeks from each visit to the next, around the cycle: a single visit comes back after a whole cycle.
void checkGap(const Judgement& judgement, const SiteKey& site, const SiteWeeks& weeks) {
    const int cycle = judgement.scenario.cycleWeeks;
    int longest = weeks.begin()->first + cycle - weeks.rbegin()->first;
    int previous = weeks.begin()->first;
    for (const auto& [week, series] : weeks) {
        longest = std::max(longest, week - previous);
        previous = week;
    }
    const int limit = judgement.scenario.policy.maxGapWeeks;
    if (longest > limit) {
        BrokenRule& broken = reportSite(judgement, 5, codes::ruleGap, site);
        broken.value = longest;
        broken.limit = limit;
    }
}

/// A week may have fewer half-days than another, never others in their place.
void checkSameHalfDays(const Judgement& judgement, const SiteKey& site, const SiteWeeks& weeks) {
    std::vector<std::set<HalfDay>> before;
    for (const auto& [week, visits] : weeks) {
        std::set<HalfDay> halfDays;
        for (const Series* series : visits) {
            halfDays.insert({series->weekday, series->session});
        }
        const bool isKept = std::ranges::all_of(before, [&](const std::set<HalfDay>& other) {
            return std::ranges::includes(halfDays, other) || std::ranges::includes(other, halfDays);
        });
        if (!isKept) {
            reportSite(judgement, 6, codes::ruleRegular, site).week = week;
            return;
        }
        before.push_back(std::move(halfDays));
    }
}

void checkSessionsPerWeek(const Judgement& judgement, const SiteKey& site, const SiteWeeks& weeks) {
    const int limit = judgement.scenario.policy.maxSessionsPerSiteWeek;
    for (const auto& [week, visits] : weeks) {
        if (static_cast<int>(visits.size()) > limit) {
            BrokenRule& broken = reportSite(judgement, 7, codes::ruleSiteWeek, site);
            broken.week = week;
            broken.value = static_cast<double>(visits.size());
            broken.limit = limit;
        }
    }
}

bool keeps(const Series& series, const Series& locked) {
    const bool isSame = series.bus == locked.bus && series.site == locked.site
                        && series.weekday == locked.weekday && series.session == locked.session
                        && series.weeks == locked.weeks;
    const bool hasId = locked.id.empty() || series.id == locked.id;
    const bool hasTime =
        locked.end <= locked.start || (series.start == locked.start && series.end == locked.end);
    return isSame && hasId && hasTime;
}

/// Two equal locks need two series: each series keeps one lock only.
void checkLocked(const Judgement& judgement) {
    std::set<const Series*> used;
    for (const Series& locked : judgement.scenario.locked) {
        const auto& all = judgement.plan.series;
        const auto kept = std::ranges::find_if(
            all, [&](const Series& series) { return keeps(series, locked) && !used.contains(&series); });
        if (kept != all.end()) {
            used.insert(&*kept);
            continue;
        }
        BrokenRule& broken = reportSite(judgement, 7, codes::ruleLocked, locked.site);
        broken.series = locked.id;
        broken.bus = locked.bus;
        broken.weekday = locked.weekday;
    }
}

/// A dated entry says nothing of a cycle, which has no dates.
bool rulesOut(const Forbidden& entry, const Series& series, int week) {
    if (entry.date || (entry.site && *entry.site != series.site) || (entry.bus && *entry.bus != series.bus)) {
        return false;
    }
    if ((entry.weekday && *entry.weekday != series.weekday)
        || (entry.session && *entry.session != series.session)) {
        return false;
    }
    return entry.weeks.empty() || std::ranges::count(entry.weeks, week) > 0;
}

void checkForbidden(const Judgement& judgement) {
    for (const Series& series : judgement.plan.series) {
        for (const int week : series.weeks) {
            const bool isForbidden =
                std::ranges::any_of(judgement.scenario.forbidden,
                                    [&](const Forbidden& entry) { return rulesOut(entry, series, week); });
            if (isForbidden) {
                BrokenRule& broken = reportSite(judgement, 7, codes::ruleForbidden, series.site);
                broken.series = series.id;
                broken.bus = series.bus;
                broken.week = week;
                broken.weekday = series.weekday;
            }
        }
    }
}

} // namespace

void checkCycle(const Judgement& judgement) {
    const auto sites = weeksBySite(judgement.plan);
    for (const auto& [site, weeks] : sites) {
        checkGap(judgement, site, weeks);
        checkSameHalfDays(judgement, site, weeks);
        checkSessionsPerWeek(judgement, site, weeks);
    }
    const int maxSites = judgement.scenario.policy.maxSites;
    if (static_cast<int>(sites.size()) > maxSites) {
        BrokenRule& broken = judgement.report(7, codes::ruleMaxSites);
        broken.value = static_cast<double>(sites.size());
        broken.limit = maxSites;
    }
    checkLocked(judgement);
    checkForbidden(judgement);
}

} // namespace medicobus::plan
