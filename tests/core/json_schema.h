// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace medicobus::testing {

/// Holds a JSON value to the part of JSON Schema that the formats of this project use: type, const, enum,
/// required, properties, additionalProperties, items, prefixItems, pattern, $ref, and the limits of numbers,
/// texts, arrays and objects.
/// Returns a line per fault, none when the value conforms. A schema word that is not known here is a fault
/// too.
class SchemaCheck {
public:
    explicit SchemaCheck(nlohmann::json schema) : m_schema(std::move(schema)) {}

    std::vector<std::string> faults(const nlohmann::json& value) {
        m_faults.clear();
        check(value, m_schema, "$");
        return m_faults;
    }

private:
    using Json = nlohmann::json;

    static bool hasType(const Json& value, const std::string& type) {
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array())
               || (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean())
               || (type == "number" && value.is_number()) || (type == "integer" && value.is_number_integer())
               || (type == "null" && value.is_null());
    }

    void check(const Json& value, const Json& schema, const std::string& place) {
        if (schema.is_boolean()) {
            if (!schema.get<bool>()) {
                m_faults.push_back(place + ": not allowed");
            }
            return;
        }
        for (const auto& [word, rule] : schema.items()) {
            if (!isKept(word, rule, value, schema, place)) {
                m_faults.push_back(place + ": " + word + " " + rule.dump() + ", found " + value.dump());
            }
        }
    }

    bool isKept(const std::string& word, const Json& rule, const Json& value, const Json& schema,
                const std::string& place) {
        if (word == "$ref") {
            check(value, m_schema.at(Json::json_pointer(rule.get<std::string>().substr(1))), place);
            return true;
        }
        if (word == "type") {
            return hasType(value, rule.get<std::string>());
        }
        if (word == "const") {
            return value == rule;
        }
        if (word == "enum") {
            return std::find(rule.begin(), rule.end(), value) != rule.end();
        }
        if (word == "pattern") {
            return !value.is_string()
                   || std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()));
        }
        if (word == "uniqueItems") {
            return std::set<Json>(value.begin(), value.end()).size() == value.size();
        }
        const auto limit = isWithin(word, rule, value);
        return limit ? *limit : isPartKept(word, rule, value, schema, place);
    }

    /// Nothing when the word is not a limit; a limit says nothing of values of another type.
    static std::optional<bool> isWithin(const std::string& word, const Json& rule, const Json& value) {
        const std::size_t length = value.is_string() ? value.get_ref<const std::string&>().size() : 0;
        if (word == "minimum") {
            return !value.is_number() || value >= rule;
        }
        if (word == "maximum") {
            return !value.is_number() || value <= rule;
        }
        if (word == "exclusiveMinimum") {
            return !value.is_number() || value > rule;
        }
        if (word == "minLength") {
            return !value.is_string() || length >= rule.get<std::size_t>();
        }
        if (word == "minItems") {
            return !value.is_array() || value.size() >= rule.get<std::size_t>();
        }
        if (word == "maxItems") {
            return !value.is_array() || value.size() <= rule.get<std::size_t>();
        }
        if (word == "minProperties") {
            return !value.is_object() || value.size() >= rule.get<std::size_t>();
        }
        return std::nullopt;
    }

    bool isPartKept(const std::string& word, const Json& rule, const Json& value, const Json& schema,
                    const std::string& place) {
        if (word == "required") {
            return !value.is_object() || std::all_of(rule.begin(), rule.end(), [&](const Json& key) {
                return value.contains(key.get<std::string>());
            });
        }
        if (word == "properties") {
            for (const auto& [key, part] : rule.items()) {
                if (value.is_object() && value.contains(key)) {
                    check(value[key], part, place + "." + key);
                }
            }
            return true;
        }
        if (word == "additionalProperties") {
            for (const auto& [key, part] : value.items()) {
                if (!schema.value("properties", Json::object()).contains(key)) {
                    check(part, rule, place + "." + key);
                }
            }
            return true;
        }
        if (word == "prefixItems") {
            for (std::size_t i = 0; value.is_array() && i < std::min(value.size(), rule.size()); ++i) {
                check(value[i], rule[i], place + "[" + std::to_string(i) + "]");
            }
            return true;
        }
        if (word == "items") {
            const std::size_t first = schema.value("prefixItems", Json::array()).size();
            for (std::size_t i = first; value.is_array() && i < value.size(); ++i) {
                check(value[i], rule, place + "[" + std::to_string(i) + "]");
            }
            return true;
        }
        return word == "$schema" || word == "$id" || word == "$comment" || word == "$defs" || word == "title"
               || word == "description" || word == "default" || word == "examples";
    }

    Json m_schema;
    std::vector<std::string> m_faults;
};

} // namespace medicobus::testing
