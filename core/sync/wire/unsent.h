// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace medicobus::sync {

/// What a device has recorded and its hub has not acknowledged. It is told by its age, so that a clock that
/// goes wrong misleads nobody.
struct Unsent {
    std::int64_t count = 0;
    std::chrono::seconds age{0}; ///< Of the oldest; 0 when nothing waits.

    friend bool operator==(const Unsent&, const Unsent&) = default;
};

/// Every call of a device's session bears it: `3; age=720`. Who does not know it passes it over.
inline constexpr const char* unsentHeader = "medicobus-unsent";

std::string textOf(const Unsent& unsent);
/// Nothing for a text that is none; what follows the age is for later versions.
std::optional<Unsent> readUnsent(std::string_view text);

} // namespace medicobus::sync
