// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/catch_up.h"

#include "calendar/holidays.h"
#include "planner/day.h"
#include "planner/model.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace medicobus::planner {
namespace {

using plan::Occurrence;

bool covers(const Outage& outage, Date day) {
    return outage.from <= day && day <= outage.until;
}

/// The scenario with the whole programme locked at its times, so that a proposed day moves nothing.
plan::Scenario held(const plan::Scenario& scenario, const plan::Programme& programme) {
    plan::Scenario out = scenario;
    out.locked = programme.series;
    return out;
}

/// The dated days of every bus, filled as proposals are made.
class Dates {
public:
    Dates(const plan::Scenario& scenario, const plan::Programme& programme,
          const std::vector<Outage>& outages)
        : m_scenario(held(scenario, programme)),
          m_programme(programme),
          m_outages(outages),
          m_model(m_scenario) {}

    std::optional<LostTo> lossOf(const Occurrence& passage) const {
        if (passage.status == Occurrence::Status::Cancelled) {
            return std::nullopt;
        }
        const Date day = dateOf(passage.start);
        for (const Outage& outage : m_outages) {
            if (covers(outage, day) && outage.bus == passage.bus) {
                return LostTo::BusOut;
            }
            if (covers(outage, day) && outage.site == passage.site) {
                return LostTo::RoomOut;
            }
        }
        const bool isHoliday = passage.status == Occurrence::Status::ToConfirm;
        return isHoliday ? std::optional(LostTo::Holiday) : std::nullopt;
    }

    /// Fills a passage that takes place into the day of its bus.
    void hold(const Occurrence& passage) {
        const int site = m_model.indexOf(passage.site);
        const int bus = indexOf(m_scenario.buses, passage.bus);
        const int session = sessionOf(passage);
        if (passage.status == Occurrence::Status::Moved) {
            // Its hour is a person's choice, which no series holds: that day is left to that person.
            m_taken.insert({bus, dateOf(passage.start)});
            return;
        }
        if (site >= 0 && bus >= 0 && session >= 0) {
            const Date day = dateOf(passage.start);
            m_grids[{bus, day}].fill(session, weekMask(day), site);
            ++m_visits[{site, mondayOf(day)}];
        }
    }

    /// Finds other half-days for passages of one bus-day: all together on another day where that can be,
    /// since the halves of a far day need each other, else each by itself.
    void replace(const std::vector<LostPassage*>& day, Date earliest, const CatchUpOptions& options) {
        if (day.size() > 1 && replaceTogether(day, earliest, options)) {
            return;
        }
        for (LostPassage* lost : day) {
            const auto choices = optionsFor(lost->passage, earliest, options);
            const Option* best = nullptr;
            Rank bestRank;
            for (const Option& option : choices) {
                const auto driving = extraDriving({option});
                const Rank rank = rankOf(lost->passage, option, driving.value_or(0));
                if (driving && (!best || rank < bestRank)) {
                    best = &option;
                    bestRank = rank;
                }
            }
            if (best) {
                lost->instead = take({*best}).front();
            }
        }
    }

private:
    struct Option {
        int bus = 0;
        int session = 0;
        int site = 0;
        Date day;
    };

    /// Another bus last, then the nearest date, later before earlier, the same half-day, the shortest drive.
    using Rank = std::tuple<bool, int, bool, bool, double>;

    int sessionOf(const Occurrence& passage) const {
        return m_model.sessionOf(passage.session, passage.end - passage.start);
    }

    Rank rankOf(const Occurrence& lost, const Option& option, double driving) const {
        const auto offset = static_cast<int>((option.day - dateOf(lost.start)).count());
        return {m_model.bus(option.bus).id != lost.bus, std::abs(offset), offset < 0,
                option.session != sessionOf(lost), driving};
    }

