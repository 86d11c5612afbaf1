// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"

#include <cmath>

namespace medicobus::routing::neighbourhood {

/// The natural logarithm from basic operations alone, whose results are the same on every machine, as those
/// of the C library are not. For x > 0, to about 1e-12.
inline double logarithm(double x) {
    int exponent = 0;
    const double mantissa = std::frexp(x, &exponent); // In [0.5, 1).
    const double z = (mantissa - 0.75) / (mantissa + 0.75);
    double power = z;
    double sum = 0;
    for (int k = 1; k < 16; k += 2) {
        sum += power / k;
        power *= z * z;
    }
    constexpr double ln2 = 0.693147180559945309;
    constexpr double lnThreeQuarters = -0.287682072451780927;
    return 2 * sum + lnThreeQuarters + exponent * ln2;
}

/// A whole number in [0, bound), for an index.
inline std::size_t pick(Random& random, std::size_t bound) {
    return static_cast<std::size_t>(random.below(bound));
}

/// A temperature that falls from `first` to `last` at a constant rate (Kirkpatrick et al. 1983).
class Cooling {
public:
    Cooling(double first, double last) : m_first(first) {
        double ratio = last / first;
        for (double& root : m_roots) {
            ratio = std::sqrt(ratio);
            root = ratio;
        }
    }

    /// After the part `used` of the search, 0 to 1.
    double at(double used) const {
        double temperature = m_first;
        double left = used;
        double half = 0.5;
        for (const double root : m_roots) {
            if (left >= half) {
                temperature *= root;
                left -= half;
            }
            half /= 2;
        }
        return temperature;
    }

private:
    double m_first;
    double m_roots[12];
};

} // namespace medicobus::routing::neighbourhood
