// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/neighbourhood/chance.h"
#include "routing/neighbourhood/draft.h"

namespace medicobus::routing::neighbourhood {

/// Takes some places out of a draft, so that the others can be arranged anew. Strings of stops near one place
/// follow Christiaens and Vanden Berghe (2020), "Slack induction by string removals".
class Ruin {
public:
    explicit Ruin(const Model& model) : m_model(model) {}

    /// Returns the absent place near which room was made, or -1.
    int apply(Draft& draft, Random& random);

private:
    std::size_t sizeFor(const Draft& draft, Random& random) const;
    int removeNear(Draft& draft, Random& random, std::size_t count);
    void removeSegment(Draft& draft, Random& random, std::size_t count);
    void removeAnywhere(Draft& draft, Random& random, std::size_t count);
    void removeTour(Draft& draft, Random& random);
    std::size_t removeString(Draft& draft, Random& random, int tour, int place, std::size_t length);
    int somePlace(const Draft& draft, Random& random, bool mustBeServed) const;

    const Model& m_model;
    std::vector<int> m_gone;
    std::vector<char> m_isHit;
};

} // namespace medicobus::routing::neighbourhood
