// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/islands.h"

namespace medicobus::routing::single {

/// An island that knows how many iterations it has run.
class CountedIsland : public Island {
public:
    virtual std::uint64_t iterations() const = 0;
};

} // namespace medicobus::routing::single
