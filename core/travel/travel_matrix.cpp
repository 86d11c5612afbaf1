// SPDX-License-Identifier: EUPL-1.2
#include "travel/travel_matrix.h"

#include "base/csv_table.h"

#include <fmt/format.h>

#include <cmath>

namespace medicobus::travel {

/// Degrees to the ten-millionth, a centimetre: what files and servers carry.
std::uint64_t TravelMatrix::keyOf(const GeoPoint& point) {
    constexpr double scale = 1e7;
    const auto part = [](double degrees) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::llround(degrees * scale)))
               & 0xFFFFFFFF;
    };
    return part(point.lat) << 32 | part(point.lon);
}

TravelMatrix::TravelMatrix(std::string kind, const std::vector<GeoPoint>& points, std::vector<float> seconds,
                           std::vector<float> metres, TravelEstimate lengths)
    : m_kind(std::move(kind)),
      m_size(points.size()),
      m_seconds(std::move(seconds)),
      m_metres(std::move(metres)),
      m_lengths(lengths) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        m_places.try_emplace(keyOf(points[i]), i);
    }
}

std::optional<std::size_t> TravelMatrix::legOf(const GeoPoint& from, const GeoPoint& to) const {
    const auto a = m_places.find(keyOf(from));
    const auto b = m_places.find(keyOf(to));
    if (a == m_places.end() || b == m_places.end()) {
        return std::nullopt;
    }
    return a->second * m_size + b->second;
}

Seconds TravelMatrix::time(const GeoPoint& from, const GeoPoint& to) const {
    if (keyOf(from) == keyOf(to)) {
        return Seconds(0);
    }
    const auto leg = legOf(from, to);
    return leg ? Seconds(m_seconds[*leg]) : unreachable;
}

Meters TravelMatrix::distance(const GeoPoint& from, const GeoPoint& to) const {
    if (m_metres.empty() || keyOf(from) == keyOf(to)) {
        return m_lengths.distance(from, to);
    }
    const auto leg = legOf(from, to);
    return {leg ? m_metres[*leg] : std::numeric_limits<double>::infinity()};
}

namespace {

Fault notSquare(const CsvTable& table, std::size_t line) {
    return fault(codes::travelNotSquare, {{"file", table.file()},
                                          {"line", fmt::format("{}", line)},
                                          {"expected", fmt::format("{}", table.header().size())}});
}

Result<TravelMatrix> matrixOf(const Result<CsvTable>& table, const std::vector<NamedPoint>& points,
                              const TravelEstimate& lengths) {
    if (!table) {
        return Fault(table.error());
    }
    if (table->rows().size() != table->header().size()) {
        return notSquare(*table, table->rows().size() + 1);
    }
    std::vector<std::size_t> columns;
    std::vector<GeoPoint> known;
    for (const NamedPoint& point : points) {
        const std::string_view name = point.id;
        const auto column = table->find(std::span(&name, 1));
        if (!column) {
            return fault(codes::travelMissingPoint, {{"file", table->file()}, {"value", point.id}});
        }
        columns.push_back(*column);
        known.push_back(point.point);
    }
    std::vector<float> seconds;
    seconds.reserve(known.size() * known.size());
    for (const std::size_t row : columns) {
        for (const std::size_t column : columns) {
            const auto cell = table->number(table->rows()[row], column, 0, std::numeric_limits<float>::max());
            if (!cell) {
                return Fault(cell.error());
            }
            seconds.push_back(static_cast<float>(cell->value_or(unreachable.count())));
        }
    }
    return TravelMatrix("matrix", known, std::move(seconds), {}, lengths);
}

} // namespace

Result<TravelMatrix> readMatrix(const std::filesystem::path& file, const std::vector<NamedPoint>& points,
                                const TravelEstimate& lengths) {
    return matrixOf(CsvTable::read(file.string()), points, lengths);
}

Result<TravelMatrix> parseMatrix(std::string_view text, const std::string& file,
                                 const std::vector<NamedPoint>& points, const TravelEstimate& lengths) {
    return matrixOf(CsvTable::parse(text, file), points, lengths);
}

} // namespace medicobus::travel
