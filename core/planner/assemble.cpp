// SPDX-License-Identifier: EUPL-1.2
#include "planner/assemble.h"

#include "planner/crew/crew.h"
#include "planner/lengths.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <set>
#include <tuple>

namespace medicobus::planner {
namespace {

using std::chrono::minutes;

minutes wholeMinutes(double value) {
    return minutes(static_cast<int>(std::ceil(value - 1e-9)));
}

/// Round start times are easier to remember: quarters of an hour if the day allows, else five minutes, else
/// any.
DayStarts roundestStarts(const Model& model, int bus, int weekday, const DayGrid& grid,
                         const DayStarts& lengths) {
    const int order = rateDay(model, bus, weekday, grid, 1, nullptr, &lengths).order;
    DayStarts starts{};
    for (const int step : {15, 5, 1}) {
        const DayRating rating = rateDay(model, bus, weekday, grid, step, &starts, &lengths);
        if (rating.isLawful && rating.order == order) {
            break;
        }
    }
    return starts;
}

std::vector<Placement> inOrder(const Board& board) {
    auto placements = board.placements();
    std::sort(placements.begin(), placements.end(), [](const Placement& a, const Placement& b) {
        return std::tuple(a.bus, a.weekday, a.session, a.weeks & (~a.weeks + 1), a.site)
               < std::tuple(b.bus, b.weekday, b.session, b.weeks & (~b.weeks + 1), b.site);
    });
    return placements;
}

class Timetable {
public:
    Timetable(const Model& model, const Board& board)
        : m_model(model),
          m_placements(inOrder(board)),
          m_lengths(stretchedLengths(model, board, m_placements)) {
        for (int bus = 0; bus < model.busCount(); ++bus) {
            for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                const DayGrid& grid = board.day(bus, weekday);
                const DayStarts lengths = lengthsOfDay(model, bus, weekday, m_placements, m_lengths);
                m_starts.push_back(roundestStarts(model, bus, weekday, grid, lengths));
            }
        }
        nameSeries();
    }

    std::vector<plan::Series> series() const {
        std::vector<plan::Series> out;
        for (std::size_t i = 0; i < m_placements.size(); ++i) {
            const Placement& placement = m_placements[i];
            plan::Series series;
            series.id = m_keys[i];
            series.bus = m_model.bus(placement.bus).id;
            series.site = m_model.site(placement.site).id;
            series.weekday = static_cast<Weekday>(placement.weekday);
            series.session = m_model.session(placement.session).id;
            for (int week = 0; week < m_model.weeks(); ++week) {
                if (placement.weeks >> week & 1) {
                    series.weeks.push_back(week);
                }
            }
            series.start = startOf(placement, series.weeks.front());
            series.end = series.start + minutes(m_lengths[i]);
            const plan::SessionKind& kind = m_model.session(placement.session);
            series.slot = kind.ownSlot;
            if (kind.pause.count() > 0) {
                series.pauseStart = series.start + minutes(pauseOffset(m_model, kind, m_lengths[i]));
                series.pauseEnd = series.pauseStart + kind.pause;
            }
            out.push_back(std::move(series));
        }
        return out;
    }

    std::vector<plan::Tour> tours() const {
        std::vector<plan::Tour> out;
        for (int bus = 0; bus < m_model.busCount(); ++bus) {
            for (int week = 0; week < m_model.weeks(); ++week) {
                for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                    const auto stops = stopsOf(bus, weekday, week);
                    if (!stops.empty()) {
                        out.push_back(tourOf(bus, weekday, week, stops));
                    }
                }
            }
        }
        return out;
    }

    const std::vector<Placement>& placements() const { return m_placements; }
    const std::vector<int>& lengths() const { return m_lengths; }

    /// Kilometres of the whole cycle.
    double kilometres() const {
        const auto travel = m_model.scenario().travelModel();
        double total = 0;
        for (int bus = 0; bus < m_model.busCount(); ++bus) {
            for (int week = 0; week < m_model.weeks(); ++week) {
                for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                    GeoPoint at = m_model.bus(bus).depot;
                    for (const std::size_t stop : stopsOf(bus, weekday, week)) {
                        const GeoPoint next = m_model.site(m_placements[stop].site).point;
                        total += travel->distance(at, next).kilometres();
                        at = next;
                    }
                    total += travel->distance(at, m_model.bus(bus).depot).kilometres();
                }
            }
        }
        return total;
    }

