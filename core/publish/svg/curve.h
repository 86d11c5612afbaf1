// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace medicobus::publish {

/// The best value known after so many seconds.
struct CurvePoint {
    double seconds = 0;
    double value = 0;
};

struct CurveWords {
    std::string title;
    std::string description;
    std::string seconds; ///< Name of the horizontal axis.
    std::string share;   ///< Name of the vertical axis: part of the bound.
    std::string bound;
    std::string last; ///< Beside the last point.
    char decimal = ',';
};

/// The anytime curve: steps of value against seconds, in per cent of the bound, which is a line of its own.
/// The vertical axis begins where the curve does and says so by its numbers. Nothing is drawn of a curve
/// without points or with a bound that is not positive.
std::string anytimeCurve(const std::vector<CurvePoint>& points, double bound, const CurveWords& words);

} // namespace medicobus::publish
