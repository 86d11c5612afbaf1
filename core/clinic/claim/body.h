// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "base/uuid.h"

#include <optional>
#include <string>

// Values of a body that another device wrote: of another type than expected is the same as not there.

namespace medicobus::clinic {

inline std::string textIn(const Json& body, const char* key) {
    const auto found = body.is_object() ? body.find(key) : body.end();
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

inline std::optional<int> wholeIn(const Json& body, const char* key) {
    constexpr int limit = 1'000'000;
    const auto found = body.is_object() ? body.find(key) : body.end();
    if (found == body.end() || !found->is_number_integer()) {
        return std::nullopt;
    }
    const auto value = found->get<std::int64_t>();
    return value < 0 || value > limit ? std::nullopt : std::optional(static_cast<int>(value));
}

template <typename T>
std::optional<T> idIn(const Json& body, const char* key) {
    const auto read = Uuid::parse(textIn(body, key));
    return read ? std::optional(T{*read}) : std::nullopt;
}

} // namespace medicobus::clinic
