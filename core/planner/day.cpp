// SPDX-License-Identifier: EUPL-1.2
#include "planner/day.h"

#include "planner/day_solver.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

double drivingOf(const Model& model, int bus, const DayGrid& grid, int week, int order) {
    double driving = 0;
    int last = -1;
    for (const int session : model.tourOrders()[static_cast<std::size_t>(order)]) {
        const int site = grid.site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)];
        if (site >= 0) {
            driving += last < 0 ? model.fromDepot(bus, site) : model.between(last, site);
            last = site;
        }
    }
    return last < 0 ? 0 : driving + model.toDepot(bus, last);
}

/// The first week whose tour is the same as this one's.
int twinWeek(const DayGrid& grid, int week) {
    for (int other = 0; other < week; ++other) {
        const bool isSame = std::all_of(grid.site.begin(), grid.site.end(), [&](const auto& weeks) {
            return weeks[static_cast<std::size_t>(other)] == weeks[static_cast<std::size_t>(week)];
        });
        if (isSame) {
            return other;
        }
    }
    return week;
}

} // namespace

bool DayGrid::isFree(int session, WeekMask mask) const {
    for (int week = 0; week < maxCycleWeeks; ++week) {
        if ((mask >> week & 1)
            && site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)] >= 0) {
            return false;
        }
    }
    return true;
}

void DayGrid::fill(int session, WeekMask mask, int place) {
    for (int week = 0; week < maxCycleWeeks; ++week) {
        if (mask >> week & 1) {
            site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)] =
                static_cast<std::int16_t>(place);
        }
    }
}

namespace {

/// One weekday of one bus, asked for lawful times in one order of its sessions after another.
class DayRater {
public:
    DayRater(const Model& model, int bus, int weekday, const DayGrid& grid, const DayStarts* lengths)
        : m_model(model), m_bus(bus), m_weekday(weekday), m_grid(grid), m_lengths(lengths) {
        for (int week = 0; week < model.weeks(); ++week) {
            m_twins[static_cast<std::size_t>(week)] = twinWeek(grid, week);
            int stops = 0;
            for (int session = 0; session < model.sessionCount(); ++session) {
                stops += siteAt(session, week) >= 0 ? 1 : 0;
            }
            m_mostStops = std::max(m_mostStops, stops);
        }
    }

    /// Driving minutes of the cycle in this order; unlawful when some tour drives longer than it may.
    DayRating driving(int order) const {
        std::array<double, maxCycleWeeks> byWeek{};
        DayRating rating{true, 0, order};
        for (int week = 0; week < m_model.weeks(); ++week) {
            const auto twin = static_cast<std::size_t>(m_twins[static_cast<std::size_t>(week)]);
            double& minutes = byWeek[static_cast<std::size_t>(week)];
            minutes =
                static_cast<int>(twin) < week ? byWeek[twin] : drivingOf(m_model, m_bus, m_grid, week, order);
            rating.drivingMinutes += minutes;
            rating.isLawful =
                rating.isLawful && minutes <= static_cast<double>(m_model.bus(m_bus).maxDriving.count());
        }
        return rating;
    }

    bool isLawful(int order, int step, DayStarts* starts) const {
        const int breakChoices = std::max(1, m_mostStops - 1);
        for (int breakAt = 0; breakAt < breakChoices; ++breakAt) {
            if (holds({order, breakAt, true}, step, starts)
                || (m_mostStops > 2 && holds({order, breakAt, false}, step, starts))) {
                return true;
            }
        }
        return false;
    }

private:
    int siteAt(int session, int week) const {
        return m_grid.site[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)];
    }

    bool holds(const Choice& choice, int step, DayStarts* starts) const {
        DaySolver solver(m_model, m_bus, m_weekday, choice, m_lengths);
        for (int week = 0; week < m_model.weeks(); ++week) {
            if (m_twins[static_cast<std::size_t>(week)] == week && !solver.addTour(m_grid, week)) {
                return false;
            }
        }
        if (!solver.solve(step)) {
            return false;
        }
        for (int session = 0; starts && session < m_model.sessionCount(); ++session) {
            for (int week = 0; week < m_model.weeks(); ++week) {
                const int site = siteAt(session, week);
                (*starts)[static_cast<std::size_t>(session)][static_cast<std::size_t>(week)] =
                    site < 0 ? -1 : solver.startOf(session, site, week);
            }
        }
        return true;
    }

    const Model& m_model;
    int m_bus;
    int m_weekday;
    const DayGrid& m_grid;
    const DayStarts* m_lengths;
    std::array<int, maxCycleWeeks> m_twins{};
    int m_mostStops = 0;
};

} // namespace

int pauseOffset(const Model& model, const plan::SessionKind& kind, int length) {
    const auto slot = static_cast<int>(kind.slotOr(model.scenario().policy.slot).count());
    const int places = (length - static_cast<int>(kind.pause.count())) / slot;
    return (places + 1) / 2 * slot;
}

DayRating rateDay(const Model& model, int bus, int weekday, const DayGrid& grid, int step, DayStarts* starts,
                  const DayStarts* lengths) {
    const DayRater rater(model, bus, weekday, grid, lengths);
    std::optional<DayRating> best;
    for (int order = 0; order < static_cast<int>(model.tourOrders().size()); ++order) {
        DayRating rating = rater.driving(order);
        const bool isShorter = !best || !best->isLawful || rating.drivingMinutes < best->drivingMinutes;
        rating.isLawful = rating.isLawful && isShorter && rater.isLawful(order, step, starts);
        if (!best || rating.isLawful) {
            best = rating;
        }
    }
    return *best;
}

} // namespace medicobus::planner
