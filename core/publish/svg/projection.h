// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"
#include "territory/contour_reader.h"

#include <string>
#include <vector>

namespace medicobus::publish {

struct Spot {
    double x = 0;
    double y = 0;
};

/// A place on the page, in units of the drawing.
struct Frame {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// From degrees to a frame, true to scale at the middle latitude and centred: good for a département.
class Projection {
public:
    /// Fits all these points; one degree around when they are fewer than two.
    Projection(const std::vector<GeoPoint>& points, const Frame& frame);

    Spot operator()(GeoPoint point) const;
    /// Units of the drawing in a kilometre.
    double unitsPerKilometre() const { return m_scale; }

private:
    double m_perLon = 1; ///< Kilometres in a degree.
    Spot m_origin;       ///< Of the frame's middle, in kilometres.
    Spot m_middle;       ///< Of the frame.
    double m_scale = 1;
};

/// Path data of contours on a grid of one unit, without points that fall together, so that neighbours
/// still meet: small and without gaps.
std::string pathOf(const territory::Contour& contour, const Projection& projection, double grid);

} // namespace medicobus::publish
