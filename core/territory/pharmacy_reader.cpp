// SPDX-License-Identifier: EUPL-1.2
#include "territory/pharmacy_reader.h"

#include "base/csv_table.h"
#include "base/file.h"
#include "territory/commune_reader.h"
#include "territory/insee.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace medicobus::territory {
namespace {

// Opening hours, as the source writes them:
//   hours = day *( "; " day )
//   day   = ( "Lu" / "Ma" / "Me" / "Je" / "Ve" / "Sa" / "Di" ) " " span *( " et " span )
//   span  = HH:MM "-" HH:MM

constexpr std::array<std::string_view, 7> dayNames{"Lu", "Ma", "Me", "Je", "Ve", "Sa", "Di"};

Fault hoursFault(std::string_view part) {
    return fault(
        codes::territoryOpeningHours,
        {{"value", std::string(part)}, {"expected", "Lu 08:00-13:00 et 14:00-19:00; Ma 09:00-12:00"}});
}

/// Cuts the text before the separator and moves past it; the whole text when there is none.
std::string_view cut(std::string_view& text, std::string_view separator) {
    const std::size_t at = text.find(separator);
    const std::string_view head = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + separator.size());
    return head;
}

Result<void> readDay(std::string_view part, std::vector<OpenSpan>& spans) {
    std::string_view rest = part;
    const auto day = std::find(dayNames.begin(), dayNames.end(), cut(rest, " "));
    if (day == dayNames.end() || rest.empty()) {
        return hoursFault(part);
    }
    const auto weekday = static_cast<Weekday>(day - dayNames.begin());
    const bool isTold =
        std::any_of(spans.begin(), spans.end(), [&](const auto& s) { return s.day == weekday; });
    TimeOfDay closed{-1};
    do {
        std::string_view span = cut(rest, " et ");
        const auto from = parseTimeOfDay(cut(span, "-"));
        const auto to = parseTimeOfDay(span);
        if (isTold || !from || !to || *from >= *to || *from < closed) {
            return hoursFault(part);
        }
        spans.push_back({weekday, *from, *to});
        closed = *to;
    } while (!rest.empty());
    return {};
}

constexpr std::array<std::string_view, 8> columnNames{"finess", "nom", "code_postal", "ville",
                                                      "insee",  "lat", "lon",         "horaires"};
enum Place : std::size_t { Finess, Name, Postcode, Town, Insee, Lat, Lon, Hours };
using Places = std::array<std::size_t, columnNames.size()>;

bool isFiness(std::string_view text) {
    constexpr std::size_t length = 9;
    const auto isAllowed = [](char c) { return (c >= '0' && c <= '9') || c == 'A' || c == 'B'; };
    return text.size() == length && std::all_of(text.begin(), text.end(), isAllowed);
}

Result<Pharmacy> readPharmacy(const CsvTable& table, const CsvTable::Row& row, const Places& at) {
    Pharmacy pharmacy{
        row.cells[at[Finess]], row.cells[at[Name]], row.cells[at[Postcode]], row.cells[at[Town]], {}, {}, {}};
    if (!isFiness(pharmacy.finess)) {
        return table.faultAt(codes::territoryFiness, row, at[Finess], "620012345");
    }
    if (!row.cells[at[Insee]].empty()) {
        auto insee = readInsee(table, row, at[Insee]);
        if (!insee) {
            return Fault(std::move(insee.error()));
        }
        pharmacy.insee = std::move(*insee);
    }
    const auto lat = table.number(row, at[Lat], -90, 90);
    const auto lon = table.number(row, at[Lon], -180, 180);
    if (!lat || !lon) {
        return Fault((lat ? lon : lat).error());
    }
    if (!*lat || !*lon) {
        return table.faultAt(codes::territoryHalfPoint, row, *lat ? at[Lon] : at[Lat]);
    }
    pharmacy.point = {**lat, **lon};
    if (!row.cells[at[Hours]].empty()) {
        auto hours = parseOpeningHours(row.cells[at[Hours]]);
        if (!hours) {
            return table.faultAt(codes::territoryOpeningHours, row, at[Hours],
                                 std::string(hours.error().detail("expected")));
        }
        pharmacy.opening = std::move(*hours);
    }
    return pharmacy;
}

} // namespace

Result<std::vector<OpenSpan>> parseOpeningHours(std::string_view text) {
    std::vector<OpenSpan> spans;
    do {
        const auto read = readDay(cut(text, "; "), spans);
        if (!read) {
            return Fault(read.error());
        }
    } while (!text.empty());
    return spans;
}

Result<std::vector<Pharmacy>> parsePharmacies(std::string_view text, const std::string& file) {
    const auto table = CsvTable::parse(text, file);
    if (!table) {
        return Fault(table.error());
    }
    Places at{};
    for (std::size_t i = 0; i < columnNames.size(); ++i) {
        const auto place = table->require(std::span(columnNames).subspan(i, 1));
        if (!place) {
            return Fault(place.error());
        }
        at[i] = *place;
    }
    std::vector<Pharmacy> pharmacies;
    std::unordered_map<std::string_view, std::size_t> lineOf;
    for (const CsvTable::Row& row : table->rows()) {
        auto pharmacy = readPharmacy(*table, row, at);
        if (!pharmacy) {
            return Fault(std::move(pharmacy.error()));
        }
        const auto [first, isNew] = lineOf.emplace(row.cells[at[Finess]], row.line);
        if (!isNew) {
            Fault twice = table->faultAt(codes::territoryDuplicateFiness, row, at[Finess]);
            twice.value().with("first_line", std::to_string(first->second));
            return twice;
        }
        pharmacies.push_back(std::move(*pharmacy));
    }
    return pharmacies;
}

Result<std::vector<Pharmacy>> readPharmacies(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) {
        return Fault(text.error());
    }
    return parsePharmacies(*text, path.string());
}

} // namespace medicobus::territory
