// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/prospect.h"

#include <algorithm>
#include <bit>

namespace medicobus::planner {
namespace {

void take(Board& board, const Placement& placement) {
    const auto& all = board.placements();
    const auto at = std::ranges::find(all, placement);
    if (at != all.end()) {
        board.remove(static_cast<std::size_t>(at - all.begin()));
    }
}

} // namespace

Prospects::Prospects(const Model& model, const Board& board) : m_model(model), m_board(board) {
    openFree();
    openSeries();
    openDays();
}

bool Prospects::isEmptyDay(const Board& board, int bus, int weekday, WeekMask weeks) const {
    for (int session = 0; session < m_model.sessionCount(); ++session) {
        if (!board.day(bus, weekday).isFree(session, weeks)) {
            return false;
        }
    }
    return true;
}

void Prospects::addHole(std::vector<Placement> removed) {
    Hole hole{m_board, 0, std::move(removed), {}, {}};
    for (const Placement& placement : hole.removed) {
        take(hole.board, placement);
    }
    hole.lost = m_board.total() - hole.board.total();
    m_holes.push_back(std::move(hole));
}

/// Whether what is left at their sites can stand without these.
bool Prospects::canSpare(const std::vector<Placement>& removed) const {
    Board left = m_board;
    for (const Placement& placement : removed) {
        take(left, placement);
    }
    return std::ranges::all_of(removed,
                               [&](const Placement& placement) { return left.isSiteLawful(placement.site); });
}

void Prospects::addWholeDay(Hole& hole, int bus, int weekday, WeekMask weeks) const {
    for (int first = 0; first < m_model.sessionCount(); ++first) {
        for (int second = first + 1; second < m_model.sessionCount(); ++second) {
            hole.wholeDays.push_back(
                {{-1, bus, weekday, first, weeks, false}, {-1, bus, weekday, second, weeks, false}});
        }
    }
}

/// What nobody holds yet.
void Prospects::openFree() {
    addHole({});
    Hole& hole = m_holes.back();
    for (const WeekMask weeks : m_model.patterns()) {
        for (int bus = 0; bus < m_model.busCount(); ++bus) {
            for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                if (!m_model.isWorkday(bus, weekday)) {
                    continue;
                }
                if (isEmptyDay(m_board, bus, weekday, weeks)) {
                    addWholeDay(hole, bus, weekday, weeks);
                }
                for (int session = 0; session < m_model.sessionCount(); ++session) {
                    if (m_board.day(bus, weekday).isFree(session, weeks)) {
                        hole.slots.push_back({-1, bus, weekday, session, weeks, false});
                    }
                }
            }
        }
    }
}

/// The place of each series that is not locked.
void Prospects::openSeries() {
    for (const Placement& placement : m_board.placements()) {
        if (placement.isLocked || !canSpare({placement})) {
            continue;
        }
        addHole({placement});
        for (int session = 0; session < m_model.sessionCount(); ++session) {
            Placement slot = placement;
            slot.site = -1;
            slot.session = session;
            m_holes.back().slots.push_back(slot);
        }
    }
}

/// Whole days on which something is held and nothing is locked.
void Prospects::openDays() {
    for (const WeekMask weeks : m_model.patterns()) {
        for (int bus = 0; bus < m_model.busCount(); ++bus) {
            for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                std::vector<Placement> held;
                bool isWhole = true;
                for (const Placement& placement : m_board.placements()) {
                    if (placement.bus == bus && placement.weekday == weekday
                        && (placement.weeks & weeks) != 0) {
                        held.push_back(placement);
                        isWhole = isWhole && !placement.isLocked && (placement.weeks & ~weeks) == 0;
                    }
                }
                if (!held.empty() && isWhole && canSpare(held)) {
                    addHole(std::move(held));
                    addWholeDay(m_holes.back(), bus, weekday, weeks);
                }
            }
        }
    }
}

void Prospects::trySlot(const Hole& hole, Placement placement, int site, Prospect& best) const {
    placement.site = site;
    const double worth = hole.board.worthOfSessions(site, placement.session, std::popcount(placement.weeks));
    if (best.isPossible && worth - hole.lost <= best.gain) {
        return; // Not even without a drive.
    }
    const auto driving = hole.board.drivingGain(placement);
    if (!driving) {
        return;
    }
    const double gain = worth - m_model.scenario().policy.lambda * *driving - hole.lost;
    if (!best.isPossible || gain > best.gain) {
        best = {true, {placement}, hole.removed, gain, hole.lost, worth, *driving};
    }
}

void Prospects::tryWholeDay(const Hole& hole, Placement first, Placement second, int site,
                            Prospect& best) const {
    first.site = second.site = site;
    const int weeks = std::popcount(first.weeks);
    const double one = hole.board.worthOfSessions(site, first.session, weeks);
    const double other = hole.board.worthOfSessions(site, second.session, weeks);
    // V is concave: two are worth no more than the sum of each.
    if (best.isPossible && one + other - hole.lost <= best.gain) {
        return;
    }
    const auto driving = hole.board.drivingGain(first, second);
    if (!driving) {
        return;
    }
    Board after = hole.board;
    after.place(first);
    const double worth = one + after.worthOfSessions(site, second.session, weeks);
    const double gain = worth - m_model.scenario().policy.lambda * *driving - hole.lost;
    if (!best.isPossible || gain > best.gain) {
        best = {true, {first, second}, hole.removed, gain, hole.lost, worth, *driving};
    }
}

Prospect Prospects::best(int site) const {
    Prospect best;
    for (const Hole& hole : m_holes) {
        // Giving a site its own place again is no exchange.
        if (std::ranges::find(hole.removed, site, &Placement::site) != hole.removed.end()) {
            continue;
        }
        for (const Placement& slot : hole.slots) {
            if (hole.board.admits(site, slot.weeks)) {
                trySlot(hole, slot, site, best);
            }
        }
        for (const auto& [first, second] : hole.wholeDays) {
            if (hole.board.admits(site, first.weeks, 2)) {
                tryWholeDay(hole, first, second, site, best);
            }
        }
    }
    return best;
}

Board Prospects::after(const Prospect& prospect) const {
    Board board = m_board;
    for (const Placement& placement : prospect.removed) {
        take(board, placement);
    }
    for (const Placement& placement : prospect.added) {
        board.place(placement);
    }
    return board;
}

} // namespace medicobus::planner
