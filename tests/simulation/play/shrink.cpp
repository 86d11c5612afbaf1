// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/shrink.h"

#include <algorithm>

namespace medicobus::simulation {
namespace {

/// The smallest failing scenario so far, and how many tries are left.
class Shrinking {
public:
    Shrinking(const Scenario& failing, const std::function<bool(const Scenario&)>& fails, int runs)
        : m_best(failing), m_fails(fails), m_runs(runs) {}

    const Scenario& best() const { return m_best; }

    bool leaveOutSteps() {
        const std::size_t before = m_best.steps.size();
        for (std::size_t chunk = std::max<std::size_t>(before / 2, 1); m_runs > 0; chunk /= 2) {
            for (std::size_t from = 0; from < m_best.steps.size() && m_runs > 0;) {
                Scenario smaller = m_best;
                const auto first = smaller.steps.begin() + static_cast<std::ptrdiff_t>(from);
                const std::size_t end = std::min(from + chunk, smaller.steps.size());
                smaller.steps.erase(first, smaller.steps.begin() + static_cast<std::ptrdiff_t>(end));
                from = isTaken(smaller) ? from : end;
            }
            if (chunk == 1) {
                break;
            }
        }
        return m_best.steps.size() < before;
    }

    bool leaveOutMishaps() {
        bool isSmaller = false;
        for (std::size_t step = 0; step < m_best.steps.size(); ++step) {
            for (std::size_t index = 0; index < m_best.steps[step].mishaps.size() && m_runs > 0;) {
                Scenario smaller = m_best;
                auto& mishaps = smaller.steps[step].mishaps;
                mishaps.erase(mishaps.begin() + static_cast<std::ptrdiff_t>(index));
                if (isTaken(smaller)) {
                    isSmaller = true;
                } else {
                    ++index;
                }
            }
        }
        return isSmaller;
    }

    bool isSpent() const { return m_runs <= 0; }

private:
    bool isTaken(const Scenario& smaller) {
        --m_runs;
        if (!m_fails(smaller)) {
            return false;
        }
        m_best = smaller;
        return true;
    }

    Scenario m_best;
    const std::function<bool(const Scenario&)>& m_fails;
    int m_runs;
};

} // namespace

Scenario shrink(const Scenario& failing, const std::function<bool(const Scenario&)>& fails, int runs) {
    Shrinking shrinking(failing, fails, runs);
    for (bool goesOn = true; goesOn && !shrinking.isSpent();) {
        goesOn = shrinking.leaveOutSteps();
        goesOn = shrinking.leaveOutMishaps() || goesOn;
    }
    return shrinking.best();
}

} // namespace medicobus::simulation
