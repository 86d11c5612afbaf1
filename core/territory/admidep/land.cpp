// SPDX-License-Identifier: EUPL-1.2
#include "territory/admidep/land.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace medicobus::territory {
namespace {

constexpr std::array<AdmidepSpot, 16> outline{{{-40'000, -6'000},
                                               {-36'000, 14'000},
                                               {-24'000, 26'000},
                                               {-10'000, 24'000},
                                               {2'000, 34'000},
                                               {18'000, 33'000},
                                               {30'000, 26'000},
                                               {33'000, 12'000},
                                               {40'000, 2'000},
                                               {36'000, -14'000},
                                               {26'000, -20'000},
                                               {22'000, -33'000},
                                               {6'000, -36'000},
                                               {-6'000, -28'000},
                                               {-20'000, -31'000},
                                               {-32'000, -22'000}}};

constexpr std::array<AdmidepSpot, 5> aubrelle{
    {{-38'000, -10'000}, {-18'000, -4'000}, {0, -2'000}, {14'000, 6'000}, {34'000, 8'000}}};
constexpr std::array<AdmidepSpot, 4> vesonne{
    {{8'000, -34'000}, {-2'000, -22'000}, {3'000, -12'000}, {0, -2'000}}};
constexpr std::array<AdmidepSpot, 4> ombrette{
    {{-28'000, 20'000}, {-12'000, 16'000}, {2'000, 14'000}, {14'000, 6'000}}};

struct River {
    std::string_view name;
    std::span<const AdmidepSpot> course;
};
constexpr std::array<River, 3> rivers{{{"Aubrelle", aubrelle}, {"Vésonne", vesonne}, {"Ombrette", ombrette}}};

/// Whether a level line to the east crosses the outline an odd number of times, in whole numbers.
bool isInside(AdmidepSpot spot) {
    bool inside = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        AdmidepSpot low = outline[i];
        AdmidepSpot high = outline[(i + 1) % outline.size()];
        if (low.north > high.north) {
            std::swap(low, high);
        }
        if (spot.north < low.north || spot.north >= high.north) {
            continue;
        }
        const std::int64_t side = (high.east - low.east) * (spot.north - low.north)
                                  - (spot.east - low.east) * (high.north - low.north);
        inside ^= side > 0;
    }
    return inside;
}

std::int64_t squaredMetres(AdmidepSpot a, AdmidepSpot b) {
    return (a.east - b.east) * (a.east - b.east) + (a.north - b.north) * (a.north - b.north);
}

std::int64_t villageSpacing(AdmidepSpot spot) {
    if (isUpland(spot)) {
        return 3'500;
    }
    return riverNear(spot).empty() ? 2'700 : 2'300;
}

AdmidepSpot anywhere(Random& random) {
    const auto coordinate = [&](std::int64_t half) {
        return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(2 * half + 1))) - half;
    };
    const std::int64_t east = coordinate(40'000);
    return {east, coordinate(36'000)};
}

bool isFree(AdmidepSpot spot, const std::vector<AdmidepSettlement>& taken, std::int64_t spacing) {
    return std::none_of(taken.begin(), taken.end(), [&](const AdmidepSettlement& other) {
        return squaredMetres(spot, other.spot) < spacing * spacing;
    });
}

} // namespace

std::int64_t metresBetween(AdmidepSpot a, AdmidepSpot b) {
    // Exact below 2^53, and IEEE 754 rounds a square root one way only.
    return static_cast<std::int64_t>(std::sqrt(static_cast<double>(squaredMetres(a, b))));
}

GeoPoint toGeoPoint(AdmidepSpot spot) {
    constexpr std::int64_t unitsPerDegree = 100'000;
    constexpr std::int64_t middleLat = 4'660'000;
    constexpr std::int64_t middleLon = 255'000;
    constexpr std::int64_t metresPerLat = 111'195; // 6,371 km x pi / 180
    constexpr std::int64_t metresPerLon = 76'401;  // times cos 46.6 deg
    const std::int64_t lat = middleLat + spot.north * unitsPerDegree / metresPerLat;
    const std::int64_t lon = middleLon + spot.east * unitsPerDegree / metresPerLon;
    return {static_cast<double>(lat) / unitsPerDegree, static_cast<double>(lon) / unitsPerDegree};
}

std::string_view riverNear(AdmidepSpot spot) {
    constexpr std::int64_t walk = 2'000;
    constexpr std::int64_t steps = 32;
    for (const River& river : rivers) {
        for (std::size_t i = 0; i + 1 < river.course.size(); ++i) {
            const AdmidepSpot a = river.course[i];
            const AdmidepSpot b = river.course[i + 1];
            for (std::int64_t k = 0; k <= steps; ++k) {
                const AdmidepSpot water{a.east + (b.east - a.east) * k / steps,
                                        a.north + (b.north - a.north) * k / steps};
                if (squaredMetres(spot, water) <= walk * walk) {
                    return river.name;
                }
            }
        }
    }
    return {};
}

bool isUpland(AdmidepSpot spot) {
    constexpr AdmidepSpot summit{24'000, -10'000};
    constexpr std::int64_t radius = 14'000;
    return squaredMetres(spot, summit) < radius * radius;
}

std::vector<AdmidepSettlement> settle(Random& random) {
    struct Wave {
        Rank rank;
        std::size_t count;
        std::int64_t spacing; ///< 0: that of villages.
    };
    constexpr std::array<Wave, 4> waves{{{Rank::SousPrefecture, 2, 26'000},
                                         {Rank::Town, 6, 13'000},
                                         {Rank::MarketVillage, 16, 7'500},
                                         {Rank::Village, 275, 0}}};
    constexpr int patience = 20'000;
    std::vector<AdmidepSettlement> settled{{{1'000, -1'200}, Rank::Prefecture}};
    for (const Wave& wave : waves) {
        std::size_t placed = 0;
        for (int tries = 0; tries < patience && placed < wave.count; ++tries) {
            const AdmidepSpot spot = anywhere(random);
            if (!isInside(spot)) {
                continue;
            }
            if (isFree(spot, settled, wave.spacing > 0 ? wave.spacing : villageSpacing(spot))) {
                settled.push_back({spot, wave.rank});
                ++placed;
            }
        }
    }
    return settled;
}

} // namespace medicobus::territory
