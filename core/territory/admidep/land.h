// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"
#include "base/random.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace medicobus::territory {

/// A place of Admidep in whole metres east and north of its middle.
struct AdmidepSpot {
    std::int64_t east = 0;
    std::int64_t north = 0;
};

/// What a place is to those around it, largest first.
enum class Rank { Prefecture, SousPrefecture, Town, MarketVillage, Village };

struct AdmidepSettlement {
    AdmidepSpot spot;
    Rank rank = Rank::Village;
};

std::int64_t metresBetween(AdmidepSpot a, AdmidepSpot b);

/// The position on the globe, to 1e-5 degree.
GeoPoint toGeoPoint(AdmidepSpot spot);

/// The river within a walk of this place, or nothing.
std::string_view riverNear(AdmidepSpot spot);

/// True in the upland, where settlements are few.
bool isUpland(AdmidepSpot spot);

/// Settles the land, towns first, each rank at its own spacing; villages crowd along the rivers.
std::vector<AdmidepSettlement> settle(Random& random);

} // namespace medicobus::territory
