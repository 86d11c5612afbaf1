// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

namespace medicobus::sync {

/// What a device may push and pull (the table "Who may" of the README).
enum class Role { Crew, Coordination, TownHall };

/// "crew", "coordination", "town_hall".
std::string_view codeOf(Role role);
std::optional<Role> parseRole(std::string_view code);

} // namespace medicobus::sync
