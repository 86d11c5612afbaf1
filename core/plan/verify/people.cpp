// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify/checks.h"

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::plan {
namespace {

constexpr double hair = 1e-6;
constexpr double sixHours = 360;
constexpr double minutesADay = 24 * 60;

/// A stretch of presence of one person, in minutes from the start of the cycle.
struct Presence {
    const Tour* tour = nullptr;
    double from = 0;
    double to = 0;
    double work = 0;
    bool isAboard = false;
};

double count(TimeOfDay time) {
    return static_cast<double>(time.count());
}

double dayStart(const Tour& tour) {
    return (tour.week * 7 + static_cast<int>(tour.weekday)) * minutesADay;
}

BrokenRule& report(const Judgement& judgement, ErrorCode code, const Tour& tour, const PersonKey& person) {
    BrokenRule& broken = judgement.report(8, code);
    broken.person = person;
    broken.bus = tour.bus;
    broken.week = tour.week;
    broken.weekday = tour.weekday;
    return broken;
}

/// Who is present when, and whether they may be.
class Roster {
public:
    explicit Roster(const Judgement& judgement) : m_judgement(judgement) {
        for (const Tour& tour : judgement.plan.tours) {
            addAboard(tour);
            addRemote(tour);
        }
    }

    void check() {
        for (const Person& person : m_judgement.scenario.people) {
            auto& all = m_presence[person.id];
            std::ranges::sort(all, {}, &Presence::from);
            checkTogether(person, all);
            if (const Employment* rules = m_judgement.scenario.findEmployment(person.employment)) {
                checkDays(person, *rules, all);
                checkRest(person, *rules, all);
                checkWeeks(person, *rules, all);
            }
        }
    }

private:
    void addAboard(const Tour& tour) {
        for (const PersonKey& id : tour.people) {
            const Person* person = m_judgement.scenario.findPerson(id);
            if (!person) {
                report(m_judgement, codes::ruleUnknownPerson, tour, id);
                continue;
            }
            if (person->isRemote || !person->isAvailable(tour.week, tour.weekday, tour.depart, tour.back)) {
                report(m_judgement, codes::ruleAvailability, tour, id);
            }
            m_presence[id].push_back({&tour, dayStart(tour) + count(tour.depart),
                                      dayStart(tour) + count(tour.back), dutyOf(m_judgement, tour), true});
        }
    }

    void addRemote(const Tour& tour) {
        for (const RemoteDuty& duty : tour.remote) {
            const Person* person = m_judgement.scenario.findPerson(duty.person);
            const auto stop = std::ranges::find(tour.stops, duty.series, &Stop::series);
            const Series* series = m_judgement.plan.findSeries(duty.series);
            if (!person || stop == tour.stops.end() || !series) {
                report(m_judgement, codes::ruleUnknownPerson, tour, duty.person).series = duty.series;
                continue;
            }
            if (!person->isAvailable(tour.week, tour.weekday, stop->start, stop->end)) {
                report(m_judgement, codes::ruleAvailability, tour, duty.person).series = duty.series;
            }
            m_presence[duty.person].push_back({&tour, dayStart(tour) + count(stop->start),
                                               dayStart(tour) + count(stop->end),
                                               count(stop->end - stop->start - series->pause()), false});
        }
    }

    void tell(const Person& person, ErrorCode code, const Presence& at, double value, double limit) const {
        BrokenRule& broken = report(m_judgement, code, *at.tour, person.id);
        broken.value = value;
        broken.limit = limit;
    }

    void checkTogether(const Person& person, const std::vector<Presence>& all) const {
        for (std::size_t i = 1; i < all.size(); ++i) {
            if (all[i].from < all[i - 1].to - hair) {
                report(m_judgement, codes::ruleTwice, *all[i].tour, person.id);
            }
        }
    }

    /// Work, span and break of each day.
    void checkDays(const Person& person, const Employment& rules, const std::vector<Presence>& all) const {
        std::map<double, std::vector<const Presence*>> days;
        for (const Presence& presence : all) {
            days[dayStart(*presence.tour)].push_back(&presence);
        }
        for (const auto& [day, of] : days) {
            double work = 0;
            for (const Presence* presence : of) {
                work += presence->work;
                checkBreak(person, rules, *presence);
            }
            const double span = of.back()->to - of.front()->from;
            if (rules.maxDay && work > count(*rules.maxDay) + hair) {
                tell(person, codes::ruleDayHours, *of.front(), work, count(*rules.maxDay));
            }
            if (rules.maxSpan && span > count(*rules.maxSpan) + hair) {
                tell(person, codes::ruleSpan, *of.front(), span, count(*rules.maxSpan));
            }
        }
    }

    void checkBreak(const Person& person, const Employment& rules, const Presence& presence) const {
        if (!rules.breakLength || rules.breakLength->count() == 0) {
            return;
        }
        const double stretch = presence.isAboard
                                   ? longestStretchOf(m_judgement, *presence.tour, count(*rules.breakLength))
                                   : presence.work;
        if (stretch > sixHours + hair) {
            tell(person, codes::rulePersonBreak, presence, stretch, sixHours);
        }
    }

    /// The cycle comes round: after its last day comes its first.
    double restAfter(const std::vector<Presence>& all, std::size_t i) const {
        const double cycle = m_judgement.scenario.cycleWeeks * 7 * minutesADay;
        const double next = i + 1 < all.size() ? all[i + 1].from : all.front().from + cycle;
        return next - all[i].to;
    }

    void checkRest(const Person& person, const Employment& rules, const std::vector<Presence>& all) const {
        std::map<int, double> longest;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double rest = restAfter(all, i);
            const bool isOvernight =
                i + 1 == all.size() || dayStart(*all[i + 1].tour) > dayStart(*all[i].tour);
            if (isOvernight && rules.rest && rest < count(*rules.rest) - hair) {
                tell(person, codes::ruleRest, all[i], rest, count(*rules.rest));
            }
            double& most = longest[all[i].tour->week];
            most = std::max(most, rest);
        }
        for (const auto& [week, rest] : longest) {
            if (rules.weeklyRest && rest < count(*rules.weeklyRest) - hair) {
                const auto in = std::ranges::find(all, week, [](const Presence& p) { return p.tour->week; });
                tell(person, codes::ruleWeeklyRest, *in, rest, count(*rules.weeklyRest));
            }
        }
    }

    void checkWeeks(const Person& person, const Employment& rules, const std::vector<Presence>& all) const {
        std::map<int, double> weeks;
        double sum = 0;
        for (const Presence& presence : all) {
            weeks[presence.tour->week] += presence.work;
            sum += presence.work;
        }
        for (const auto& [week, work] : weeks) {
            if (rules.maxWeek && work > count(*rules.maxWeek) + hair) {
                const auto in = std::ranges::find(all, week, [](const Presence& p) { return p.tour->week; });
                tell(person, codes::ruleWeekHours, *in, work, count(*rules.maxWeek));
            }
        }
        const double average = sum / m_judgement.scenario.cycleWeeks;
        if (rules.maxAverage && average > count(*rules.maxAverage) + hair) {
            tell(person, codes::ruleAverageHours, all.front(), average, count(*rules.maxAverage));
        }
        const double legal = rules.legalWeek ? count(*rules.legalWeek) : average;
        m_judgement.found.hours.push_back({person.id, average, std::max(0.0, average - legal)});
    }

    const Judgement& m_judgement;
    std::map<PersonKey, std::vector<Presence>> m_presence;
};

/// Who must be aboard for a service.
bool mayCover(Service service, Role role) {
    switch (service) {
    case Service::Specialist:
        return role == Role::Specialist;
    case Service::NurseVideo:
        return role == Role::Nurse;
    case Service::Prevention:
        return role != Role::Assistant;
    default:
        return role == Role::Doctor;
    }
}

/// Nothing when the stop is covered, else the first thing that is missing.
std::optional<ErrorCode> missingAt(const Judgement& judgement, const Tour& tour, const Series& series) {
    const Site* site = judgement.scenario.findSite(series.site);
    const SessionKind* kind = judgement.scenario.findSession(series.session);
    if (!site || !kind) {
        return std::nullopt;
    }
    bool hasDriver = false;
    ErrorCode worst = codes::ruleCover;
    bool isCovered = false;
    for (const PersonKey& id : tour.people) {
        const Person* person = judgement.scenario.findPerson(id);
        hasDriver = hasDriver || (person && person->drives);
        if (!person || !mayCover(kind->service, person->role)) {
            continue;
        }
        const bool isPhysician = person->role == Role::Doctor || person->role == Role::Specialist;
        if (isPhysician && !person->isAuthorisedIn(departmentOf(site->insee))) {
            worst = codes::ruleAuthorisation;
        } else if (!person->hasSkills(kind->skills)) {
            worst = codes::ruleSkills;
        } else {
            isCovered = true;
        }
    }
    if (!isCovered) {
        return worst;
    }
    const bool hasRemote = std::ranges::any_of(tour.remote, [&](const RemoteDuty& duty) {
        const Person* person = judgement.scenario.findPerson(duty.person);
        return duty.series == series.id && person && person->role == Role::Doctor;
    });
    if (kind->service == Service::NurseVideo && !hasRemote) {
        return codes::ruleRemote;
    }
    return hasDriver ? std::nullopt : std::optional(codes::ruleDriver);
}

/// Every session is covered, or the plan says that it is not.
void checkCover(const Judgement& judgement) {
    std::set<std::pair<SeriesKey, int>> missing;
    for (const Tour& tour : judgement.plan.tours) {
        for (const Stop& stop : tour.stops) {
            const Series* series = judgement.plan.findSeries(stop.series);
            const auto code = series ? missingAt(judgement, tour, *series) : std::nullopt;
            if (!code) {
                continue;
            }
            missing.insert({stop.series, tour.week});
            const auto said = std::ranges::find_if(judgement.plan.uncovered, [&](const Uncovered& session) {
                return session.series == stop.series && session.week == tour.week;
            });
            if (said != judgement.plan.uncovered.end()) {
                judgement.found.uncovered.push_back(*said);
            } else {
                BrokenRule& broken = report(judgement, *code, tour, {});
                broken.series = stop.series;
                broken.site = series->site;
            }
        }
    }
    for (const Uncovered& session : judgement.plan.uncovered) {
        if (!missing.contains({session.series, session.week})) {
            BrokenRule& broken = judgement.report(8, codes::ruleListed);
            broken.series = session.series;
            broken.week = session.week;
        }
    }
}

} // namespace

void checkPeople(const Judgement& judgement) {
    Roster(judgement).check();
    if (!judgement.scenario.people.empty()) {
        checkCover(judgement);
    }
}

} // namespace medicobus::plan
