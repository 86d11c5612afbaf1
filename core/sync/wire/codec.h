// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "base/uuid.h"
#include "journal/operation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How bytes, identifiers and times stand in a message. Binary is base64url without padding (RFC 4648 section
// 5), in its only canonical spelling; identifiers are UUID texts; an instant is whole UTC milliseconds; the
// checksum of a page alone is hex.

namespace medicobus::sync {

using journal::DeviceId;
using journal::Hash;
using journal::OperationId;
using journal::Signature;
/// An Ed25519 or X25519 public key.
using PublicKey = std::array<std::uint8_t, 32>;

namespace codes {
using medicobus::codes::jsonRange;
/// Details: key (its place in the message), value, expected, cause.
inline constexpr ErrorCode badMessage{"sync.bad_message"};
} // namespace codes

std::string toBase64(std::string_view bytes);
void appendBase64(std::string& out, std::string_view bytes);
std::optional<std::string> fromBase64(std::string_view text);
std::string toHex(std::string_view bytes);
std::optional<std::string> fromHex(std::string_view text);

template <std::size_t Size>
std::string_view viewOf(const std::array<std::uint8_t, Size>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
template <std::size_t Size>
std::string toBase64(const std::array<std::uint8_t, Size>& bytes) {
    return toBase64(viewOf(bytes));
}
/// Nothing unless the text spells exactly that many bytes.
template <std::size_t Size>
std::optional<std::array<std::uint8_t, Size>> arrayFromBase64(std::string_view text) {
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->size() != Size) {
        return std::nullopt;
    }
    std::array<std::uint8_t, Size> out{};
    std::copy(bytes->begin(), bytes->end(), out.begin());
    return out;
}

/// Reads the object of a message with `read`, letting unknown keys pass. Error: `sync.bad_message` with key
/// (its place), value, expected, and cause (the reader's code).
[[nodiscard]] Result<void> readMessage(std::string_view body, const std::function<void(JsonReader&)>& read);
/// The same for what is parsed already.
[[nodiscard]] Result<void> readMessageIn(const Json& body, const std::function<void(JsonReader&)>& read);

// Fields; each records a failure in the reader when the key is missing or of another shape.

std::string readBytes(JsonReader& reader, std::string_view key);
Uuid readUuid(JsonReader& reader, std::string_view key);
Instant readInstant(JsonReader& reader, std::string_view key);
std::int64_t readSeq(JsonReader& reader, std::string_view key);
/// `{device: seq}`.
std::map<DeviceId, std::int64_t> readChains(JsonReader& reader, std::string_view key);
Json chainsToJson(const std::map<DeviceId, std::int64_t>& chains);
std::int64_t toMillis(Instant instant);

template <std::size_t Size>
std::array<std::uint8_t, Size> readArray(JsonReader& reader, std::string_view key) {
    const std::string text = reader.text(key);
    const auto bytes = arrayFromBase64<Size>(text);
    if (!bytes && reader.ok()) {
        reader.fail(codes::jsonRange, key, text, std::to_string(Size) + " bytes in base64url");
    }
    return bytes.value_or(std::array<std::uint8_t, Size>{});
}

/// One of the words of an enumeration, in the order of its values.
template <typename Enum, std::size_t Count>
Enum readWord(JsonReader& reader, std::string_view key, const std::array<std::string_view, Count>& words) {
    const std::string text = reader.text(key);
    for (std::size_t index = 0; index < Count; ++index) {
        if (words[index] == text) {
            return static_cast<Enum>(index);
        }
    }
    if (reader.ok()) {
        reader.fail(codes::jsonRange, key, text);
    }
    return Enum{};
}

} // namespace medicobus::sync
