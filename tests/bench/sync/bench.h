// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/hub/rig/ground.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace medicobus::bench {

using Seconds = std::chrono::duration<double>;
using testing::Ground;
using Timer = std::chrono::steady_clock;

inline double since(Timer::time_point begun) {
    return Seconds(Timer::now() - begun).count();
}

/// Times in order, to be asked for their quantiles.
class Times {
public:
    void add(double seconds) { m_seconds.push_back(seconds); }
    void add(const Times& other) {
        m_seconds.insert(m_seconds.end(), other.m_seconds.begin(), other.m_seconds.end());
    }
    std::size_t count() const { return m_seconds.size(); }
    /// Milliseconds below which this share of the times lie; 0 without any.
    double milliseconds(double share) const {
        if (m_seconds.empty()) {
            return 0;
        }
        std::vector<double> sorted = m_seconds;
        std::ranges::sort(sorted);
        const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5);
        return 1000 * sorted[at];
    }

private:
    std::vector<double> m_seconds;
};

struct BothWays {
    int operations = 10'000;
    std::string pouchdb; ///< Folder of the peer; empty: not run.
};
/// One tablet pushes what a second one pulls, with our production code; beside it PouchDB.
void measureBothWays(const std::string& hub, const std::string& database, const BothWays& options);

struct Crowd {
    int tablets = 1000;
    int operations = 36; ///< Of each.
    int atOnce = 16;
};
/// Many tablets, each with a session, a push and a pull.
void measureCrowd(const std::string& hub, const std::string& database, const Crowd& options);

struct Drip {
    int connections = 500;
    double seconds = 20;
};
/// A normal client alone, then beside connections that send a byte now and then.
void measureDrip(const std::string& hub, const std::string& database, const Drip& options);

} // namespace medicobus::bench
