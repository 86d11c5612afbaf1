// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/role.h"

#include <algorithm>
#include <array>

namespace medicobus::sync {
namespace {

constexpr std::array<std::string_view, 3> names{"crew", "coordination", "town_hall"};

} // namespace

std::string_view codeOf(Role role) {
    return names[static_cast<std::size_t>(role)];
}

std::optional<Role> parseRole(std::string_view code) {
    const auto at = std::find(names.begin(), names.end(), code);
    return at == names.end() ? std::nullopt : std::optional(static_cast<Role>(at - names.begin()));
}

} // namespace medicobus::sync
