// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"
#include "sync/hub/hub_store.h"

#include <memory>
#include <mutex>

namespace medicobus::sync {

/// The programme in force as the hub's operations make it, with what was decided of passages and closures.
struct PlanView {
    std::int64_t revision = 0;                        ///< The number of the last plan edit.
    Instant changedAt{};                              ///< When that was recorded.
    std::shared_ptr<const plan::Programme> programme; ///< None before the first publication.

    std::optional<plan::Occurrence> passage(std::string_view occurrence) const;
};

/// Makes the view again when a plan edit came, and keeps it for everybody meanwhile. Thread-safe.
class PlanViews {
public:
    /// Throws `StoreFailure`.
    std::shared_ptr<const PlanView> now(HubTransaction& transaction);

private:
    std::mutex m_guard;
    std::shared_ptr<const PlanView> m_last;
};

} // namespace medicobus::sync
