// SPDX-License-Identifier: EUPL-1.2
#include "base/text/base32.h"

#include <optional>

namespace medicobus {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// The value of a letter as a person may have typed it, or nothing.
std::optional<unsigned> valueOf(char typed) {
    char letter = upper(typed);
    letter = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
    const auto at = digits.find(letter);
    return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

} // namespace

std::string toBase32(std::string_view bytes) {
    std::string text;
    unsigned held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += digits[held >> bits & 31];
        }
    }
    if (bits > 0) {
        text += digits[held << (5 - bits) & 31];
    }
    return text;
}

Result<std::string> fromBase32(std::string_view text) {
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (const char letter : text) {
        if (letter == ' ' || letter == '-' || letter == '\n' || letter == '\r' || letter == '\t') {
            continue;
        }
        const auto value = valueOf(letter);
        if (!value) {
            return fault(codes::badBase32, {{"cause", "letter"}, {"value", std::string(1, letter)}});
        }
        held = (held << 5 | *value) & 0xFFF;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(held >> bits & 0xFF);
        }
    }
    if ((held & ((1U << bits) - 1)) != 0) {
        return fault(codes::badBase32, {{"cause", "check"}});
    }
    return bytes;
}

std::string inGroupsOfFive(std::string_view letters) {
    constexpr std::size_t group = 5;
    constexpr std::size_t groupsOfALine = 6;
    std::string text;
    for (std::size_t at = 0; at < letters.size(); at += group) {
        if (at > 0) {
            text += at % (group * groupsOfALine) == 0 ? '\n' : ' ';
        }
        text += letters.substr(at, group);
    }
    return text;
}

} // namespace medicobus
