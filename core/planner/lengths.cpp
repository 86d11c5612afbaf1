// SPDX-License-Identifier: EUPL-1.2
#include "planner/lengths.h"

#include <bit>

namespace medicobus::planner {
namespace {

/// Lengthens one placement after another until none can gain.
class Stretch {
public:
    Stretch(const Model& model, const Board& board, const std::vector<Placement>& placements)
        : m_model(model), m_board(board), m_placements(placements), m_delivered(model.demands().size(), 0.0) {
        for (const Placement& placement : placements) {
            const auto length = model.session(placement.session).length;
            m_lengths.push_back(static_cast<int>(length.count()));
            m_isStuck.push_back(!isHalfDayFree(m_isStuck.size()));
            supply(placement, model.offerPerCycleSession(placement.session));
        }
    }

    std::vector<int> run() {
        for (int next = mostWorth(); next >= 0; next = mostWorth()) {
            const auto at = static_cast<std::size_t>(next);
            const double offer = extraOffer(at);
            lengthen(at, slotOf(at));
            const bool fits = isLawful(m_placements[at]);
            if (!fits) {
                lengthen(at, -slotOf(at));
            }
            for (std::size_t other = 0; other < m_placements.size(); ++other) {
                if (isSameHalfDay(at, other) && fits) {
                    supply(m_placements[other], offer);
                } else if (isSameHalfDay(at, other)) {
                    // Other sessions only grow, so it never fits again.
                    m_isStuck[other] = true;
                }
            }
        }
        return m_lengths;
    }

private:
    /// A site keeps the hours of a half-day in all its weeks, also where two series share them.
    bool isSameHalfDay(std::size_t a, std::size_t b) const {
        const Placement& first = m_placements[a];
        const Placement& second = m_placements[b];
        return first.site == second.site && first.bus == second.bus && first.weekday == second.weekday
               && first.session == second.session;
    }

    void lengthen(std::size_t at, int minutes) {
        for (std::size_t other = 0; other < m_placements.size(); ++other) {
            m_lengths[other] += isSameHalfDay(at, other) ? minutes : 0;
        }
    }

    bool isHalfDayFree(std::size_t at) const {
        for (std::size_t other = 0; other < m_placements.size(); ++other) {
            if (isSameHalfDay(at, other) && !isFree(m_placements[other])) {
                return false;
            }
        }
        return true;
    }

    const plan::SessionKind& kindOf(std::size_t at) const {
        return m_model.session(m_placements[at].session);
    }
    int slotOf(std::size_t at) const {
        return static_cast<int>(kindOf(at).slotOr(m_model.scenario().policy.slot).count());
    }

    /// A locked series that names its time keeps its length.
    bool isFree(const Placement& placement) const {
        const plan::SessionKind& kind = m_model.session(placement.session);
        const auto& locked = m_model.scenario().locked;
        const bool isFixed =
            placement.isLocked && std::any_of(locked.begin(), locked.end(), [&](const plan::Series& series) {
                return series.hasTime() && series.site == m_model.site(placement.site).id
                       && series.session == kind.id && static_cast<int>(series.weekday) == placement.weekday;
            });
        return m_model.scenario().findSession(kind.id)->isFree() && !isFixed;
    }

    void supply(const Placement& placement, double offer) {
        const double supplied = offer * std::popcount(placement.weeks);
        for (const Catch& entry : m_model.catchment(placement.site, m_model.needOf(placement.session))) {
            m_delivered[static_cast<std::size_t>(entry.demand)] += supplied * entry.share;
        }
    }

    double extraOffer(std::size_t at) const {
        const std::chrono::minutes length(m_lengths[at]);
        return m_model.offerOf(kindOf(at), length + std::chrono::minutes(slotOf(at)))
               - m_model.offerOf(kindOf(at), length);
    }

    double gainOf(std::size_t at) const {
        const Placement& placement = m_placements[at];
        const double supplied = extraOffer(at) * std::popcount(placement.weeks);
        double gain = 0;
        for (const Catch& entry : m_model.catchment(placement.site, m_model.needOf(placement.session))) {
            const auto j = static_cast<std::size_t>(entry.demand);
            const Demand& demand = m_model.demands()[j];
            gain += m_model.worthOf(demand, m_delivered[j] + supplied * entry.share)
                    - m_model.worthOf(demand, m_delivered[j]);
        }
        return gain;
    }

    int mostWorth() const {
        int best = -1;
        double most = 1e-9;
        for (std::size_t at = 0; at < m_placements.size(); ++at) {
            const auto longest = m_model.scenario().findSession(kindOf(at).id)->length.count();
            if (m_isStuck[at] || m_lengths[at] + slotOf(at) > longest) {
                continue;
            }
            if (const double gain = gainOf(at); gain > most) {
                most = gain;
                best = static_cast<int>(at);
            }
        }
        return best;
    }

    bool isLawful(const Placement& placement) const {
        const DayGrid& grid = m_board.day(placement.bus, placement.weekday);
        const DayStarts lengths =
            lengthsOfDay(m_model, placement.bus, placement.weekday, m_placements, m_lengths);
        const DayRating planned = rateDay(m_model, placement.bus, placement.weekday, grid);
        const DayRating rating =
            rateDay(m_model, placement.bus, placement.weekday, grid, 1, nullptr, &lengths);
        return rating.isLawful && rating.order == planned.order;
    }

    const Model& m_model;
    const Board& m_board;
    const std::vector<Placement>& m_placements;
    std::vector<double> m_delivered;
    std::vector<int> m_lengths;
    std::vector<bool> m_isStuck;
};

} // namespace

std::vector<int> stretchedLengths(const Model& model, const Board& board,
                                  const std::vector<Placement>& placements) {
    return Stretch(model, board, placements).run();
}

DayStarts lengthsOfDay(const Model& model, int bus, int weekday, const std::vector<Placement>& placements,
                       const std::vector<int>& lengths) {
    DayStarts out{};
    for (std::size_t i = 0; i < placements.size(); ++i) {
        const Placement& placement = placements[i];
        for (int week = 0; placement.bus == bus && placement.weekday == weekday && week < model.weeks();
             ++week) {
            if (placement.weeks >> week & 1) {
                out[static_cast<std::size_t>(placement.session)][static_cast<std::size_t>(week)] = lengths[i];
            }
        }
    }
    return out;
}

} // namespace medicobus::planner
