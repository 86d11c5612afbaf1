// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/board.h"

#include <vector>

namespace medicobus::planner {

/// Who gets how many consultations a year from which site, under a board's series.
class Deliveries {
public:
    Deliveries(const Model& model, const Board& board);

    /// Of general practice in all, no demand more than its need.
    double total() const;
    /// What a demand gets, at most its need.
    double to(int demand) const;
    /// A site's part of it.
    double from(int site, int demand) const;
    /// The site that gives a demand most, or -1.
    int mainSite(int demand) const;
    /// The demands that a site gives anything, most first.
    std::vector<int> servedBy(int site) const;

private:
    double offeredTo(int demand) const { return m_offered[static_cast<std::size_t>(demand)]; }

    const Model& m_model;
    std::vector<double> m_supply;  ///< By site, consultations offered a year.
    std::vector<double> m_offered; ///< By demand, before the cap at its need.
};

} // namespace medicobus::planner
