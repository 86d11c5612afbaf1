// SPDX-License-Identifier: EUPL-1.2
#include "territory/commune_reader.h"

#include "base/csv_table.h"
#include "base/file.h"
#include "territory/insee.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_map>

namespace medicobus::territory {
namespace {

constexpr double noBound = std::numeric_limits<double>::infinity();
using Column = std::optional<std::size_t>;

/// Where each fact stands in the file at hand.
struct Columns {
    std::size_t insee = 0;
    std::size_t name = 0;
    std::size_t population = 0;
    std::size_t lat = 0;
    std::size_t lon = 0;
    std::size_t apl = 0;
    Column department;
    Column postcodes;
    Column zoning;
    Column share65;
    Column coverage4g;
    Column emergency;
    Column pharmacy;
};

bool isDatedForm(std::string_view column, std::string_view stem) {
    constexpr std::size_t yearLength = 4;
    return column.size() == stem.size() + 1 + yearLength && column.starts_with(stem)
           && column[stem.size()] == '_' && std::all_of(column.end() - yearLength, column.end(), [](char c) {
                  return c >= '0' && c <= '9';
              });
}

/// The column of that plain name, else the one of the latest year (`apl_mg_2023` for the stem `apl_mg`).
Column findDated(const CsvTable& table, std::string_view plain, std::string_view stem) {
    const auto& header = table.header();
    Column best;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] == plain) {
            return i;
        }
        if (isDatedForm(header[i], stem) && (!best || header[i] > header[*best])) {
            best = i;
        }
    }
    return best;
}

Column findPlain(const CsvTable& table, std::string_view name) {
    return table.find(std::array{name});
}

Result<Columns> locate(const CsvTable& table) {
    Columns columns;
    Column population = findDated(table, "population", "population");
    Column apl = findDated(table, "apl", "apl_mg");
    struct Wanted {
        Column found;
        std::size_t Columns::*place;
        std::array<std::string_view, 2> names;
    };
    const std::array<Wanted, 6> required{{
        {findPlain(table, "insee"), &Columns::insee, {"insee", "insee"}},
        {findPlain(table, "nom"), &Columns::name, {"nom", "nom"}},
        {population, &Columns::population, {"population", "population_2023"}},
        {findPlain(table, "lat"), &Columns::lat, {"lat", "lat"}},
        {findPlain(table, "lon"), &Columns::lon, {"lon", "lon"}},
        {apl, &Columns::apl, {"apl", "apl_mg_2023"}},
    }};
    for (const Wanted& wanted : required) {
        if (!wanted.found) {
            const std::size_t distinct = wanted.names[0] == wanted.names[1] ? 1 : 2;
            return Fault(table.require(std::span(wanted.names).first(distinct)).error());
        }
        columns.*wanted.place = *wanted.found;
    }
    columns.department = findPlain(table, "departement");
    columns.postcodes = findPlain(table, "codes_postaux");
    columns.zoning = findPlain(table, "zonage_mg");
    columns.share65 = findDated(table, "part_65plus", "part_65plus");
    columns.coverage4g = findDated(table, "couv_4g", "couv_4g_meilleur");
    columns.emergency = findDated(table, "min_urgences", "min_urgences");
    columns.pharmacy = findDated(table, "min_pharmacie", "min_pharmacie");
    return columns;
}

std::vector<std::string> splitWords(const std::string& cell) {
    std::vector<std::string> words;
    for (std::size_t at = cell.find_first_not_of(' '); at != std::string::npos;) {
        const std::size_t end = std::min(cell.find(' ', at), cell.size());
        words.push_back(cell.substr(at, end - at));
        at = cell.find_first_not_of(' ', end);
    }
    return words;
}

/// Reads the cells of one line and keeps the first error, so that each fact is one call.
class Line {
public:
    Line(const CsvTable& table, const CsvTable::Row& row) : m_table(table), m_row(row) {}

    std::optional<double> number(Column column, double low, double high) {
        if (!column || m_error) {
            return std::nullopt;
        }
        const auto value = m_table.number(m_row, *column, low, high);
        if (!value) {
            m_error = value.error();
            return std::nullopt;
        }
        return *value;
    }

    std::optional<std::chrono::duration<double, std::ratio<60>>> minutes(Column column) {
        const auto value = number(column, 0, noBound);
        return value ? std::optional(std::chrono::duration<double, std::ratio<60>>(*value)) : std::nullopt;
    }

