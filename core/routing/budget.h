// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/solve.h"

#include <algorithm>

namespace medicobus::routing {

/// Says when a search must stop: a stop request or the time limit; the iterations are the search's own
/// affair. May be asked by several threads.
class Budget {
public:
    /// The options must outlive the budget.
    explicit Budget(const Options& options) : m_options(options) {}
    explicit Budget(Options&&) = delete;

    bool isExhausted() const {
        return m_options.stop.stop_requested()
               || (m_options.timeLimit && std::chrono::steady_clock::now() - m_start >= *m_options.timeLimit);
    }
    std::chrono::duration<double> elapsed() const { return std::chrono::steady_clock::now() - m_start; }
    /// Part of the budget that is used up, of iterations or of time, whichever is further: for cooling
    /// schedules when a time limit is set. Without one it depends on iterations alone.
    double used(std::uint64_t iteration) const {
        double part = m_options.iterations == 0
                          ? 1.0
                          : static_cast<double>(iteration) / static_cast<double>(m_options.iterations);
        if (m_options.timeLimit) {
            part = std::max(part, elapsed() / std::chrono::duration<double>(*m_options.timeLimit));
        }
        return std::min(part, 1.0);
    }
    const Options& options() const { return m_options; }

private:
    const Options& m_options;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace medicobus::routing
