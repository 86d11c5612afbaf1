// SPDX-License-Identifier: EUPL-1.2
#include "planner/crew/duties.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

using plan::Role;
using plan::Service;

double count(TimeOfDay time) {
    return static_cast<double>(time.count());
}

/// Minutes of a tour that are not work: the pauses inside its sessions, or the bus's break between two.
struct Rests {
    double pauses = 0;
    double idle = 0; ///< The longest between two stops.
};

double idleBetween(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Stop& from,
                   const plan::Stop& to) {
    const plan::Site* first = scenario.findSite(plan.findSeries(from.series)->site);
    const plan::Site* second = scenario.findSite(plan.findSeries(to.series)->site);
    const double drive = scenario.travelModel()->time(first->point, second->point).count() / 60;
    return count(to.arrive - from.leave) - drive;
}

Rests restsOf(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour) {
    Rests rests;
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        rests.pauses += count(plan.findSeries(tour.stops[i].series)->pause());
        if (i > 0) {
            rests.idle = std::max(rests.idle, idleBetween(scenario, plan, tour.stops[i - 1], tour.stops[i]));
        }
    }
    return rests;
}

double workOf(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour) {
    const Rests rests = restsOf(scenario, plan, tour);
    const double breakLength = count(scenario.findBus(tour.bus)->breakLength);
    return count(tour.back - tour.depart) - std::max(rests.pauses, std::min(rests.idle, breakLength));
}

} // namespace

std::string_view Duty::role() const {
    if (kind != Kind::Care) {
        return kind == Kind::Remote ? "remote_doctor" : "driver";
    }
    switch (service) {
    case Service::Specialist:
        return "specialist";
    case Service::NurseVideo:
        return "nurse";
    case Service::Prevention:
        return "carer";
    default:
        return "doctor";
    }
}

bool Duty::isOfRole(const plan::Person& person) const {
    if (kind == Kind::Remote) {
        return person.role == Role::Doctor;
    }
    if (person.isRemote) {
        return false;
    }
    if (kind == Kind::Driver) {
        return person.drives;
    }
    switch (service) {
    case Service::Specialist:
        return person.role == Role::Specialist;
    case Service::NurseVideo:
        return person.role == Role::Nurse;
    case Service::Prevention:
        return person.role != Role::Assistant;
    default:
        return person.role == Role::Doctor;
    }
}

bool Duty::isEntitled(const plan::Person& person) const {
    if (!isOfRole(person) || kind != Kind::Care) {
        return isOfRole(person);
    }
    const bool needsAuthorisation = person.role == Role::Doctor || person.role == Role::Specialist;
    return person.hasSkills(skills) && (!needsAuthorisation || person.isAuthorisedIn(department));
}

std::vector<Duty> dutiesOf(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour) {
    std::vector<Duty> duties;
    std::vector<std::size_t> all;
    const double work = workOf(scenario, plan, tour);
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        const plan::Stop& stop = tour.stops[i];
        const plan::Series& series = *plan.findSeries(stop.series);
        const plan::SessionKind& kind = *scenario.findSession(series.session);
        const std::string department = plan::departmentOf(scenario.findSite(series.site)->insee);
        all.push_back(i);
        const auto same = std::find_if(duties.begin(), duties.end(), [&](const Duty& duty) {
            return duty.kind == Duty::Kind::Care && duty.service == kind.service
                   && duty.department == department && duty.skills == kind.skills;
        });
        if (same != duties.end()) {
            same->stops.push_back(i);
        } else {
            duties.push_back(
                {Duty::Kind::Care, kind.service, department, kind.skills, {i}, tour.depart, tour.back, work});
        }
        if (kind.service == Service::NurseVideo) {
            duties.push_back({Duty::Kind::Remote,
                              kind.service,
                              {},
                              {},
                              {i},
                              stop.start,
                              stop.end,
                              count(stop.end - stop.start - series.pause())});
        }
    }
    duties.push_back(
        {Duty::Kind::Driver, Service::Doctor, {}, {}, std::move(all), tour.depart, tour.back, work});
    return duties;
}

double longestWork(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour,
                   double pause) {
    double longest = 0;
    double resumed = count(tour.depart);
    const auto rest = [&](double from, double to) {
        longest = std::max(longest, from - resumed);
        resumed = to;
    };
    for (std::size_t i = 0; i < tour.stops.size(); ++i) {
        const plan::Stop& stop = tour.stops[i];
        const plan::Series& series = *plan.findSeries(stop.series);
        const double into = count(stop.start + (series.pauseStart - series.start));
        if (count(series.pause()) > 0 && count(series.pause()) >= pause) {
            rest(into, into + count(series.pause()));
        }
        if (i + 1 == tour.stops.size()) {
            break;
        }
        const plan::Stop& next = tour.stops[i + 1];
        const double idle = idleBetween(scenario, plan, stop, next);
        if (idle >= pause) {
            // As much of the drive before the rest as six hours leave room for.
            const double drive = count(next.arrive - stop.leave) - idle;
            const double before = std::clamp(360 - (count(stop.leave) - resumed), 0.0, drive);
            rest(count(stop.leave) + before, count(next.arrive) - (drive - before));
        }
    }
    return std::max(longest, count(tour.back) - resumed);
}

} // namespace medicobus::planner