    std::optional<Zoning> zoning(Column column) {
        constexpr std::array<std::string_view, 4> names{"1_ZIP", "2_ZAC", "3_HZ", "4_ZAR"};
        if (!column || m_row.cells[*column].empty()) {
            return std::nullopt;
        }
        const auto at = std::find(names.begin(), names.end(), m_row.cells[*column]);
        if (at == names.end()) {
            fail(codes::territoryZoning, *column, "1_ZIP, 2_ZAC, 3_HZ, 4_ZAR");
            return std::nullopt;
        }
        return static_cast<Zoning>(at - names.begin());
    }

    std::optional<GeoPoint> point(std::size_t latColumn, std::size_t lonColumn) {
        const auto lat = number(latColumn, -90, 90);
        const auto lon = number(lonColumn, -180, 180);
        if (!m_error && lat.has_value() != lon.has_value()) {
            fail(codes::territoryHalfPoint, lat ? lonColumn : latColumn, lat ? "-180 … 180" : "-90 … 90");
        }
        return lat && lon ? std::optional(GeoPoint{*lat, *lon}) : std::nullopt;
    }

    void fail(ErrorCode code, std::size_t column, std::string expected) {
        if (!m_error) {
            m_error = m_table.faultAt(code, m_row, column, std::move(expected)).value();
        }
    }

    const std::optional<Error>& error() const { return m_error; }

private:
    const CsvTable& m_table;
    const CsvTable::Row& m_row;
    std::optional<Error> m_error;
};

Result<Commune> readCommune(const CsvTable& table, const CsvTable::Row& row, const Columns& columns) {
    auto insee = readInsee(table, row, columns.insee);
    if (!insee) {
        return Fault(std::move(insee.error()));
    }
    Line line(table, row);
    Commune commune;
    commune.insee = std::move(*insee);
    commune.name = row.cells[columns.name];
    if (commune.name.empty()) {
        line.fail(codes::territoryNoName, columns.name, {});
    }
    commune.department = columns.department && !row.cells[*columns.department].empty()
                             ? row.cells[*columns.department]
                             : departmentOf(commune.insee);
    commune.population = line.number(columns.population, 0, noBound);
    commune.point = line.point(columns.lat, columns.lon);
    commune.apl = line.number(columns.apl, 0, noBound);
    commune.zoning = line.zoning(columns.zoning);
    commune.share65 = line.number(columns.share65, 0, 100);
    // Fifteen communes of France have more than their whole area, measured on another outline.
    commune.coverage4g = line.number(columns.coverage4g, 0, 2);
    if (commune.coverage4g) {
        commune.coverage4g = std::min(*commune.coverage4g, 1.0);
    }
    commune.emergencyTime = line.minutes(columns.emergency);
    commune.pharmacyTime = line.minutes(columns.pharmacy);
    if (columns.postcodes) {
        commune.postcodes = splitWords(row.cells[*columns.postcodes]);
    }
    if (line.error()) {
        return Fault(*line.error());
    }
    return commune;
}

} // namespace

Result<Territory> parseCommunes(std::string_view text, const std::string& file) {
    const auto table = CsvTable::parse(text, file);
    if (!table) {
        return Fault(table.error());
    }
    const auto columns = locate(*table);
    if (!columns) {
        return Fault(columns.error());
    }
    if (table->rows().empty()) {
        return fault(codes::territoryNoCommune, {{"file", file}, {"line", "2"}});
    }
    Territory territory;
    territory.source = file;
    territory.communes.reserve(table->rows().size());
    std::unordered_map<std::string_view, std::size_t> lineOf;
    for (const CsvTable::Row& row : table->rows()) {
        auto commune = readCommune(*table, row, *columns);
        if (!commune) {
            return Fault(std::move(commune.error()));
        }
        const auto [first, isNew] = lineOf.emplace(row.cells[columns->insee], row.line);
        if (!isNew) {
            Fault twice = table->faultAt(codes::territoryDuplicateInsee, row, columns->insee);
            twice.value().with("first_line", std::to_string(first->second));
            return twice;
        }
        territory.communes.push_back(std::move(*commune));
    }
    return territory;
}

Result<Territory> readCommunes(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) {
        return Fault(text.error());
    }
    return parseCommunes(*text, path.string());
}

} // namespace medicobus::territory
