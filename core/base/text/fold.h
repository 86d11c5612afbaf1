// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace medicobus {

/// The form under which names are compared and searched: lower case, without accents, ligatures spelt out,
/// hyphens and apostrophes as single spaces, "St" and "Ste" as "saint" and "sainte".
std::string foldForSearch(std::string_view text);

/// The offset of the first byte that is not UTF-8, or nothing when the text is well formed.
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

} // namespace medicobus
