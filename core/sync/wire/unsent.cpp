// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/unsent.h"

#include <fmt/format.h>

#include <charconv>

namespace medicobus::sync {

namespace {

constexpr std::int64_t most = std::int64_t{1} << 40;
constexpr std::string_view ageIs = "; age=";

/// The whole number at the front of a text, which it takes away.
std::optional<std::int64_t> numberOf(std::string_view& text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || number < 0 || number > most) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return number;
}

} // namespace

std::string textOf(const Unsent& unsent) {
    return fmt::format("{}{}{}", unsent.count, ageIs, unsent.age.count());
}

std::optional<Unsent> readUnsent(std::string_view text) {
    const auto count = numberOf(text);
    if (!count || !text.starts_with(ageIs)) {
        return std::nullopt;
    }
    text.remove_prefix(ageIs.size());
    const auto age = numberOf(text);
    const bool isEnded = text.empty() || text.front() == ';';
    return age && isEnded ? std::optional(Unsent{*count, std::chrono::seconds(*age)}) : std::nullopt;
}

} // namespace medicobus::sync
