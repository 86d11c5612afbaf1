// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/holes.h"

#include <algorithm>
#include <bit>

namespace medicobus::planner {
namespace {

std::vector<Placement> freeHalfDays(const Model& model, const Board& board) {
    std::vector<Placement> open;
    for (int bus = 0; bus < model.busCount(); ++bus) {
        for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
            for (int session = 0; session < model.sessionCount() && model.isWorkday(bus, weekday);
                 ++session) {
                for (const WeekMask weeks : model.patterns()) {
                    if (board.day(bus, weekday).isFree(session, weeks)) {
                        open.push_back({-1, bus, weekday, session, weeks, false});
                    }
                }
            }
        }
    }
    return open;
}

/// Sites by what one more session there would bring, best first.
std::vector<std::pair<double, int>> ranked(const Model& model, const Board& board, int session,
                                           WeekMask weeks) {
    const int count = std::popcount(weeks);
    std::vector<std::pair<double, int>> sites;
    for (int site = 0; site < model.siteCount(); ++site) {
        if (board.admits(site, weeks)) {
            const double gain = board.worthOfSessions(site, session, count) / count;
            if (gain > 0) {
                sites.emplace_back(-gain, site);
            }
        }
    }
    std::sort(sites.begin(), sites.end());
    return sites;
}

} // namespace

void fillHoles(const Model& model, Board& board) {
    const double lambda = model.scenario().policy.lambda;
    for (;;) {
        Placement best;
        double bestGain = 1e-9;
        for (Placement trial : freeHalfDays(model, board)) {
            for (const auto& [lost, site] : ranked(model, board, trial.session, trial.weeks)) {
                if (-lost <= bestGain) {
                    break;
                }
                trial.site = site;
                const auto driving = board.drivingGain(trial);
                const double gain = driving ? -lost - lambda * *driving / std::popcount(trial.weeks) : 0.0;
                if (gain > bestGain) {
                    bestGain = gain;
                    best = trial;
                }
            }
        }
        if (bestGain <= 1e-9) {
            return;
        }
        board.place(best);
    }
}

} // namespace medicobus::planner
