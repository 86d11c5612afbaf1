// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"

#include <QMetaType>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace medicobus::app {

/// A tour as the map draws it: from the depot along the stops and back, as straight lines.
struct MapTour {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(bool isEmpty READ isEmpty)

public:
    std::vector<GeoPoint> depots;
    std::vector<GeoPoint> line;
    std::vector<GeoPoint> stops;
    /// Places that the plan visits on other days, drawn small.
    std::vector<GeoPoint> others;

    bool isEmpty() const { return line.empty() && others.empty(); }
    friend bool operator==(const MapTour&, const MapTour&) = default;
};

} // namespace medicobus::app
