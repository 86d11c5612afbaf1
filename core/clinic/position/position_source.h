// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/position/whereabouts.h"

#include <functional>

namespace medicobus::clinic {

/// The device's receiver of positions; `platform/positioning` holds the real one. One owner thread, on which
/// it also answers.
class PositionSource {
public:
    /// Silent: it works and has no position now, as in a building.
    enum class Health { Good, Silent, Refused, Missing };

    virtual ~PositionSource() = default;
    /// Asks the system for positions until `stop`. Each is told once, in order; so is each change of health.
    virtual void start(std::function<void(const Fix&)> take, std::function<void(Health)> note) = 0;
    /// Nothing is asked of the system and nothing is told any more.
    virtual void stop() = 0;
};

} // namespace medicobus::clinic
