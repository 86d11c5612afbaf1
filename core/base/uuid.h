// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace medicobus {

/// Fills a buffer with unpredictable bytes; the real one reads the operating system.
using Entropy = std::function<void(std::uint8_t* bytes, std::size_t count)>;

/// A 128-bit identifier, RFC 9562.
class Uuid {
public:
    Uuid() = default;
    explicit Uuid(const std::array<std::uint8_t, 16>& bytes) : m_bytes(bytes) {}

    /// A version 7 identifier: 48 bits of UTC milliseconds, then random bits (RFC 9562 section 5.7).
    static Uuid v7(Instant now, const Entropy& entropy);
    /// Reads the 36-character lower- or upper-case form.
    static std::optional<Uuid> parse(std::string_view text);

    std::string text() const;
    const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }
    bool isNil() const { return *this == Uuid(); }

    friend auto operator<=>(const Uuid&, const Uuid&) = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
};

/// A UUID that names one kind of thing, so that a patient cannot be passed for a visit.
template <typename Tag>
struct Id {
    Uuid value;

    static Id make(Instant now, const Entropy& entropy) { return {Uuid::v7(now, entropy)}; }
    std::string text() const { return value.text(); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// A text key that names one kind of thing, such as the id of a site or a series.
template <typename Tag>
struct Key {
    std::string value;

    friend auto operator<=>(const Key&, const Key&) = default;
    bool empty() const { return value.empty(); }
};

/// Bytes from the operating system's generator.
Entropy systemEntropy();

} // namespace medicobus
