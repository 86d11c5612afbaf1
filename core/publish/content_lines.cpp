// SPDX-License-Identifier: EUPL-1.2
#include "publish/content_lines.h"

#include <fmt/format.h>

namespace medicobus::publish {
namespace {

constexpr std::size_t maxOctets = 75;

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20U || c == '\x7f';
}

std::string escaped(std::string_view value) {
    std::string out;
    for (const char c : value) {
        if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (!isControl(c)) {
            out += c;
        }
    }
    return out;
}

} // namespace

void ContentLines::raw(std::string_view name, std::string_view value) {
    std::string line(name);
    line += ':';
    line += value;
    std::string_view rest = line;
    std::size_t room = maxOctets;
    while (rest.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && isContinuation(rest[cut])) {
            --cut;
        }
        m_written += rest.substr(0, cut);
        m_written += "\r\n ";
        rest.remove_prefix(cut);
        // The space that marks the fold counts among the octets of its line.
        room = maxOctets - 1;
    }
    m_written += rest;
    m_written += "\r\n";
}

void ContentLines::text(std::string_view name, std::string_view value) {
    raw(name, escaped(value));
}

void ContentLines::local(std::string_view name, LocalTime time) {
    raw(std::string(name) + ";TZID=Europe/Paris", icalLocal(time));
}

void ContentLines::instant(std::string_view name, Instant time) {
    const auto seconds = date::floor<std::chrono::seconds>(time);
    raw(name, date::format("%Y%m%dT%H%M%SZ", seconds));
}

void ContentLines::day(std::string_view name, Date date) {
    raw(std::string(name) + ";VALUE=DATE", icalDate(date));
}

std::string icalDate(Date date) {
    const date::year_month_day civil(date);
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(civil.year()),
                       static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()));
}

std::string icalLocal(LocalTime time) {
    const auto clock = timeOf(time).count();
    return fmt::format("{}T{:02}{:02}00", icalDate(dateOf(time)), clock / 60, clock % 60);
}

std::string icalQuoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c != '"' && !isControl(c)) {
            out += c;
        }
    }
    return out + "\"";
}

} // namespace medicobus::publish