    std::vector<Option> optionsFor(const Occurrence& lost, Date earliest,
                                   const CatchUpOptions& options) const {
        std::vector<Option> out;
        const int site = m_model.indexOf(lost.site);
        const int own = sessionOf(lost);
        for (int bus = 0; site >= 0 && own >= 0 && bus < m_model.busCount(); ++bus) {
            for (int offset = -options.daysBefore; offset <= options.daysAfter; ++offset) {
                const Date day = dateOf(lost.start) + std::chrono::days(offset);
                for (int session = 0; session < m_model.sessionCount() && day >= earliest; ++session) {
                    if (isSameOffer(session, own)) {
                        out.push_back({bus, session, site, day});
                    }
                }
            }
        }
        return out;
    }

    /// The whole day, half-day by half-day, on one other day of one bus.
    bool replaceTogether(const std::vector<LostPassage*>& day, Date earliest, const CatchUpOptions& options) {
        const Occurrence& first = day.front()->passage;
        std::vector<Option> best;
        Rank bestRank;
        for (const Option& lead : optionsFor(first, earliest, options)) {
            std::vector<Option> together;
            for (const LostPassage* lost : day) {
                together.push_back(
                    {lead.bus, sessionOf(lost->passage), m_model.indexOf(lost->passage.site), lead.day});
            }
            const bool isKnown = std::ranges::all_of(
                together, [](const Option& option) { return option.session >= 0 && option.site >= 0; });
            if (lead.session != sessionOf(first) || !isKnown) {
                continue;
            }
            const auto driving = extraDriving(together);
            const Rank rank = rankOf(first, lead, driving.value_or(0));
            if (driving && (best.empty() || rank < bestRank)) {
                best = std::move(together);
                bestRank = rank;
            }
        }
        if (best.empty()) {
            return false;
        }
        const auto held = take(best);
        for (std::size_t i = 0; i < day.size(); ++i) {
            day[i]->instead = held[i];
        }
        return true;
    }

    template <typename Items, typename Id>
    static int indexOf(const Items& items, const Id& id) {
        const auto at = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
        return at == items.end() ? -1 : static_cast<int>(at - items.begin());
    }

    int weekOf(Date day) const {
        const auto weeks = (mondayOf(day) - mondayOf(m_programme.firstMonday)).count() / 7;
        return static_cast<int>(weeks % m_scenario.cycleWeeks);
    }
    WeekMask weekMask(Date day) const { return static_cast<WeekMask>(1U << weekOf(day)); }

    bool isSameOffer(int a, int b) const {
        return m_model.offerPerCycleSession(a) == m_model.offerPerCycleSession(b);
    }

    bool isAway(const Option& option) const {
        const plan::Site& site = m_model.site(option.site);
        const bool isOut = std::ranges::any_of(m_outages, [&](const Outage& outage) {
            return covers(outage, option.day)
                   && (outage.bus == m_model.bus(option.bus).id || outage.site == site.id);
        });
        const bool isClosed = std::ranges::any_of(m_programme.closures, [&](const plan::Closure& closure) {
            return closure.site == site.id && !closure.isLifted && closure.from <= option.day
                   && option.day <= closure.until;
        });
        const bool isForbidden = std::ranges::any_of(m_scenario.forbidden, [&](const plan::Forbidden& entry) {
            return entry.date == option.day && (!entry.site || *entry.site == site.id)
                   && (!entry.bus || *entry.bus == m_model.bus(option.bus).id);
        });
        return option.day < mondayOf(m_programme.firstMonday) || m_taken.contains({option.bus, option.day})
               || isOut || isClosed || isForbidden || calendar::publicHolidayOn(option.day)
               || (site.validFrom && option.day < *site.validFrom)
               || (site.validUntil && option.day > *site.validUntil)
               || (m_programme.until && option.day > *m_programme.until);
    }

    /// Whether another bus holds that half-day at the site.
    bool isHosted(const Option& option) const {
        for (int bus = 0; bus < m_model.busCount(); ++bus) {
            const auto at = m_grids.find({bus, option.day});
            if (at == m_grids.end()) {
                continue;
            }
            const auto week = static_cast<std::size_t>(weekOf(option.day));
            if (at->second.site[static_cast<std::size_t>(option.session)][week] == option.site) {
                return true;
            }
        }
        return false;
    }

