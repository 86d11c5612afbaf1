// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus {

using Json = nlohmann::json;

/// Reads one JSON object key by key and remembers the first thing wrong with its place, such as
/// `$.buses[0].depot.lat`. Read every key, then call `finish`: a key that nobody asked for is an error.
class JsonReader {
public:
    JsonReader(const Json& object, std::string place, std::string file);

    /// Parses a text; `json.syntax` names file, line and column.
    [[nodiscard]] static Result<Json> parse(std::string_view text, const std::string& file);

    /// Lets unknown keys pass in this object and those inside it: for what is synced, where a newer version
    /// may have written more than this one knows.
    void allowUnknownKeys() { m_allowsUnknown = true; }

    bool has(std::string_view key) const;
    /// The keys of this object, sorted: for one whose keys are identifiers.
    std::vector<std::string> keys() const;
    std::string text(std::string_view key);
    std::string text(std::string_view key, std::string otherwise);
    /// A finite number within [low, high]; anything else is `json.range` or `json.type`.
    double number(std::string_view key, double low, double high);
    double number(std::string_view key, double low, double high, double otherwise);
    int whole(std::string_view key, int low, int high);
    int whole(std::string_view key, int low, int high, int otherwise);
    /// A whole number within [low, high] that may be beyond the reach of a double, written without fraction.
    std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high);
    bool flag(std::string_view key, bool otherwise);
    TimeOfDay time(std::string_view key);
    Date date(std::string_view key);
    Weekday weekday(std::string_view key);
    std::vector<Weekday> weekdays(std::string_view key);
    std::vector<int> wholes(std::string_view key, int low, int high);
    std::vector<std::string> texts(std::string_view key);

    /// Calls `read` with a reader for the object under the key, or for each object of the array under it.
    void object(std::string_view key, const std::function<void(JsonReader&)>& read);
    void each(std::string_view key, const std::function<void(JsonReader&)>& read);
    /// The raw value, marked as read; null when absent.
    const Json& raw(std::string_view key);

    /// Records a failure found by the caller at a key of this object; only the first is kept.
    void fail(ErrorCode code, std::string_view key, std::string value = {}, std::string expected = {});
    bool ok() const { return !m_error.has_value(); }

    /// Nothing, or the first error: also `json.unknown_key` for a key that was never read.
    [[nodiscard]] Result<void> finish();

private:
    const Json* take(std::string_view key, bool isRequired);
    std::string placeOf(std::string_view key) const;
    void absorb(JsonReader& child);

    const Json* m_object;
    std::string m_place;
    std::string m_file;
    std::set<std::string, std::less<>> m_read;
    std::optional<Error> m_error;
    bool m_allowsUnknown = false;
};

namespace codes {
inline constexpr ErrorCode jsonSyntax{"json.syntax"};
inline constexpr ErrorCode jsonMissingKey{"json.missing_key"};
inline constexpr ErrorCode jsonUnknownKey{"json.unknown_key"};
inline constexpr ErrorCode jsonType{"json.type"};
inline constexpr ErrorCode jsonRange{"json.range"};
} // namespace codes

} // namespace medicobus
