// SPDX-License-Identifier: EUPL-1.2
#include "planner/crew/cover_window.h"

#include "planner/crew/duties.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

/// Hours of one weekday and week in which a duty can be done by somebody.
struct Hours {
    int from = 0;
    int to = 0;
    WeekMask weeks = 0;
};

std::vector<Hours> hoursOf(const plan::Person& person, Weekday day) {
    std::vector<Hours> hours;
    for (const plan::Availability& entry : person.available) {
        if (std::find(entry.days.begin(), entry.days.end(), day) != entry.days.end()) {
            const WeekMask weeks = entry.weeks.empty() ? WeekMask{0xFF} : maskOf(entry.weeks);
            hours.push_back(
                {static_cast<int>(entry.from.count()), static_cast<int>(entry.to.count()), weeks});
        }
    }
    return hours;
}

std::vector<const plan::Person*> entitled(const plan::Scenario& scenario, const Duty& duty) {
    std::vector<const plan::Person*> people;
    for (const plan::Person& person : scenario.people) {
        if (duty.isEntitled(person)) {
            people.push_back(&person);
        }
    }
    return people;
}

/// The longest hours that a carer and a driver have in common on that weekday.
Hours longestTogether(const std::vector<const plan::Person*>& carers,
                      const std::vector<const plan::Person*>& drivers, Weekday day) {
    Hours best;
    for (const plan::Person* carer : carers) {
        for (const plan::Person* driver : drivers) {
            for (const Hours& a : hoursOf(*carer, day)) {
                for (const Hours& b : hoursOf(*driver, day)) {
                    const Hours both{std::max(a.from, b.from), std::min(a.to, b.to),
                                     static_cast<WeekMask>(a.weeks & b.weeks)};
                    if (both.weeks != 0 && both.to - both.from > best.to - best.from) {
                        best = both;
                    }
                }
            }
        }
    }
    return best;
}

std::ptrdiff_t countThere(const std::vector<const plan::Person*>& people, int week, Weekday day, int from,
                          int to) {
    return std::count_if(people.begin(), people.end(), [&](const plan::Person* person) {
        return person->isAvailable(week, day, TimeOfDay(from), TimeOfDay(to));
    });
}

/// How many buses before this one in the scenario run on that day.
std::ptrdiff_t rankOf(const plan::Scenario& scenario, const plan::Bus& bus, Weekday day) {
    std::ptrdiff_t rank = 0;
    for (const plan::Bus& other : scenario.buses) {
        if (other.id == bus.id) {
            break;
        }
        rank += std::find(other.weekdays.begin(), other.weekdays.end(), day) != other.weekdays.end() ? 1 : 0;
    }
    return rank;
}

} // namespace

void narrowToCover(const plan::Scenario& scenario, const plan::Bus& bus, const plan::Site& site, Weekday day,
                   const plan::SessionKind& kind, int out, int home, StartWindow& window) {
    Duty care;
    care.service = kind.service;
    care.department = plan::departmentOf(site.insee);
    care.skills = kind.skills;
    Duty driving;
    driving.kind = Duty::Kind::Driver;
    const auto carers = entitled(scenario, care);
    const auto drivers = entitled(scenario, driving);
    const Hours hours = longestTogether(carers, drivers, day);
    window.earliest = std::max(window.earliest, hours.from + out + static_cast<int>(site.setup.count()));
    window.latest =
        std::min(window.latest, hours.to - home - static_cast<int>((site.teardown + kind.length).count()));
    const std::ptrdiff_t rank = rankOf(scenario, bus, day);
    for (int week = 0; week < scenario.cycleWeeks; ++week) {
        const bool isCovered = window.latest >= window.earliest
                               && countThere(carers, week, day, hours.from, hours.to) > rank
                               && countThere(drivers, week, day, hours.from, hours.to) > rank;
        if (!isCovered) {
            window.weeks = static_cast<WeekMask>(window.weeks & ~(1U << week));
        }
    }
}

} // namespace medicobus::planner
