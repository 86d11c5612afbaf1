// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace medicobus {

/// The stable name of one kind of failure, such as "csv.missing_column". The sentence shown to a person,
/// with its remedy, is kept by `app/words` under this name.
struct ErrorCode {
    std::string_view name;

    friend bool operator==(const ErrorCode&, const ErrorCode&) = default;
};

/// What went wrong and where, without a word of prose: a code and the facts that its sentence names.
///
/// Usual keys: file, line, column, key (a place in JSON such as `$.buses[0].depot`), value, expected.
class Error {
public:
    explicit Error(ErrorCode code) : m_code(code) {}

    Error& with(std::string key, std::string value) & {
        set(std::move(key), std::move(value));
        return *this;
    }
    Error&& with(std::string key, std::string value) && {
        set(std::move(key), std::move(value));
        return std::move(*this);
    }

    ErrorCode code() const { return m_code; }
    const std::vector<std::pair<std::string, std::string>>& details() const { return m_details; }

    /// The value of a detail, or an empty view when the error does not carry it.
    std::string_view detail(std::string_view key) const {
        for (const auto& [name, value] : m_details) {
            if (name == key) {
                return value;
            }
        }
        return {};
    }

private:
    void set(std::string key, std::string value) {
        for (auto& [name, old] : m_details) {
            if (name == key) {
                old = std::move(value);
                return;
            }
        }
        m_details.emplace_back(std::move(key), std::move(value));
    }

    ErrorCode m_code;
    std::vector<std::pair<std::string, std::string>> m_details;
};

} // namespace medicobus
