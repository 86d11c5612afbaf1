// SPDX-License-Identifier: EUPL-1.2
#include "planner/adapt/adapt.h"

#include <algorithm>
#include <cmath>

namespace medicobus::planner {

double probabilityAbove(int wanted, int sessions, double limit) {
    const double mean = sessions * limit;
    if (mean <= 0) {
        return 1;
    }
    // Each term from the one before, in logarithms: the first may be too small for a double.
    double logTerm = -mean;
    double sum = std::exp(logTerm);
    for (int k = 1; k <= wanted; ++k) {
        logTerm += std::log(mean) - std::log(static_cast<double>(k));
        sum += std::exp(logTerm);
    }
    return std::min(sum, 1.0);
}

double quantileAbove(int wanted, int sessions, double probability) {
    if (sessions <= 0) {
        return 0;
    }
    double low = 0;
    double high = (wanted + 10.0 * std::sqrt(wanted + 1.0) + 20.0) / sessions;
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (probabilityAbove(wanted, sessions, middle) > probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace medicobus::planner
