// SPDX-License-Identifier: EUPL-1.2
#include "clinic/patient.h"

#include <algorithm>
#include <array>

// Telephone numbers in the one form that is stored: E.164 (ITU-T, 2010), a plus sign and at most 15 digits.

namespace medicobus::clinic {

namespace {

constexpr std::size_t frenchDigits = 9; ///< After the leading zero, or after the country's code.
constexpr std::size_t fewestDigits = 8; ///< Of a foreign number with its country's code.
constexpr std::size_t mostDigits = 15;

/// National numbers that belong to an overseas territory with a country code of its own (Arcep, plan de
/// numérotation, décision 2018-0881).
struct Overseas {
    std::string_view begins;
    std::string_view country;
};
constexpr std::array<Overseas, 13> overseas{{{"262", "+262"},
                                             {"263", "+262"},
                                             {"269", "+262"},
                                             {"692", "+262"},
                                             {"693", "+262"},
                                             {"639", "+262"},
                                             {"590", "+590"},
                                             {"690", "+590"},
                                             {"691", "+590"},
                                             {"594", "+594"},
                                             {"694", "+594"},
                                             {"596", "+596"},
                                             {"696", "+596"}}};
/// Kept for fiction on the mainland, in the midst of Mayotte's.
constexpr std::string_view fiction = "63998";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), isDigit);
}

/// The digits of a phone number, with a leading '+' when it has one; nothing when another sign stands in it.
std::optional<std::string> dialled(std::string_view text) {
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (text.substr(i, 3) == "(0)" && !digits.empty()) {
            // The zero of calls within the country, as in +33 (0)2.
            i += 2;
        } else if (isDigit(c) || (c == '+' && digits.empty())) {
            digits += c;
        } else if (text.substr(i, 2) == "\u00a0") {
            ++i;
        } else if (text.substr(i, 3) == "\u202f") {
            i += 2;
        } else if (std::string_view(" .-/()\t\r\n").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    return digits;
}

/// Of the nine digits behind the zero of a call within France.
std::optional<std::string> french(std::string_view digits) {
    if (digits.size() != frenchDigits || !allDigits(digits) || digits.front() == '0') {
        return std::nullopt;
    }
    const auto home = std::find_if(overseas.begin(), overseas.end(), [&](const Overseas& each) {
        return digits.starts_with(each.begins) && !digits.starts_with(fiction);
    });
    return std::string(home == overseas.end() ? "+33" : home->country).append(digits);
}

/// Of the digits behind the plus sign, the country's code first.
std::optional<std::string> international(std::string_view digits) {
    if (digits.starts_with("33")) {
        std::string_view rest = digits.substr(2);
        if (rest.starts_with('0')) {
            rest.remove_prefix(1);
        }
        const bool isWhole = rest.size() == frenchDigits && allDigits(rest) && rest.front() != '0';
        return isWhole ? std::optional(std::string("+33").append(rest)) : std::nullopt;
    }
    const bool isNumber = digits.size() >= fewestDigits && digits.size() <= mostDigits && allDigits(digits)
                          && digits.front() != '0';
    return isNumber ? std::optional(std::string("+").append(digits)) : std::nullopt;
}

std::optional<std::string> normalised(std::string_view digits) {
    if (digits.starts_with('+')) {
        return international(digits.substr(1));
    }
    if (digits.starts_with("00")) {
        return international(digits.substr(2));
    }
    if (digits.starts_with('0')) {
        return french(digits.substr(1));
    }
    // "33 2 33 00 00 00", the plus sign left out.
    return digits.starts_with("33") && digits.size() == 2 + frenchDigits ? international(digits)
                                                                         : std::nullopt;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

Result<std::string> normalPhone(std::string_view text) {
    if (isBlank(text)) {
        return std::string();
    }
    const std::optional<std::string> digits = dialled(text);
    std::optional<std::string> normal = digits ? normalised(*digits) : std::nullopt;
    if (!normal) {
        return fault(codes::phone,
                     {{"key", "phone"}, {"value", std::string(text)}, {"expected", "02 33 00 00 00"}});
    }
    return std::move(*normal);
}

std::string displayPhone(std::string_view e164) {
    const bool isFrench =
        std::any_of(overseas.begin(), overseas.end(),
                    [&](const Overseas& each) {
                        return e164.starts_with(each.country) && e164.size() == 4 + frenchDigits;
                    })
        || (e164.starts_with("+33") && e164.size() == 3 + frenchDigits);
    if (!isFrench) {
        return std::string(e164);
    }
    const std::string_view digits = e164.substr(e164.size() - frenchDigits);
    std::string shown = "0";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        shown += digits[i];
        if (i % 2 == 0 && i + 1 < digits.size()) {
            shown += ' ';
        }
    }
    return shown;
}

} // namespace medicobus::clinic
