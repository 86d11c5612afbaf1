// SPDX-License-Identifier: EUPL-1.2
#include "ical/content_line.h"

#include "base/text/fold.h"

#include <algorithm>
#include <cctype>

namespace medicobus::ical {
namespace {

struct Physical {
    std::size_t line;
    std::string_view text;
};

void checkPhysical(const Physical& physical) {
    if (physical.text.empty()) {
        throw Refused("line.empty", physical.line);
    }
    if (physical.text.size() > 75) {
        throw Refused("fold.too_long", physical.line);
    }
    if (firstInvalidUtf8(physical.text)) {
        throw Refused("fold.split_character", physical.line);
    }
    for (const char c : physical.text) {
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f') {
            throw Refused("line.control", physical.line);
        }
    }
}

std::vector<Physical> splitLines(std::string_view stream) {
    std::vector<Physical> lines;
    while (!stream.empty()) {
        const std::size_t number = lines.size() + 1;
        const std::size_t end = stream.find_first_of("\r\n");
        if (end == std::string_view::npos || stream[end] != '\r' || end + 1 == stream.size()
            || stream[end + 1] != '\n') {
            throw Refused("line.not_crlf", number);
        }
        lines.push_back({number, stream.substr(0, end)});
        checkPhysical(lines.back());
        stream.remove_prefix(end + 2);
    }
    return lines;
}

/// Walks along one logical line.
class Cursor {
public:
    Cursor(const std::string& text, std::size_t line) : m_text(text), m_line(line) {}

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    char take() {
        if (m_at == m_text.size()) {
            throw Refused("line.no_colon", m_line);
        }
        return m_text[m_at++];
    }
    std::string name(const char* rule) {
        std::string out;
        while (std::isalnum(static_cast<unsigned char>(peek())) || peek() == '-') {
            out += static_cast<char>(std::toupper(static_cast<unsigned char>(take())));
        }
        if (out.empty()) {
            throw Refused(rule, m_line);
        }
        return out;
    }
    std::string parameterValue() {
        std::string out;
        if (peek() == '"') {
            take();
            while (peek() != '"') {
                out += take();
            }
            take();
            return out;
        }
        while (peek() != ';' && peek() != ':' && peek() != ',') {
            if (peek() == '"') {
                throw Refused("parameter.quote", m_line);
            }
            out += take();
        }
        return out;
    }
    std::string rest() const { return m_text.substr(m_at); }

private:
    const std::string& m_text;
    std::size_t m_line;
    std::size_t m_at = 0;
};

ContentLine parseLine(const std::string& text, std::size_t line) {
    ContentLine parsed;
    parsed.line = line;
    Cursor cursor(text, line);
    parsed.name = cursor.name("line.name");
    while (cursor.peek() == ';') {
        cursor.take();
        const std::string key = cursor.name("parameter.name");
        if (cursor.take() != '=') {
            throw Refused("parameter.equals", line);
        }
        std::string value = cursor.parameterValue();
        while (cursor.peek() == ',') {
            value += cursor.take();
            value += cursor.parameterValue();
        }
        if (!parsed.parameters.emplace(key, value).second) {
            throw Refused("parameter.duplicate", line);
        }
    }
    if (cursor.take() != ':') {
        throw Refused("line.no_colon", line);
    }
    parsed.value = cursor.rest();
    return parsed;
}

} // namespace

std::vector<ContentLine> readContentLines(std::string_view stream) {
    std::vector<ContentLine> parsed;
    std::string logical;
    std::size_t begin = 0;
    const auto flush = [&] {
        if (begin != 0) {
            parsed.push_back(parseLine(logical, begin));
        }
    };
    for (const Physical& physical : splitLines(stream)) {
        const char first = physical.text.front();
        if (first == ' ' || first == '\t') {
            if (begin == 0) {
                throw Refused("fold.nothing_before", physical.line);
            }
            logical += physical.text.substr(1);
        } else {
            flush();
            logical = physical.text;
            begin = physical.line;
        }
    }
    flush();
    return parsed;
}

} // namespace medicobus::ical
