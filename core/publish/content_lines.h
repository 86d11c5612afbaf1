// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <string>
#include <string_view>

namespace medicobus::publish {

/// Writes the content lines of RFC 5545 section 3.1: CRLF ends, folds at 75 octets between characters.
class ContentLines {
public:
    /// A property whose value is already in its written form.
    void raw(std::string_view name, std::string_view value);
    /// A property of type TEXT, escaped (RFC 5545 section 3.3.11); characters that no value may hold are
    /// dropped.
    void text(std::string_view name, std::string_view value);
    /// A local date-time with TZID=Europe/Paris.
    void local(std::string_view name, LocalTime time);
    /// An instant in UTC, to the second.
    void instant(std::string_view name, Instant time);
    /// A whole day.
    void day(std::string_view name, Date date);

    const std::string& written() const { return m_written; }

private:
    std::string m_written;
};

/// `20270301T090000`
std::string icalLocal(LocalTime time);
/// `20270301`
std::string icalDate(Date date);
/// A parameter value in double quotes; the quotes and controls that it cannot hold are dropped.
std::string icalQuoted(std::string_view text);

} // namespace medicobus::publish
