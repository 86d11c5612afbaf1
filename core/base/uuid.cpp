// SPDX-License-Identifier: EUPL-1.2
#include "base/uuid.h"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace medicobus {

Uuid Uuid::v7(Instant now, const Entropy& entropy) {
    std::array<std::uint8_t, 16> bytes{};
    entropy(bytes.data(), bytes.size());
    const auto millis = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(millis >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
    return Uuid(bytes);
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) {
        return std::nullopt;
    }
    std::array<std::uint8_t, 16> bytes{};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != '-') {
                return std::nullopt;
            }
            continue;
        }
        int digit = 0;
        if (c >= '0' && c <= '9') {
            digit = c - '0';
        } else if (c >= 'a' && c <= 'f') {
            digit = c - 'a' + 10;
        } else if (c >= 'A' && c <= 'F') {
            digit = c - 'A' + 10;
        } else {
            return std::nullopt;
        }
        bytes[nibble / 2] = static_cast<std::uint8_t>(bytes[nibble / 2] << 4 | digit);
        ++nibble;
    }
    return Uuid(bytes);
}

std::string Uuid::text() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            out += '-';
        }
        out += digits[m_bytes[i] >> 4];
        out += digits[m_bytes[i] & 0x0F];
    }
    return out;
}

Entropy systemEntropy() {
    return [](std::uint8_t* bytes, std::size_t count) {
        // The kernel gives at most so much at once; a processor's own source is many times as slow.
        constexpr std::size_t most = 256;
        for (std::size_t done = 0; done < count;) {
            const std::size_t now = std::min(most, count - done);
            if (::getentropy(bytes + done, now) != 0) {
                throw std::system_error(errno, std::generic_category(), "getentropy");
            }
            done += now;
        }
    };
}

} // namespace medicobus
