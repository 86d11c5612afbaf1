// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/web/limits.h"

#include <algorithm>
#include <cmath>

namespace medicobus::sync {

namespace {

constexpr std::size_t mostBuckets = 100'000;

} // namespace

int Limits::take(const std::string& name, const Allowance& allowance, Instant now) {
    if (allowance.perSecond <= 0) {
        return 0;
    }
    const std::lock_guard lock(m_guard);
    if (m_buckets.size() > mostBuckets) {
        // Whoever comes again begins with a full bucket: forgetting is never unfair, only generous.
        m_buckets.clear();
    }
    const auto [at, isNew] = m_buckets.try_emplace(name, Bucket{allowance.burst, now});
    Bucket& bucket = at->second;
    const double seconds = std::chrono::duration<double>(now - bucket.at).count();
    // A clock that goes back gives nothing and takes nothing.
    bucket.tokens = std::min(allowance.burst, bucket.tokens + std::max(0.0, seconds) * allowance.perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return 0;
    }
    return static_cast<int>(std::ceil((1 - bucket.tokens) / allowance.perSecond));
}

} // namespace medicobus::sync
