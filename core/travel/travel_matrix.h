// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "travel/travel_model.h"

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace medicobus::travel {

/// A point that a matrix knows by a name: a commune's INSEE code, a site's or a bus's id.
struct NamedPoint {
    std::string id;
    GeoPoint point;
};

/// No road leads there.
inline constexpr Seconds unreachable{std::numeric_limits<double>::infinity()};

/// Driving times between known points, as a road engine measured them. A point that it does not know cannot
/// be reached: nothing is guessed.
class TravelMatrix : public TravelModel {
public:
    /// `seconds` and `metres` are square, row by row, infinite where no road leads; `metres` may be empty:
    /// then lengths are those of `lengths`. `kind` is "matrix" or "osrm".
    TravelMatrix(std::string kind, const std::vector<GeoPoint>& points, std::vector<float> seconds,
                 std::vector<float> metres, TravelEstimate lengths);

    Seconds time(const GeoPoint& from, const GeoPoint& to) const override;
    Meters distance(const GeoPoint& from, const GeoPoint& to) const override;
    std::string_view kind() const override { return m_kind; }
    bool knows(const GeoPoint& point) const { return m_places.contains(keyOf(point)); }

private:
    static std::uint64_t keyOf(const GeoPoint& point);
    std::optional<std::size_t> legOf(const GeoPoint& from, const GeoPoint& to) const;

    std::string m_kind;
    std::unordered_map<std::uint64_t, std::size_t> m_places;
    std::size_t m_size;
    std::vector<float> m_seconds;
    std::vector<float> m_metres;
    TravelEstimate m_lengths;
};

/// Reads a matrix of seconds: a header of ids, then as many rows of as many numbers, row i from id i; an
/// empty cell where no road leads. Ids that `points` lacks are passed over.
/// Errors: those of `CsvTable`; `travel.not_square`; `travel.missing_point` names the first of `points` that
/// the header lacks.
[[nodiscard]] Result<TravelMatrix> readMatrix(const std::filesystem::path& file,
                                              const std::vector<NamedPoint>& points,
                                              const TravelEstimate& lengths);
/// As `readMatrix`, from a text; `file` only names it in errors.
[[nodiscard]] Result<TravelMatrix> parseMatrix(std::string_view text, const std::string& file,
                                               const std::vector<NamedPoint>& points,
                                               const TravelEstimate& lengths);

namespace codes {
inline constexpr ErrorCode travelNotSquare{"travel.not_square"};       ///< file, line, expected
inline constexpr ErrorCode travelMissingPoint{"travel.missing_point"}; ///< file, value
} // namespace codes

} // namespace medicobus::travel
