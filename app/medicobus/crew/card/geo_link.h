// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "base/geo.h"

#include <QString>
#include <QUrl>

namespace medicobus::app {

/// A place for the device's own navigation: a `geo:` URI (RFC 5870, latitude before longitude, WGS 84) with
/// the query by which Android's maps show a name at the point; a program that reads RFC 5870 alone goes to
/// the same point.
QUrl geoLink(const GeoPoint& point, const QString& label);

/// "48,512 35 ; -0,250 00": to be typed into a receiver that reads no link.
QString spokenPoint(const GeoPoint& point);

namespace codes {
/// Nothing on this device opens such a link. Details: value, the link's kind.
inline constexpr ErrorCode noProgram{"links.no_program"};
} // namespace codes

} // namespace medicobus::app
