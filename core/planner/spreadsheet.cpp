// SPDX-License-Identifier: EUPL-1.2
#include "planner/day.h"
#include "planner/model.h"
#include "planner/planner.h"
#include "territory/need.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

/// What the spreadsheet fills a day with: general practice, one session after the other.
std::vector<int> sessionsOfDay(const Model& model) {
    std::vector<int> sessions;
    for (int session = 0; session < model.sessionCount(); ++session) {
        const bool isFree = std::none_of(sessions.begin(), sessions.end(),
                                         [&](int other) { return model.mayClash(session, other); });
        if (model.needOf(session) == 0 && isFree) {
            sessions.push_back(session);
        }
    }
    return sessions;
}

/// The shortest round trip from any depot to a site where a whole day can be held lawfully; negative when
/// none.
double shortestRoundTrip(const Model& model, int site, const std::vector<int>& sessions) {
    double best = -1;
    for (int bus = 0; bus < model.busCount(); ++bus) {
        for (const Weekday day : model.bus(bus).weekdays) {
            DayGrid grid;
            bool isHeld = true;
            for (const int session : sessions) {
                grid.fill(session, 1, site);
                isHeld = isHeld && model.window(bus, site, static_cast<int>(day), session).weeks != 0;
            }
            const double trip = model.fromDepot(bus, site) + model.toDepot(bus, site);
            if (isHeld && (best < 0 || trip < best)
                && rateDay(model, bus, static_cast<int>(day), grid).isLawful) {
                best = trip;
            }
        }
    }
    return best;
}

int siteOfCommune(const Model& model, const territory::InseeCode& insee) {
    for (int site = 0; site < model.siteCount(); ++site) {
        if (model.site(site).insee == insee) {
            return site;
        }
    }
    return -1;
}

} // namespace

SpreadsheetPlan spreadsheetPlan(const plan::Scenario& scenario, int communes) {
    const Model model(scenario);
    const auto sessions = sessionsOfDay(model);
    const auto ranking = territory::rankByNeed(scenario.territory, scenario.policy.threshold);
    std::vector<int> sites;
    std::vector<double> trips;
    for (const territory::Need& need : ranking.underServed) {
        const int site = siteOfCommune(model, scenario.territory.communes[need.commune].insee);
        const double trip = site < 0 ? -1 : shortestRoundTrip(model, site, sessions);
        if (trip >= 0 && static_cast<int>(sites.size()) < communes) {
            sites.push_back(site);
            trips.push_back(trip);
        }
    }
    SpreadsheetPlan out;
    if (sites.empty() || sessions.empty()) {
        return out;
    }
    double busDays = 0;
    for (const plan::Bus& bus : scenario.buses) {
        busDays += static_cast<double>(bus.weekdays.size());
    }
    const double daysEach = std::min(busDays / static_cast<double>(sites.size()),
                                     static_cast<double>(scenario.policy.maxSessionsPerSiteWeek)
                                         / static_cast<double>(sessions.size()));
    out.halfDaysPerWeekEach = daysEach * static_cast<double>(sessions.size());
    std::vector<double> delivered(model.demands().size(), 0.0);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        out.sites.push_back(model.site(sites[i]).id);
        out.score.drivingMinutesYear += trips[i] * daysEach * scenario.policy.weeksPerYear;
        for (const int session : sessions) {
            const double offer = model.offerPerCycleSession(session) * scenario.cycleWeeks * daysEach;
            for (const Catch& entry : model.catchment(sites[i])) {
                delivered[static_cast<std::size_t>(entry.demand)] += offer * entry.share;
            }
        }
    }
    for (std::size_t j = 0; j < delivered.size(); ++j) {
        out.score.worth += model.worthOf(model.demands()[j], delivered[j]);
    }
    out.score.total = out.score.worth - scenario.policy.lambda * out.score.drivingMinutesYear;
    return out;
}

} // namespace medicobus::planner