    bool isOpen(const Option& option) const {
        const int weekday = static_cast<int>(weekdayOf(option.day));
        const StartWindow& window = m_model.window(option.bus, option.site, weekday, option.session);
        return m_model.isWorkday(option.bus, weekday) && (window.weeks & weekMask(option.day)) != 0
               && !isAway(option) && !isHosted(option);
    }

    /// Driving minutes that sessions of one bus-day add to it; none when the day cannot hold them lawfully.
    std::optional<double> extraDriving(const std::vector<Option>& options) const {
        const Option& any = options.front();
        const int weekday = static_cast<int>(weekdayOf(any.day));
        const auto at = m_grids.find({any.bus, any.day});
        DayGrid grid = at == m_grids.end() ? DayGrid() : at->second;
        const double before = rateDay(m_model, any.bus, weekday, grid).drivingMinutes;
        std::map<int, int> visits;
        for (const Option& option : options) {
            const auto known = m_visits.find({option.site, mondayOf(option.day)});
            const int held = (known == m_visits.end() ? 0 : known->second) + visits[option.site]++;
            if (!isOpen(option) || !grid.isFree(option.session, weekMask(option.day))
                || held >= m_scenario.policy.maxSessionsPerSiteWeek) {
                return std::nullopt;
            }
            grid.fill(option.session, weekMask(option.day), option.site);
        }
        const DayRating rating = rateDay(m_model, any.bus, weekday, grid);
        return rating.isLawful ? std::optional(rating.drivingMinutes - before) : std::nullopt;
    }

    std::vector<Replacement> take(const std::vector<Option>& options) {
        const Option& any = options.front();
        DayGrid& grid = m_grids[{any.bus, any.day}];
        for (const Option& option : options) {
            grid.fill(option.session, weekMask(option.day), option.site);
            ++m_visits[{option.site, mondayOf(option.day)}];
        }
        DayStarts starts{};
        for (const int step : {15, 5, 1}) {
            const int weekday = static_cast<int>(weekdayOf(any.day));
            if (rateDay(m_model, any.bus, weekday, grid, step, &starts).isLawful) {
                break;
            }
        }
        std::vector<Replacement> held;
        const auto week = static_cast<std::size_t>(weekOf(any.day));
        for (const Option& option : options) {
            const LocalTime start =
                LocalTime(option.day)
                + std::chrono::minutes(starts[static_cast<std::size_t>(option.session)][week]);
            held.push_back(
                {m_model.bus(option.bus).id, start, start + m_model.session(option.session).length});
        }
        return held;
    }

    plan::Scenario m_scenario;
    const plan::Programme& m_programme;
    const std::vector<Outage>& m_outages;
    Model m_model;
    std::map<std::pair<int, Date>, DayGrid> m_grids;
    std::set<std::pair<int, Date>> m_taken;
    std::map<std::pair<int, Date>, int> m_visits; ///< By site and Monday.
};

} // namespace

std::vector<LostPassage> catchUp(const plan::Scenario& scenario, const plan::Programme& programme,
                                 const std::vector<Outage>& outages, Date from, Date until,
                                 const CatchUpOptions& options) {
    Dates dates(scenario, programme, outages);
    std::vector<LostPassage> lost;
    const Date first = from - std::chrono::days(options.daysBefore);
    const Date last = until + std::chrono::days(options.daysAfter);
    for (const Occurrence& passage : plan::occurrences(programme, first, last)) {
        const auto loss = dates.lossOf(passage);
        const Date day = dateOf(passage.start);
        if (loss && from <= day && day <= until) {
            lost.push_back({passage, *loss, std::nullopt});
        } else if (!loss && passage.status != Occurrence::Status::Cancelled) {
            dates.hold(passage);
        }
    }
    std::map<std::pair<plan::BusKey, Date>, std::vector<LostPassage*>> days;
    for (LostPassage& one : lost) {
        days[{one.passage.bus, dateOf(one.passage.start)}].push_back(&one);
    }
    for (auto& [key, day] : days) {
        dates.replace(day, from, options);
    }
    return lost;
}

} // namespace medicobus::planner
