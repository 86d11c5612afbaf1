// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "plan/plan.h"
#include "territory/commune.h"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::plan {

enum class Role { Doctor, Specialist, Nurse, Assistant };

/// `doctor`, `specialist`, `nurse`, `assistant`: as files write them.
std::string_view roleName(Role role);
std::optional<Role> parseRole(std::string_view name);

/// The working time that one type of employment allows (`standards.md` section 11). What is absent is not
/// limited.
struct Employment {
    std::string id;
    std::optional<std::chrono::minutes> maxDay;      ///< Work of a day.
    std::optional<std::chrono::minutes> maxSpan;     ///< From leaving to coming back.
    std::optional<std::chrono::minutes> breakLength; ///< Due by six hours of work.
    std::optional<std::chrono::minutes> rest;        ///< Between two days of work.
    std::optional<std::chrono::minutes> weeklyRest;  ///< Once a week.
    std::optional<std::chrono::minutes> maxWeek;     ///< Work of any week.
    std::optional<std::chrono::minutes> maxAverage;  ///< Work of a week, on average over the cycle.
    std::optional<std::chrono::minutes> legalWeek;   ///< Nothing breaks beyond it; what exceeds it is shown.

    friend bool operator==(const Employment&, const Employment&) = default;
};

/// `salaried` (Code du travail L3121-16, -18, -20, -22, L3131-1, L3132-2), `public_service` (décret 2000-815)
/// and `self_employed`, which has no limit.
std::span<const Employment> knownEmployment();

/// When a person can work: hours of some weekdays in some weeks of the cycle.
struct Availability {
    std::vector<Weekday> days;
    TimeOfDay from{0};
    TimeOfDay to{24 * 60};
    std::vector<int> weeks; ///< Empty: every week.

    friend bool operator==(const Availability&, const Availability&) = default;
};

/// Someone of the crew, or a doctor who takes part from afar.
struct Person {
    PersonKey id;
    Role role = Role::Assistant;
    std::vector<std::string> skills;
    bool drives = false;
    /// May only be a doctor at a screen, never aboard.
    bool isRemote = false;
    std::string employment = "salaried";
    std::vector<Availability> available;
    /// Départements whose council authorised this person to practise in a mobile unit (CSP R4127-74).
    std::vector<std::string> departments;

    /// True when [from, to] of that day lies inside one availability.
    bool isAvailable(int week, Weekday day, TimeOfDay from, TimeOfDay to) const;
    bool hasSkills(const std::vector<std::string>& wanted) const;
    bool isAuthorisedIn(std::string_view department) const;

    friend bool operator==(const Person&, const Person&) = default;
};

/// `62` of 62765, `2A` of 2A004, `971` of 97105.
std::string departmentOf(const territory::InseeCode& commune);

} // namespace medicobus::plan
