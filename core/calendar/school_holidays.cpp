// SPDX-License-Identifier: EUPL-1.2
#include "calendar/school_holidays.h"

#include "base/csv_table.h"
#include "base/file.h"

#include <algorithm>
#include <array>

namespace medicobus::calendar {
namespace {

struct Columns {
    std::size_t zone, name, first, last;
};

Result<Columns> findColumns(const CsvTable& table) {
    constexpr std::array<std::string_view, 4> names{"zone", "nom", "premier_jour", "dernier_jour"};
    std::array<std::size_t, 4> at{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto column = table.require(std::span(&names[i], 1));
        if (!column) {
            return Fault(column.error());
        }
        at[i] = *column;
    }
    return Columns{at[0], at[1], at[2], at[3]};
}

Result<SchoolHoliday> readHoliday(const CsvTable& table, const CsvTable::Row& row, const Columns& columns) {
    const std::string& zone = row.cells[columns.zone];
    if (zone != "A" && zone != "B" && zone != "C") {
        return table.faultAt(codes::schoolZone, row, columns.zone, "A B C");
    }
    const auto first = parseDate(row.cells[columns.first]);
    if (!first) {
        return table.faultAt(first.error().code(), row, columns.first, "2027-03-01");
    }
    const auto last = parseDate(row.cells[columns.last]);
    if (!last) {
        return table.faultAt(last.error().code(), row, columns.last, "2027-03-01");
    }
    if (*last < *first) {
        return table.faultAt(codes::schoolOrder, row, columns.last, row.cells[columns.first]);
    }
    return SchoolHoliday{static_cast<SchoolZone>(zone[0] - 'A'), row.cells[columns.name], *first, *last};
}

} // namespace

Result<SchoolCalendar> SchoolCalendar::parse(std::string_view text, const std::string& file) {
    const auto table = CsvTable::parse(text, file);
    if (!table) {
        return Fault(table.error());
    }
    const auto columns = findColumns(*table);
    if (!columns) {
        return Fault(columns.error());
    }
    SchoolCalendar calendar;
    for (const auto& row : table->rows()) {
        auto holiday = readHoliday(*table, row, *columns);
        if (!holiday) {
            return Fault(holiday.error());
        }
        calendar.m_holidays.push_back(std::move(*holiday));
    }
    return calendar;
}

Result<SchoolCalendar> SchoolCalendar::read(const std::string& file) {
    return readFile(file).and_then([&](const std::string& text) { return parse(text, file); });
}

std::optional<SchoolHoliday> SchoolCalendar::on(Date date, SchoolZone zone) const {
    const auto found = std::find_if(m_holidays.begin(), m_holidays.end(), [&](const SchoolHoliday& holiday) {
        return holiday.zone == zone && holiday.first <= date && date <= holiday.last;
    });
    return found == m_holidays.end() ? std::nullopt : std::optional(*found);
}

bool SchoolCalendar::knows(Date date, SchoolZone zone) const {
    bool isAfterOne = false;
    bool isBeforeOne = false;
    for (const SchoolHoliday& holiday : m_holidays) {
        if (holiday.zone == zone) {
            isAfterOne = isAfterOne || holiday.first <= date;
            isBeforeOne = isBeforeOne || date <= holiday.last;
        }
    }
    return isAfterOne && isBeforeOne;
}

} // namespace medicobus::calendar