private:
    /// The id that a locked series asks for, if this placement is one.
    std::optional<plan::SeriesKey> lockedKey(const Placement& placement) const {
        for (const plan::Series& series : m_model.scenario().locked) {
            const bool isSame = series.site == m_model.site(placement.site).id
                                && series.bus == m_model.bus(placement.bus).id
                                && series.session == m_model.session(placement.session).id
                                && static_cast<int>(series.weekday) == placement.weekday
                                && maskOf(series.weeks) == placement.weeks;
            if (isSame && placement.isLocked && !series.id.empty()) {
                return series.id;
            }
        }
        return std::nullopt;
    }

    /// A series is named by what it is (`62020-1-MO-matin`), not by its rank: in the next plan the name never
    /// comes to mean another place or day, so neither does an appointment or a calendar entry made under it.
    void nameSeries() {
        std::set<plan::SeriesKey> taken;
        for (const Placement& placement : m_placements) {
            const std::string base = fmt::format("{}-{}-{}", m_model.site(placement.site).id.value,
                                                 weekdayCode(static_cast<Weekday>(placement.weekday)),
                                                 m_model.session(placement.session).id.value);
            plan::SeriesKey key = lockedKey(placement).value_or(plan::SeriesKey{base});
            for (int rank = 2; !taken.insert(key).second; ++rank) {
                key = {fmt::format("{}-{}", base, rank)};
            }
            m_keys.push_back(std::move(key));
        }
    }

    TimeOfDay startOf(const Placement& placement, int week) const {
        const auto& day = m_starts[static_cast<std::size_t>(placement.bus * daysOfWeek + placement.weekday)];
        return TimeOfDay(day[static_cast<std::size_t>(placement.session)][static_cast<std::size_t>(week)]);
    }

    std::vector<std::size_t> stopsOf(int bus, int weekday, int week) const {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < m_placements.size(); ++i) {
            const Placement& placement = m_placements[i];
            if (placement.bus == bus && placement.weekday == weekday && (placement.weeks >> week & 1)) {
                out.push_back(i);
            }
        }
        std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
            return startOf(m_placements[a], week) < startOf(m_placements[b], week);
        });
        return out;
    }

    plan::Tour tourOf(int bus, int weekday, int week, const std::vector<std::size_t>& stops) const {
        plan::Tour tour;
        tour.bus = m_model.bus(bus).id;
        tour.week = week;
        tour.weekday = static_cast<Weekday>(weekday);
        int last = -1;
        for (std::size_t order = 0; order < stops.size(); ++order) {
            const Placement& placement = m_placements[stops[order]];
            const plan::Site& site = m_model.site(placement.site);
            const TimeOfDay start = startOf(placement, week);
            const TimeOfDay end = start + minutes(m_lengths[stops[order]]);
            const bool isSame = last == placement.site;
            if (isSame) {
                tour.stops.back().leave = tour.stops.back().end;
            } else {
                const double drive =
                    last < 0 ? m_model.fromDepot(bus, placement.site) : m_model.between(last, placement.site);
                tour.drivingMinutes += drive;
                if (last < 0) {
                    tour.depart = start - site.setup - wholeMinutes(drive);
                }
            }
            tour.stops.push_back(
                {m_keys[stops[order]], isSame ? start : start - site.setup, start, end, end + site.teardown});
            last = placement.site;
        }
        const double drive = m_model.toDepot(bus, last);
        tour.drivingMinutes += drive;
        tour.back = tour.stops.back().leave + wholeMinutes(drive);
        return tour;
    }

    const Model& m_model;
    std::vector<Placement> m_placements;
    std::vector<int> m_lengths;
    std::vector<DayStarts> m_starts;
    std::vector<plan::SeriesKey> m_keys;
};

/// Consultations a year that reach each demand, capped at its need.
std::vector<double> deliveredBy(const Model& model, const Timetable& timetable) {
    std::vector<double> delivered(model.demands().size(), 0.0);
    for (std::size_t i = 0; i < timetable.placements().size(); ++i) {
        const Placement& placement = timetable.placements()[i];
        const double perSession =
            model.offerOf(model.session(placement.session), minutes(timetable.lengths()[i]));
        const double offer = perSession * std::popcount(placement.weeks);
        for (const Catch& entry : model.catchment(placement.site, model.needOf(placement.session))) {
            delivered[static_cast<std::size_t>(entry.demand)] += offer * entry.share;
        }
    }
    for (std::size_t j = 0; j < delivered.size(); ++j) {
        delivered[j] = std::min(delivered[j], model.demands()[j].unmet);
    }
    return delivered;
}

double inhabitantsWithin(const Model& model, const Board& board, travel::Seconds limit) {
    const auto travel = model.scenario().travelModel();
    double inhabitants = 0;
    for (const territory::Commune& commune : model.scenario().territory.communes) {
        if (!commune.population || !commune.point) {
            continue;
        }
        const bool isNear = std::any_of(
            board.placements().begin(), board.placements().end(), [&](const Placement& placement) {
                return travel->time(*commune.point, model.site(placement.site).point) <= limit;
            });
        inhabitants += isNear ? *commune.population : 0;
    }
    return inhabitants;
}

