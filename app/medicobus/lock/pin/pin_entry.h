// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/pin.h"
#include "vault/secret.h"

#include <cstddef>
#include <string_view>

namespace medicobus::app {

/// The digits of a PIN while it is typed: in locked memory, never in a text of the screens.
class PinEntry {
public:
    std::size_t count() const { return m_count; }
    bool empty() const { return m_count == 0; }
    /// 0 to 9; anything else, and what is too long for a PIN, is left out.
    void press(int digit);
    void erase();
    void clear();
    std::string_view view() const { return m_digits.view().substr(0, m_count); }

    /// In a time that depends on the number of digits alone.
    friend bool operator==(const PinEntry& a, const PinEntry& b) {
        return a.m_count == b.m_count && a.m_digits == b.m_digits;
    }

private:
    vault::Secret m_digits{static_cast<std::size_t>(vault::mostPinDigits)};
    std::size_t m_count = 0;
};

} // namespace medicobus::app
