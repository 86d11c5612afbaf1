// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::ical {

/// A feed that RFC 5545 does not allow: the rule it breaks, such as "fold.too_long", and the line.
class Refused : public std::runtime_error {
public:
    Refused(std::string rule, std::size_t line)
        : std::runtime_error(rule + " at line " + std::to_string(line)), m_rule(std::move(rule)) {}
    const std::string& rule() const { return m_rule; }

private:
    std::string m_rule;
};

/// One content line, unfolded (RFC 5545 section 3.1).
struct ContentLine {
    std::size_t line = 0; ///< Where it begins in the file, from 1.
    std::string name;     ///< In capitals.
    std::map<std::string, std::string> parameters;
    std::string value;

    [[noreturn]] void refuse(const std::string& rule) const { throw Refused(rule, line); }
    std::string parameter(const std::string& key) const {
        const auto found = parameters.find(key);
        return found == parameters.end() ? std::string() : found->second;
    }
};

/// Splits a stream at its CRLFs, checks the width and encoding of every physical line, unfolds and parses.
std::vector<ContentLine> readContentLines(std::string_view stream);

} // namespace medicobus::ical