/// The needs that are not general practice, in the order of the policy.
std::vector<plan::ServiceFigures> serviceFigures(const Model& model, const std::vector<double>& delivered) {
    std::vector<plan::ServiceFigures> out;
    for (const plan::ServiceNeed& service : model.scenario().policy.services) {
        const auto known = std::find(model.needs().begin(), model.needs().end(), service);
        if (known == model.needs().end()) {
            continue;
        }
        plan::ServiceFigures figures;
        figures.service = plan::serviceName(service.service);
        for (std::size_t j = 0; j < delivered.size(); ++j) {
            const Demand& demand = model.demands()[j];
            if (demand.need != static_cast<int>(known - model.needs().begin()) + 1) {
                continue;
            }
            const double before = model.worthOf(demand, demand.unmet);
            figures.deliveredYear += delivered[j] / service.weight;
            figures.severity.before += before;
            figures.severity.after += before - model.worthOf(demand, delivered[j]);
        }
        out.push_back(std::move(figures));
    }
    return out;
}

plan::Indicators indicatorsOf(const Model& model, const Board& board, const Timetable& timetable,
                              const std::vector<double>& delivered) {
    plan::Indicators out;
    for (std::size_t j = 0; j < delivered.size(); ++j) {
        const Demand& demand = model.demands()[j];
        if (demand.need != 0) {
            continue;
        }
        const double before = model.worthOf(demand, demand.unmet);
        out.deliveredYear += delivered[j];
        out.severity.before += before;
        out.severity.after += before - model.worthOf(demand, delivered[j]);
        out.communesUnderLine.before += 1;
        out.communesUnderLine.after += demand.depth - delivered[j] / demand.population > 1e-9 ? 1 : 0;
    }
    out.within10Min.after = inhabitantsWithin(model, board, travel::Seconds(600));
    out.within15Min.after = inhabitantsWithin(model, board, travel::Seconds(900));
    out.kilometresYear = timetable.kilometres() * model.cyclesPerYear();
    out.services = serviceFigures(model, delivered);
    return out;
}

plan::Plan written(const Model& model, const Board& board) {
    const Timetable timetable(model, board);
    plan::Plan plan;
    const plan::TravelSpec& travel = model.scenario().travel;
    plan.travel = {travel.kind, travel.server.empty() ? travel.file : travel.server, travel.measured};
    plan.series = timetable.series();
    plan.tours = timetable.tours();
    const auto delivered = deliveredBy(model, timetable);
    for (std::size_t j = 0; j < delivered.size(); ++j) {
        plan.score.worth += model.worthOf(model.demands()[j], delivered[j]);
    }
    plan.score.drivingMinutesYear = board.drivingMinutesYear();
    plan.score.total = plan.score.worth - model.scenario().policy.lambda * plan.score.drivingMinutesYear;
    plan.indicators = indicatorsOf(model, board, timetable, delivered);
    assignCrew(model.scenario(), plan);
    return plan;
}

bool isUncovered(const Model& model, const plan::Plan& plan, const Placement& placement) {
    return std::any_of(plan.uncovered.begin(), plan.uncovered.end(), [&](const plan::Uncovered& session) {
        const plan::Series& series = *plan.findSeries(session.series);
        return series.site == model.site(placement.site).id && series.bus == model.bus(placement.bus).id
               && static_cast<int>(series.weekday) == placement.weekday
               && series.session == model.session(placement.session).id
               && maskOf(series.weeks) == placement.weeks;
    });
}

/// Takes away what nobody covers, but for locked series, and what cannot stand without it; true when anything
/// was.
bool dropUncovered(const Model& model, const plan::Plan& plan, Board& board) {
    const auto dropIf = [&](const auto& isDue) {
        bool hasDropped = false;
        for (std::size_t i = board.placements().size(); i-- > 0;) {
            if (!board.placements()[i].isLocked && isDue(board.placements()[i])) {
                board.remove(i);
                hasDropped = true;
            }
        }
        return hasDropped;
    };
    const bool hasDropped =
        dropIf([&](const Placement& placement) { return isUncovered(model, plan, placement); });
    while (dropIf([&](const Placement& placement) {
        return !board.isDayLawful(placement.bus, placement.weekday) || !board.isSiteLawful(placement.site);
    })) {
    }
    return hasDropped;
}

} // namespace

plan::Plan assemble(const Model& model, const Board& board) {
    plan::Plan plan = written(model, board);
    if (model.scenario().policy.uncovered == plan::Policy::Uncovered::Avoid) {
        Board covered = board;
        while (!plan.uncovered.empty() && dropUncovered(model, plan, covered)) {
            plan = written(model, covered);
        }
    }
    return plan;
}

} // namespace medicobus::planner
