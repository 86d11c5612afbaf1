// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::calendar {

/// The three groups of académies whose winter and spring holidays differ.
enum class SchoolZone { A, B, C };

/// A school holiday of one zone; both days are free of school.
struct SchoolHoliday {
    SchoolZone zone = SchoolZone::A;
    std::string name; ///< "Vacances d'hiver"
    Date first;
    Date last;
};

/// The school holidays that a file knows. They are decided each year by the ministry, so they are data and
/// never computed.
class SchoolCalendar {
public:
    /// Reads a CSV with the columns `zone, nom, premier_jour, dernier_jour` (ISO dates, both included).
    /// Errors: those of `CsvTable`, `school.zone`, `school.order` when a holiday ends before it begins, and
    /// `time.date`; each names file, line and column.
    [[nodiscard]] static Result<SchoolCalendar> parse(std::string_view text, const std::string& file);
    [[nodiscard]] static Result<SchoolCalendar> read(const std::string& file);

    const std::vector<SchoolHoliday>& holidays() const { return m_holidays; }
    /// The holiday of the zone that holds this date.
    std::optional<SchoolHoliday> on(Date date, SchoolZone zone) const;
    /// False for a date before the first or after the last holiday known of the zone: then `on` says nothing
    /// because nothing is known.
    bool knows(Date date, SchoolZone zone) const;

private:
    std::vector<SchoolHoliday> m_holidays;
};

namespace codes {
inline constexpr ErrorCode schoolZone{"school.zone"};
inline constexpr ErrorCode schoolOrder{"school.order"};
} // namespace codes

} // namespace medicobus::calendar
