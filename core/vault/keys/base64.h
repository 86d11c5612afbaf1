// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace medicobus::vault {

/// Base64 for URLs, without padding (RFC 4648 section 5).
std::string toBase64(std::span<const std::uint8_t> bytes);
std::string toBase64(std::string_view bytes);
/// Nothing when the text is not of that form.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace medicobus::vault
