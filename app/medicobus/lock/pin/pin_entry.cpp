// SPDX-License-Identifier: EUPL-1.2
#include "lock/pin/pin_entry.h"

namespace medicobus::app {

void PinEntry::press(int digit) {
    if (digit >= 0 && digit <= 9 && m_count < m_digits.size()) {
        m_digits.data()[m_count++] = static_cast<std::uint8_t>('0' + digit);
    }
}

void PinEntry::erase() {
    if (m_count > 0) {
        m_digits.data()[--m_count] = 0;
    }
}

void PinEntry::clear() {
    while (m_count > 0) {
        erase();
    }
}

} // namespace medicobus::app
