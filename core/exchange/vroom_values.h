// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "exchange/vroom.h"

#include <initializer_list>

namespace medicobus::exchange {

// Values that VROOM writes and `JsonReader` does not know by itself; each records its fault with the reader.

inline constexpr std::int64_t largestVroomNumber = 1'000'000'000'000;

/// `exchange.unsupported` for each of these keys that the object has.
void refuse(JsonReader& reader, std::initializer_list<std::string_view> keys);

/// A whole number from 0 to `high`: identifiers and times since 1970 are beyond `JsonReader::whole`.
std::int64_t whole(JsonReader& reader, const std::string& place, const Json& value, std::int64_t high);
std::int64_t whole(JsonReader& reader, std::string_view key, std::int64_t otherwise);
/// An array of them; empty when the key is missing.
std::vector<std::int64_t> wholes(JsonReader& reader, const std::string& key, std::int64_t high);

/// `[opens, closes]`.
std::optional<routing::Window> readWindow(JsonReader& reader, const std::string& place, const Json& pair);
/// The windows under `time_windows`; empty when the key is missing.
std::vector<routing::Window> readWindows(JsonReader& reader);

/// A square of whole numbers, as large as `size` unless that is 0; empty when the key is missing.
std::vector<std::int64_t> readMatrix(JsonReader& reader, const std::string& key, int& size);

} // namespace medicobus::exchange
