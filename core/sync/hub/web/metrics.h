// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/hub_store.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace medicobus::sync {

/// The figures of `/metrics`, counted since the start of this process. Thread-safe.
class Metrics {
public:
    void observe(const std::string& route, int status, std::chrono::nanoseconds took);
    void countStoreError(const std::string& code);
    /// Prometheus' text format 0.0.4.
    std::string text(const StoreTotals& totals, std::int64_t connections) const;

private:
    /// Upper bounds in seconds; what is slower counts under +Inf alone.
    static constexpr std::array<double, 9> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5};
    struct Histogram {
        std::array<std::int64_t, bounds.size()> within{};
        std::int64_t count = 0;
        double sum = 0;
    };

    mutable std::mutex m_guard;
    std::map<std::pair<std::string, int>, std::int64_t> m_requests;
    std::map<std::string, Histogram> m_durations;
    std::map<std::string, std::int64_t> m_storeErrors;
};

} // namespace medicobus::sync
