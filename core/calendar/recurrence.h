// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <optional>
#include <string>
#include <vector>

namespace medicobus::calendar {

/// The subset of RFC 5545 recurrence rules that visits need (`standards.md` section 3).
struct Recurrence {
    enum class Frequency { Weekly, Monthly };
    Frequency frequency = Frequency::Weekly;
    int interval = 1; ///< Every n-th week (from the week of the start) or month.
    struct ByDay {
        Weekday day;
        int nth = 0; ///< Monthly only: 1..4, or -1 for the last.

        friend bool operator==(const ByDay&, const ByDay&) = default;
    };
    std::vector<ByDay> byDay;  ///< Weekly only: none stands for the weekday of the start.
    std::optional<Date> until; ///< Inclusive.

    friend bool operator==(const Recurrence&, const Recurrence&) = default;

    /// Reads `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20271231;WKST=MO`; anything outside the subset is
    /// `rrule.unsupported` or `rrule.syntax`, naming the part.
    [[nodiscard]] static Result<Recurrence> parse(std::string_view text);
    /// The rule as a feed writes it, always with its WKST.
    std::string text() const;
};

/// A rule with the dates it starts from, leaves out and adds.
struct RecurrenceSet {
    Date start;
    std::optional<Recurrence> rule;
    std::vector<Date> excluded; ///< EXDATE
    std::vector<Date> added;    ///< RDATE
};

/// Every date of the set within [from, until], ascending, each once. With a rule the start counts only when
/// the rule gives it; without one it is a date of its own. An excluded date is left out even when it was
/// added.
std::vector<Date> expand(const RecurrenceSet& set, Date from, Date until);

namespace codes {
inline constexpr ErrorCode rruleSyntax{"rrule.syntax"};
inline constexpr ErrorCode rruleUnsupported{"rrule.unsupported"};
} // namespace codes

} // namespace medicobus::calendar
