// SPDX-License-Identifier: EUPL-1.2
#include "base/json_reader.h"

#include "base/json/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace medicobus {
namespace {

const Json nothing;

std::string rangeText(double low, double high) {
    return fmt::format("{} … {}", low, high);
}

/// What the deepest of our formats needs four times over. A text of brackets alone would otherwise become a
/// value whose copying and writing go as deep as the stack does not.
constexpr int deepestNesting = 48;

/// How deep brackets nest outside of texts; whatever is badly formed is for the parser to refuse.
int nestingOf(std::string_view text) {
    int depth = 0;
    int deepest = 0;
    bool isInText = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (isInText) {
            if (letter == '\\') {
                ++at;
            } else if (letter == '"') {
                isInText = false;
            }
        } else if (letter == '"') {
            isInText = true;
        } else if (letter == '{' || letter == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (letter == '}' || letter == ']') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

JsonReader::JsonReader(const Json& object, std::string place, std::string file)
    : m_object(&object), m_place(std::move(place)), m_file(std::move(file)) {
    if (!object.is_object()) {
        m_error =
            fault(codes::jsonType,
                  {{"file", m_file}, {"key", m_place}, {"value", object.type_name()}, {"expected", "object"}})
                .value();
        m_object = &nothing;
    }
}

Result<Json> JsonReader::parse(std::string_view text, const std::string& file) {
    if (auto plain = parsePlainJson(text, deepestNesting)) {
        return std::move(*plain);
    }
    if (const int nesting = nestingOf(text); nesting > deepestNesting) {
        return fault(codes::jsonRange, {{"file", file},
                                        {"key", "$"},
                                        {"value", std::to_string(nesting)},
                                        {"expected", std::to_string(deepestNesting)}});
    }
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& failure) {
        const auto before = text.substr(0, std::min(failure.byte > 0 ? failure.byte - 1 : 0, text.size()));
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const auto lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        return fault(codes::jsonSyntax, {{"file", file},
                                         {"line", std::to_string(line)},
                                         {"column", std::to_string(before.size() - lineStart + 1)}});
    } catch (const Json::exception&) {
        // A number too large for any type, whose place the library does not tell.
        return fault(codes::jsonRange, {{"file", file}, {"key", "$"}});
    }
}

std::string JsonReader::placeOf(std::string_view key) const {
    return fmt::format("{}.{}", m_place, key);
}

void JsonReader::fail(ErrorCode code, std::string_view key, std::string value, std::string expected) {
    if (m_error) {
        return;
    }
    m_error = fault(code, {{"file", m_file}, {"key", placeOf(key)}, {"value", std::move(value)}}).value();
    m_error->with("expected", std::move(expected));
}

bool JsonReader::has(std::string_view key) const {
    return m_object->contains(key);
}

std::vector<std::string> JsonReader::keys() const {
    std::vector<std::string> names;
    for (const auto& [name, value] : m_object->items()) {
        names.push_back(name);
    }
    return names;
}

const Json* JsonReader::take(std::string_view key, bool isRequired) {
    if (!m_allowsUnknown) {
        m_read.emplace(key);
    }
    const auto at = m_object->find(key);
    if (at != m_object->end()) {
        return &*at;
    }
    if (isRequired) {
        fail(codes::jsonMissingKey, key);
    }
    return nullptr;
}

std::string JsonReader::text(std::string_view key) {
    const Json* value = take(key, true);
    if (value && value->is_string()) {
        return value->get<std::string>();
    }
    if (value) {
        fail(codes::jsonType, key, value->dump(), "text");
    }
    return {};
}

std::string JsonReader::text(std::string_view key, std::string otherwise) {
    return has(key) ? text(key) : std::move(otherwise);
}

double JsonReader::number(std::string_view key, double low, double high) {
    const Json* value = take(key, true);
    if (!value) {
        return low;
    }
    if (!value->is_number()) {
        fail(codes::jsonType, key, value->dump(), "number");
        return low;
    }
    const double number = value->get<double>();
    if (!(number >= low && number <= high)) {
        fail(codes::jsonRange, key, value->dump(), rangeText(low, high));
        return low;
    }
    return number;
}

double JsonReader::number(std::string_view key, double low, double high, double otherwise) {
    return has(key) ? number(key, low, high) : (m_read.emplace(key), otherwise);
}

int JsonReader::whole(std::string_view key, int low, int high) {
    const double value = number(key, low, high);
    if (value != std::floor(value)) {
        fail(codes::jsonType, key, fmt::format("{}", value), "whole number");
        return low;
    }
    return static_cast<int>(value);
}

int JsonReader::whole(std::string_view key, int low, int high, int otherwise) {
    return has(key) ? whole(key, low, high) : otherwise;
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t low, std::int64_t high) {
    const Json* value = take(key, true);
    if (!value) {
        return low;
    }
    const bool isTooLarge =
        value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
    if (!value->is_number_integer()) {
        fail(codes::jsonType, key, value->dump(), "whole number");
        return low;
    }
    const auto number = value->get<std::int64_t>();
    if (isTooLarge || number < low || number > high) {
        fail(codes::jsonRange, key, value->dump(), fmt::format("{} … {}", low, high));
        return low;
    }
    return number;
}

bool JsonReader::flag(std::string_view key, bool otherwise) {
    const Json* value = take(key, false);
    if (value && !value->is_boolean()) {
        fail(codes::jsonType, key, value->dump(), "true false");
    }
    return value && value->is_boolean() ? value->get<bool>() : otherwise;
}

TimeOfDay JsonReader::time(std::string_view key) {
    const std::string value = text(key);
    const auto time = parseTimeOfDay(value);
    if (!time && ok()) {
        fail(time.error().code(), key, value, "08:30");
    }
    return time.value_or(TimeOfDay(0));
}

Date JsonReader::date(std::string_view key) {
    const std::string value = text(key);
    const auto date = parseDate(value);
    if (!date && ok()) {
        fail(date.error().code(), key, value, "2027-03-01");
    }
    return date.value_or(Date());
}

Weekday JsonReader::weekday(std::string_view key) {
    const std::string value = text(key);
    const auto day = parseWeekday(value);
    if (!day && ok()) {
        fail(day.error().code(), key, value, "MO TU WE TH FR SA SU");
    }
    return day.value_or(Weekday::Monday);
}

std::vector<std::string> JsonReader::texts(std::string_view key) {
    std::vector<std::string> out;
    const Json* value = take(key, true);
    if (value && !value->is_array()) {
        fail(codes::jsonType, key, value->dump(), "array of texts");
        return out;
    }
    for (std::size_t i = 0; value && i < value->size(); ++i) {
        if (!(*value)[i].is_string()) {
            fail(codes::jsonType, fmt::format("{}[{}]", key, i), (*value)[i].dump(), "text");
            break;
        }
        out.push_back((*value)[i].get<std::string>());
    }
    return out;
}

std::vector<Weekday> JsonReader::weekdays(std::string_view key) {
    std::vector<Weekday> out;
    const auto names = texts(key);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto day = parseWeekday(names[i]);
        if (!day) {
            fail(day.error().code(), fmt::format("{}[{}]", key, i), names[i], "MO TU WE TH FR SA SU");
            break;
        }
        out.push_back(*day);
    }
    return out;
}

std::vector<int> JsonReader::wholes(std::string_view key, int low, int high) {
    std::vector<int> out;
    const Json* value = take(key, true);
    if (value && !value->is_array()) {
        fail(codes::jsonType, key, value->dump(), "array of whole numbers");
        return out;
    }
    for (std::size_t i = 0; value && i < value->size(); ++i) {
        const Json& item = (*value)[i];
        const auto place = fmt::format("{}[{}]", key, i);
        if (!item.is_number_integer()) {
            fail(codes::jsonType, place, item.dump(), "whole number");
            break;
        }
        const auto number = item.get<std::int64_t>();
        if (number < low || number > high) {
            fail(codes::jsonRange, place, item.dump(), rangeText(low, high));
            break;
        }
        out.push_back(static_cast<int>(number));
    }
    return out;
}

void JsonReader::absorb(JsonReader& child) {
    const auto done = child.finish();
    if (!done && !m_error) {
        m_error = done.error();
    }
}

void JsonReader::object(std::string_view key, const std::function<void(JsonReader&)>& read) {
    const Json* value = take(key, true);
    if (!value) {
        return;
    }
    JsonReader child(*value, placeOf(key), m_file);
    child.m_allowsUnknown = m_allowsUnknown;
    if (child.ok()) {
        read(child);
    }
    absorb(child);
}

void JsonReader::each(std::string_view key, const std::function<void(JsonReader&)>& read) {
    const Json* value = take(key, true);
    if (value && !value->is_array()) {
        fail(codes::jsonType, key, value->type_name(), "array of objects");
        return;
    }
    for (std::size_t i = 0; value && i < value->size() && ok(); ++i) {
        JsonReader child((*value)[i], fmt::format("{}[{}]", placeOf(key), i), m_file);
        child.m_allowsUnknown = m_allowsUnknown;
        if (child.ok()) {
            read(child);
        }
        absorb(child);
    }
}

const Json& JsonReader::raw(std::string_view key) {
    const Json* value = take(key, false);
    return value ? *value : nothing;
}

Result<void> JsonReader::finish() {
    if (m_error) {
        return Fault(*m_error);
    }
    if (m_allowsUnknown) {
        return {};
    }
    for (const auto& [key, value] : m_object->items()) {
        if (!m_read.contains(key)) {
            return fault(codes::jsonUnknownKey, {{"file", m_file},
                                                 {"key", placeOf(key)},
                                                 {"expected", fmt::format("{}", fmt::join(m_read, ", "))}});
        }
    }
    return {};
}

} // namespace medicobus
