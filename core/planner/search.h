// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "planner/board.h"
#include "planner/planner.h"

namespace medicobus::planner {

/// Large-neighbourhood search (Shaw 1998; Schrimpf et al. 2000) over series: takes a few away, fills the
/// holes greedily with a little noise, and accepts by a cooling threshold.
class Search {
public:
    Search(const Model& model, const Options& options, double bound);

    /// Places the locked series; the error names the first that cannot stand.
    [[nodiscard]] Result<void> placeLocked();
    /// Greedy construction: the series of best net gain per half-day, until none gains.
    void construct();
    /// Local search for the given number of iterations, or until stopped.
    void improve();

    const Board& best() const { return m_best; }
    std::uint64_t iterations() const { return m_iteration; }

private:
    /// A series that might be added, where it is still open.
    struct Candidate {
        Placement placement;
        double gain = 0; ///< Worth per session of the cycle, with noise.
        double net = 0;  ///< The same less half the round trip, as in a day with two sessions there.
    };
    /// One series, or two that fill an empty bus-day together, with the net gain per session.
    struct Step {
        Placement first;
        std::optional<Placement> second;
        double gain = 0;
    };

    /// A place for a series: the candidate's site is filled in when it is tried.
    using Openings = std::vector<Placement>;

    void fill(Board& board, double noise);
    bool placeBest(Board& board, double noise);
    Openings openings(const Board& board) const;
    bool isEmptyDay(const Board& board, int bus, int weekday, WeekMask weeks) const;
    bool isFirstEmptyDay(const Board& board, int bus, int weekday, WeekMask weeks) const;
    std::vector<Candidate> candidates(const Board& board, double noise);
    bool trySingle(const Board& board, const Candidate& candidate, const Openings& open, Step& best) const;
    void trySingles(const Board& board, std::vector<Candidate> candidates, const Openings& open,
                    Step& best) const;
    void tryPairs(const Board& board, const std::vector<Candidate>& partners, Step& best);
    void tryPair(const Board& board, const Candidate& a, const Candidate& b, int bus, int weekday,
                 Step& best);
    std::vector<Candidate> partnersAmong(const std::vector<Candidate>& found) const;
    double dayDriving(const Placement& first, const Placement& second);
    void ruin(Board& board);
    bool removeStranded(Board& board);
    void removeSome(Board& board);
    void removeSite(Board& board, int site);
    void replaceSite(Board& board);
    void removeDays(Board& board);
    void removeDay(Board& board);
    void removeAround(Board& board);
    bool shouldStop() const;
    void report();

    const Model& m_model;
    const Options& m_options;
    double m_bound;
    double m_lambda;
    Random m_random;
    std::vector<float> m_dayDriving; ///< By pair of sessions on an otherwise empty day; see `dayDriving`.
    Board m_current;
    Board m_best;
    int m_barred = -1; ///< A site that this repair leaves out.
    std::uint64_t m_iteration = 0;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_reported;
};

} // namespace medicobus::planner
