// SPDX-License-Identifier: EUPL-1.2
#include "plan/service/people.h"

#include <algorithm>
#include <array>

namespace medicobus::plan {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// In the order of `Role`.
constexpr std::array<std::string_view, 4> roleNames{"doctor", "specialist", "nurse", "assistant"};

Employment lawful(std::string id, minutes maxSpan) {
    Employment rules;
    rules.id = std::move(id);
    rules.maxDay = hours(10);
    rules.maxSpan = maxSpan;
    rules.breakLength = minutes(20);
    rules.rest = hours(11);
    rules.weeklyRest = hours(24 + 11);
    rules.maxWeek = hours(48);
    rules.maxAverage = hours(44);
    rules.legalWeek = hours(35);
    return rules;
}

Employment unlimited(std::string id) {
    Employment rules;
    rules.id = std::move(id);
    return rules;
}

} // namespace

std::string_view roleName(Role role) {
    return roleNames[static_cast<std::size_t>(role)];
}

std::optional<Role> parseRole(std::string_view name) {
    const auto at = std::ranges::find(roleNames, name);
    return at == roleNames.end() ? std::nullopt : std::optional(static_cast<Role>(at - roleNames.begin()));
}

std::span<const Employment> knownEmployment() {
    static const std::array<Employment, 3> known{
        lawful("salaried", hours(13)), lawful("public_service", hours(12)), unlimited("self_employed")};
    return known;
}

bool Person::isAvailable(int week, Weekday day, TimeOfDay from, TimeOfDay to) const {
    return std::ranges::any_of(available, [&](const Availability& hours) {
        return std::ranges::find(hours.days, day) != hours.days.end()
               && (hours.weeks.empty() || std::ranges::find(hours.weeks, week) != hours.weeks.end())
               && hours.from <= from && to <= hours.to;
    });
}

bool Person::hasSkills(const std::vector<std::string>& wanted) const {
    return std::ranges::all_of(
        wanted, [&](const std::string& skill) { return std::ranges::find(skills, skill) != skills.end(); });
}

bool Person::isAuthorisedIn(std::string_view department) const {
    return std::ranges::find(departments, department) != departments.end();
}

std::string departmentOf(const territory::InseeCode& commune) {
    const bool isOverseas = commune.value.starts_with("97") || commune.value.starts_with("98");
    return commune.value.substr(0, isOverseas ? 3 : 2);
}

} // namespace medicobus::plan
