// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/web/metrics.h"

#include <fmt/format.h>

#include <iterator>

namespace medicobus::sync {

namespace {

void head(std::string& out, std::string_view name, std::string_view kind, std::string_view help) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, kind);
}

} // namespace

void Metrics::observe(const std::string& route, int status, std::chrono::nanoseconds took) {
    const double seconds = std::chrono::duration<double>(took).count();
    const std::lock_guard lock(m_guard);
    ++m_requests[{route, status}];
    Histogram& histogram = m_durations[route];
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        histogram.within[i] += seconds <= bounds[i] ? 1 : 0;
    }
    ++histogram.count;
    histogram.sum += seconds;
}

void Metrics::countStoreError(const std::string& code) {
    const std::lock_guard lock(m_guard);
    ++m_storeErrors[code];
}

std::string Metrics::text(const StoreTotals& totals, std::int64_t connections) const {
    std::string out;
    auto to = std::back_inserter(out);
    const std::lock_guard lock(m_guard);
    head(out, "medicobus_requests_total", "counter", "Answers by route and status.");
    for (const auto& [key, count] : m_requests) {
        fmt::format_to(to, "medicobus_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first,
                       key.second, count);
    }
    head(out, "medicobus_request_seconds", "histogram", "Time to an answer.");
    for (const auto& [route, histogram] : m_durations) {
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            fmt::format_to(to, "medicobus_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route,
                           bounds[i], histogram.within[i]);
        }
        fmt::format_to(to,
                       "medicobus_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n"
                       "medicobus_request_seconds_sum{{route=\"{0}\"}} {2}\n"
                       "medicobus_request_seconds_count{{route=\"{0}\"}} {1}\n",
                       route, histogram.count, histogram.sum);
    }
    head(out, "medicobus_store_errors_total", "counter", "Refusals by the database.");
    for (const auto& [code, count] : m_storeErrors) {
        fmt::format_to(to, "medicobus_store_errors_total{{code=\"{}\"}} {}\n", code, count);
    }
    const auto gauge = [&](std::string_view name, std::string_view help, std::int64_t value) {
        head(out, name, "gauge", help);
        fmt::format_to(to, "{} {}\n", name, value);
    };
    gauge("medicobus_connections", "Open connections.", connections);
    gauge("medicobus_operations", "Operations stored.", totals.operations);
    gauge("medicobus_waiting_claims", "Requests that wait for a decision.", totals.waitingClaims);
    gauge("medicobus_live_claims", "Places held.", totals.liveClaims);
    head(out, "medicobus_devices", "gauge", "Devices by state.");
    for (const auto& [state, count] : totals.devices) {
        fmt::format_to(to, "medicobus_devices{{state=\"{}\"}} {}\n", state, count);
    }
    return out;
}

} // namespace medicobus::sync
