// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/board.h"

#include <vector>

namespace medicobus::planner {

/// One way to give a site one more half-day, or a whole day: in a free place, or in that of others. Gains
/// are of worth - lambda x driving.
struct Prospect {
    bool isPossible = false;
    std::vector<Placement> added; ///< One, or two of one bus-day.
    std::vector<Placement> removed;
    double gain = 0;               ///< Of the whole exchange.
    double lost = 0;               ///< By what is removed.
    double grossWorth = 0;         ///< Of what is added, before its driving.
    double drivingMinutesYear = 0; ///< Of what is added.

    /// Of what is added, driving paid.
    double worth() const { return gain + lost; }
};

/// Every lawful exchange on a board: one series, or all of a bus-day, against sessions at another site.
class Prospects {
public:
    Prospects(const Model& model, const Board& board);

    /// The exchange of greatest gain, which may be negative; not possible when no lawful one exists.
    Prospect best(int site) const;
    const Board& board() const { return m_board; }
    /// The board after the exchange.
    Board after(const Prospect& prospect) const;

private:
    /// A place to fill: what is taken away for it, and the sessions that may come instead.
    struct Hole {
        Board board;
        double lost = 0;
        std::vector<Placement> removed;
        std::vector<Placement> slots;                           ///< Without a site.
        std::vector<std::pair<Placement, Placement>> wholeDays; ///< Likewise.
    };

    void addHole(std::vector<Placement> removed);
    bool canSpare(const std::vector<Placement>& removed) const;
    void openFree();
    void openSeries();
    void openDays();
    bool isEmptyDay(const Board& board, int bus, int weekday, WeekMask weeks) const;
    void addWholeDay(Hole& hole, int bus, int weekday, WeekMask weeks) const;
    void trySlot(const Hole& hole, Placement placement, int site, Prospect& best) const;
    void tryWholeDay(const Hole& hole, Placement first, Placement second, int site, Prospect& best) const;

    const Model& m_model;
    Board m_board;
    std::vector<Hole> m_holes;
};

} // namespace medicobus::planner
