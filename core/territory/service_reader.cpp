// SPDX-License-Identifier: EUPL-1.2
#include "territory/service_reader.h"

#include "base/csv_table.h"
#include "base/file.h"
#include "territory/insee.h"

#include <array>
#include <span>

namespace medicobus::territory {
namespace {

/// The places of all these columns, in their order.
Result<std::vector<std::size_t>> locate(const CsvTable& table, std::span<const std::string_view> names) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto place = table.require(names.subspan(i, 1));
        if (!place) {
            return Fault(place.error());
        }
        at.push_back(*place);
    }
    return at;
}

Result<void> expectFilled(const CsvTable& table, const CsvTable::Row& row,
                          std::initializer_list<std::size_t> columns) {
    for (const std::size_t column : columns) {
        if (row.cells[column].empty()) {
            return table.faultAt(codes::territoryEmptyCell, row, column);
        }
    }
    return {};
}

std::vector<std::string> splitSources(std::string_view cell) {
    constexpr std::string_view separator = " ; ";
    std::vector<std::string> sources;
    for (;;) {
        const std::size_t at = cell.find(separator);
        sources.emplace_back(cell.substr(0, at));
        if (at == std::string_view::npos) {
            return sources;
        }
        cell.remove_prefix(at + separator.size());
    }
}

} // namespace

Result<std::vector<KnownStop>> parseKnownStops(std::string_view text, const std::string& file) {
    constexpr std::array<std::string_view, 9> names{
        "dispositif", "departement", "commune", "insee", "cadence", "jour", "creneau", "lieu", "source"};
    const auto table = CsvTable::parse(text, file);
    if (!table) {
        return Fault(table.error());
    }
    const auto at = locate(*table, names);
    if (!at) {
        return Fault(at.error());
    }
    const auto& place = *at;
    std::vector<KnownStop> stops;
    for (const CsvTable::Row& row : table->rows()) {
        const auto filled = expectFilled(*table, row, {place[0], place[2], place[8]});
        const auto insee = readInsee(*table, row, place[3]);
        if (!filled || !insee) {
            return Fault(filled ? insee.error() : filled.error());
        }
        const auto& cells = row.cells;
        stops.push_back({cells[place[0]], cells[place[1]], cells[place[2]], *insee, cells[place[4]],
                         cells[place[5]], cells[place[6]], cells[place[7]], splitSources(cells[place[8]])});
    }
    return stops;
}

Result<std::vector<KnownStop>> readKnownStops(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) {
        return Fault(text.error());
    }
    return parseKnownStops(*text, path.string());
}

Result<std::vector<ServiceFact>> parseServiceFacts(std::string_view text, const std::string& file) {
    constexpr std::array<std::string_view, 4> names{"theme", "dispositif", "fait", "source"};
    const auto table = CsvTable::parse(text, file);
    if (!table) {
        return Fault(table.error());
    }
    const auto at = locate(*table, names);
    if (!at) {
        return Fault(at.error());
    }
    const auto& place = *at;
    std::vector<ServiceFact> facts;
    for (const CsvTable::Row& row : table->rows()) {
        const auto filled = expectFilled(*table, row, {place[0], place[1], place[2], place[3]});
        if (!filled) {
            return Fault(filled.error());
        }
        facts.push_back({row.cells[place[0]], row.cells[place[1]], row.cells[place[2]], row.cells[place[3]]});
    }
    return facts;
}

Result<std::vector<ServiceFact>> readServiceFacts(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) {
        return Fault(text.error());
    }
    return parseServiceFacts(*text, path.string());
}

} // namespace medicobus::territory
