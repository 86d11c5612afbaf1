// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/contacts.h"

#include <fmt/format.h>

#include <charconv>

// value := millis " " [unsent]          unsent as in its header

namespace medicobus::sync {

namespace {

std::string keyOf(const DeviceId& device) {
    return fmt::format("contact {}", device.text());
}

} // namespace

void noteContact(HubTransaction& transaction, const DeviceId& device, const Contact& contact) {
    transaction.setValue(keyOf(device), fmt::format("{} {}", toMillis(contact.at),
                                                    contact.unsent ? textOf(*contact.unsent) : ""));
}

std::optional<Contact> contactOf(HubTransaction& transaction, const DeviceId& device) {
    const std::string text = transaction.value(keyOf(device)).value_or("");
    std::int64_t millis = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), millis);
    if (read.ec != std::errc()) {
        return std::nullopt;
    }
    const auto space = text.find(' ');
    return Contact{Instant(std::chrono::milliseconds(millis)),
                   space == std::string::npos ? std::nullopt
                                              : readUnsent(std::string_view(text).substr(space + 1))};
}

} // namespace medicobus::sync
