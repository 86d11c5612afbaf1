// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "routing/single/plain/near.h"
#include "routing/single/tour.h"

namespace medicobus::routing::single {

/// A number in [0, bound) by one multiplication; its unevenness is below 2^-32.
inline int pick(Random& random, int bound) {
    return static_cast<int>((random.next() >> 32) * static_cast<std::uint64_t>(bound) >> 32);
}

/// Takes runs of near stations out of a tour and puts them back one by one where they cost least, after the
/// "slack induction by string removals" of Christiaens and Vanden Berghe (2020).
class Recreation {
public:
    Recreation(const Model& model, const Near& near) : m_model(model), m_near(near) {}

    /// Takes out up to `runs` runs of up to `longest` stations near the seed.
    void ruin(Tour& tour, int seed, int runs, int longest, Random& random);
    /// Puts back what can be; the rest stays in `absent`.
    void recreate(Tour& tour, Random& random);
    /// Out of the tour.
    std::vector<int>& absent() { return m_absent; }
    /// Stations with new neighbours since the last ruin.
    const std::vector<int>& touched() const { return m_touched; }

private:
    void takeRun(Tour& tour, int station, int longest, Random& random);
    void sortAbsent(Random& random);
    bool putBack(Tour& tour, int station, Random& random);

    const Model& m_model;
    const Near& m_near;
    std::vector<int> m_absent;
    std::vector<int> m_left;
    std::vector<int> m_touched;
};

} // namespace medicobus::routing::single
