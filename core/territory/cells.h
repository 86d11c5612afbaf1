// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "territory/contour_reader.h"

#include <vector>

namespace medicobus::territory {

/// Schematic contours for a map when no real ones are given: to each commune the land nearer to its point
/// than to any other (its Voronoi cell), within a disc whose radius follows from how far apart the communes
/// lie, so that the territory's edge is rounded.
///
/// An approximation on a local plane (degrees, longitude scaled by the cosine of the middle latitude), good
/// for a département; never to be shown as an administrative border. Each contour is one convex ring,
/// counter-clockwise and closed. A commune without a point has none; communes at the same point share one
/// shape. Takes a few milliseconds for 900 communes.
std::vector<Contour> schematicContours(const Territory& territory);

} // namespace medicobus::territory
