// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

// JSON as text, several times as fast as the library where texts are plain ASCII and numbers whole, which is
// nearly all of what is exchanged. Whatever is less plain goes through the library, so that both agree.

namespace medicobus {

/// The value of a text whose brackets nest at most so deep; nothing for one that is badly formed, deeper, or
/// that only the library can tell.
std::optional<nlohmann::json> parsePlainJson(std::string_view text, int deepest);

/// The value of a text, or a discarded one when it is badly formed. For texts of our own: nesting has no
/// limit.
nlohmann::json parseJson(std::string_view text);

/// Appends what `dump()` gives, byte for byte. Throws as that does for what is not UTF-8.
void appendJson(std::string& out, const nlohmann::json& value);
/// The same for a text, in quotes.
void appendJsonText(std::string& out, std::string_view text);
std::string jsonText(const nlohmann::json& value);

} // namespace medicobus
