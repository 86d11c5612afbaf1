// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vroom_values.h"

#include <fmt/format.h>

#include <cmath>

namespace medicobus::exchange {

using routing::Window;

void refuse(JsonReader& reader, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (reader.has(key)) {
            reader.fail(codes::exchangeUnsupported, key);
        }
    }
}

// Whole numbers beyond what `JsonReader::whole` holds: identifiers and times since 1970.
std::int64_t whole(JsonReader& reader, const std::string& place, const Json& value, std::int64_t high) {
    const bool isWhole = value.is_number_unsigned()
                         || (value.is_number_float() && value.get<double>() == std::floor(value.get<double>())
                             && value.get<double>() >= 0 && value.get<double>() <= static_cast<double>(high));
    if (!isWhole) {
        const bool isNumber = value.is_number();
        reader.fail(isNumber ? medicobus::codes::jsonRange : medicobus::codes::jsonType, place,
                    value.is_structured() ? value.type_name() : value.dump(), fmt::format("0 … {}", high));
        return 0;
    }
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(high)) {
        reader.fail(medicobus::codes::jsonRange, place, value.dump(), fmt::format("0 … {}", high));
        return 0;
    }
    return value.get<std::int64_t>();
}
std::int64_t whole(JsonReader& reader, std::string_view key, std::int64_t otherwise) {
    return reader.has(key) ? whole(reader, std::string(key), reader.raw(key), largestVroomNumber) : otherwise;
}

std::vector<std::int64_t> wholes(JsonReader& reader, const std::string& key, std::int64_t high) {
    std::vector<std::int64_t> values;
    if (!reader.has(key)) {
        return values;
    }
    const Json& array = reader.raw(key);
    if (!array.is_array()) {
        reader.fail(medicobus::codes::jsonType, key, array.type_name(), "[1,2]");
        return values;
    }
    for (std::size_t i = 0; i < array.size(); ++i) {
        values.push_back(whole(reader, fmt::format("{}[{}]", key, i), array[i], high));
    }
    return values;
}

std::optional<Window> readWindow(JsonReader& reader, const std::string& place, const Json& pair) {
    if (!pair.is_array() || pair.size() != 2) {
        reader.fail(medicobus::codes::jsonType, place, pair.is_structured() ? pair.type_name() : pair.dump(),
                    "[28800, 43200]");
        return std::nullopt;
    }
    const Window window{whole(reader, place + "[0]", pair[0], largestVroomNumber),
                        whole(reader, place + "[1]", pair[1], largestVroomNumber)};
    if (window.closes < window.opens) {
        reader.fail(medicobus::codes::jsonRange, place, pair.dump(), "[0] <= [1]");
    }
    return window;
}
std::vector<Window> readWindows(JsonReader& reader) {
    std::vector<Window> windows;
    if (!reader.has("time_windows")) {
        return windows;
    }
    const Json& array = reader.raw("time_windows");
    if (!array.is_array() || array.empty()) {
        reader.fail(medicobus::codes::jsonType, "time_windows",
                    array.is_structured() ? array.type_name() : array.dump(), "[[28800, 43200]]");
        return windows;
    }
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (const auto window = readWindow(reader, fmt::format("time_windows[{}]", i), array[i])) {
            windows.push_back(*window);
        }
    }
    return windows;
}

/// A square of whole numbers, as large as those before it; empty when there is none.
std::vector<std::int64_t> readMatrix(JsonReader& reader, const std::string& key, int& size) {
    std::vector<std::int64_t> values;
    if (!reader.has(key)) {
        return values;
    }
    const Json& rows = reader.raw(key);
    const auto count = rows.is_array() ? rows.size() : 0;
    size = size == 0 ? static_cast<int>(count) : size;
    if (!rows.is_array() || count == 0 || count != static_cast<std::size_t>(size)) {
        reader.fail(medicobus::codes::jsonType, key,
                    rows.is_array() ? std::to_string(count) : rows.type_name(),
                    fmt::format("{0} x {0}", size));
        return values;
    }
    for (std::size_t from = 0; from < count && reader.ok(); ++from) {
        const std::string place = fmt::format("{}[{}]", key, from);
        if (!rows[from].is_array() || rows[from].size() != count) {
            reader.fail(medicobus::codes::jsonType, place,
                        rows[from].is_array() ? std::to_string(rows[from].size()) : rows[from].type_name(),
                        fmt::format("{0} x {0}", count));
            return values;
        }
        for (std::size_t to = 0; to < count; ++to) {
            const Json& value = rows[from][to];
            values.push_back(
                value.is_number_unsigned() && value.get<std::uint64_t>() <= largestVroomNumber
                    ? value.get<std::int64_t>()
                    : whole(reader, fmt::format("{}[{}]", place, to), value, largestVroomNumber));
        }
    }
    return values;
}

} // namespace medicobus::exchange
