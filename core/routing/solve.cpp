// SPDX-License-Identifier: EUPL-1.2
#include "routing/solve.h"

#include "routing/budget.h"
#include "routing/check.h"
#include "routing/exact/exact.h"
#include "routing/neighbourhood/neighbourhood.h"
#include "routing/population/population.h"
#include "routing/schedule.h"
#include "routing/single/single.h"
#include "routing/verify.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace medicobus::routing {
namespace {

/// What a solver found, before anybody looked at it.
struct Found {
    Sequences sequences;
    bool isOptimal = false;
    std::uint64_t iterations = 0;
};

/// Sends each problem to the solver made for it, and believes none of them.
class Dispatch {
public:
    Dispatch(const Problem& problem, const Options& options)
        : m_problem(problem), m_options(options), m_budget(m_options) {
        m_options.onProgress = [this, tell = options.onProgress](const Progress& progress) {
            m_iterations = progress.iteration;
            if (tell) {
                tell(progress);
            }
        };
    }

    Result<Solution> solve() {
        if (fitsExact(m_problem)) {
            if (auto answer = solveExact(m_problem, m_budget)) {
                if (auto solution = accept({std::move(answer->sequences), true, 0})) {
                    return answer->dutiesLeft == 0 ? Result<Solution>(std::move(*solution))
                                                   : refuse(*solution);
                }
            }
        }
        if (const auto hopeless = firstHopeless()) {
            return infeasible(*hopeless);
        }
        std::optional<Solution> solution = search();
        if (!solution) {
            solution = accept(searched(searchNeighbourhood(m_problem, m_budget)));
        }
        if (!solution) {
            solution = *solutionOf(m_problem, {});
        }
        return dutiesLeft(*solution) == 0 ? Result<Solution>(std::move(*solution)) : refuse(*solution);
    }

private:
    /// The answer of the solver made for problems like this one; none when it found nothing lawful.
    std::optional<Solution> search() {
        if (fitsSingle(m_problem)) {
            SingleOrder order = orderSingle(m_problem, m_budget);
            if (!order.sequences.empty()) {
                return accept({std::move(order.sequences), order.isProven, order.iterations});
            }
        } else if (fitsPopulation(m_problem)) {
            Sequences sequences = searchPopulation(m_problem, m_budget);
            if (!sequences.empty()) {
                return accept(searched(std::move(sequences)));
            }
        }
        return std::nullopt;
    }

    Found searched(Sequences sequences) const {
        return {std::move(sequences), false, m_budget.isExhausted() ? m_iterations : m_options.iterations};
    }

    /// The solution with its times and figures; none when it breaks any rule but that duties be served, which
    /// is the caller's to judge.
    std::optional<Solution> accept(Found found) const {
        std::optional<Solution> solution = solutionOf(m_problem, found.sequences);
        if (solution) {
            solution->isOptimal = found.isOptimal;
            solution->iterations = found.iterations;
            solution->bound = found.isOptimal ? std::optional(solution->value()) : std::nullopt;
            const std::vector<Violation> violations = verify(m_problem, *solution);
            const bool isLawful =
                std::all_of(violations.begin(), violations.end(),
                            [](const Violation& violation) { return violation.rule == Rule::dutyServed; });
            solution = isLawful ? std::move(solution) : std::nullopt;
        }
        assert(solution);
        return solution;
    }

    std::size_t dutiesLeft(const Solution& solution) const {
        std::vector<bool> isServed(m_problem.places.size());
        for (const Route& route : solution.routes) {
            for (const Stop& stop : route.stops) {
                isServed[static_cast<std::size_t>(stop.place)] = true;
            }
        }
        std::size_t left = 0;
        for (std::size_t i = 0; i < isServed.size(); ++i) {
            left += isServed[i] || m_problem.places[i].prize ? 0U : 1U;
        }
        return left;
    }

    bool canServeAlone(int place, DayMask days) const {
        for (std::size_t i = 0; i < m_problem.vehicles.size() && days != 0; ++i) {
            const DayMask day = DayMask{1} << static_cast<unsigned>(m_problem.vehicles[i].day);
            if ((days & day) != 0 && schedule(m_problem, {static_cast<int>(i), {place}})) {
                days &= ~day;
            }
        }
        return days == 0;
    }

    bool isHopeless(int index) const {
        const Place& place = m_problem.places[static_cast<std::size_t>(index)];
        if (place.prize) {
            return false;
        }
        if (!place.patterns.empty()) {
            return std::none_of(place.patterns.begin(), place.patterns.end(),
                                [&](DayMask days) { return canServeAlone(index, days); });
        }
        for (std::size_t i = 0; i < m_problem.vehicles.size(); ++i) {
            if (schedule(m_problem, {static_cast<int>(i), {index}})) {
                return false;
            }
        }
        return true;
    }

    /// A duty that no vehicle can serve even alone.
    std::optional<int> firstHopeless() const {
        for (int place = 0; place < static_cast<int>(m_problem.places.size()); ++place) {
            if (isHopeless(place)) {
                return place;
            }
        }
        return std::nullopt;
    }

    Result<Solution> infeasible(int place) const {
        const std::string& name = m_problem.places[static_cast<std::size_t>(place)].name;
        return fault(codes::routingInfeasible, {{"value", name.empty() ? std::to_string(place) : name}});
    }

    Result<Solution> refuse(const Solution& solution) const {
        if (const auto hopeless = firstHopeless()) {
            return infeasible(*hopeless);
        }
        return fault(codes::routingNoneFound, {{"value", std::to_string(dutiesLeft(solution))}});
    }

    const Problem& m_problem;
    Options m_options;
    Budget m_budget;
    std::uint64_t m_iterations = 0;
};

} // namespace

Result<Solution> solve(const Problem& problem, const Options& options) {
    if (const auto checked = check(problem); !checked) {
        return Fault(checked.error());
    }
    return Dispatch(problem, options).solve();
}

} // namespace medicobus::routing
