// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace medicobus::clinic {

/// One value of a closed list with the text by which files name it.
template <typename E>
struct Code {
    E value;
    std::string_view code;
};

/// A value of a closed list by its stable text, so that a code which a newer device knows is kept and
/// passed on unchanged.
template <typename E>
class Coded {
public:
    Coded() = default; ///< Not said yet.
    Coded(E value) {   // NOLINT(google-explicit-constructor): a value of the list is its code
        for (const auto& each : codesOf(value)) {
            if (each.value == value) {
                m_code = each.code;
            }
        }
    }
    static Coded of(std::string code) {
        Coded made;
        made.m_code = std::move(code);
        return made;
    }

    const std::string& code() const { return m_code; }
    bool isSet() const { return !m_code.empty(); }
    /// Nothing when not said, or when only a newer version knows the code.
    std::optional<E> known() const {
        for (const auto& each : codesOf(E{})) {
            if (each.code == m_code) {
                return each.value;
            }
        }
        return std::nullopt;
    }
    friend bool operator==(const Coded&, const Coded&) = default;

private:
    std::string m_code;
};

} // namespace medicobus::clinic
