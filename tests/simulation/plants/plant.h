// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"
#include "sync/http.h"
#include "sync/hub/hub_store.h"
#include "tests/simulation/oracle/violation.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string_view>
#include <vector>

namespace medicobus::simulation {

/// A known bug, put in front of or behind production code, that the simulation must find.
class Plant {
public:
    virtual ~Plant() = default;

    virtual std::string_view name() const = 0;
    /// The guarantee that it breaks.
    virtual Guarantee breaks() const = 0;

    /// A store that is wrong in its own way over the given one; null leaves it as it is.
    virtual std::unique_ptr<sync::HubStore> store(sync::HubStore&, const Clock&) const { return nullptr; }
    /// A device's end of the network that is wrong in its own way.
    virtual std::unique_ptr<sync::HubLink> link(sync::HubLink&) const { return nullptr; }
    /// Changes a device's database behind its back, each time it was opened.
    virtual void spoil(SQLite::Database&) const {}
};

/// All that are planted; each must be found.
const std::vector<std::unique_ptr<Plant>>& plants();

} // namespace medicobus::simulation
