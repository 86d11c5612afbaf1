// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/instance_text.h"

#include "routing/instances/readers.h"

#include <charconv>
#include <cmath>

namespace medicobus::routing::instances {
namespace {

constexpr std::string_view blanks = " \t\r\f\v";

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> words;
    line = line.substr(0, line.find('#'));
    for (auto from = line.find_first_not_of(blanks); from != std::string_view::npos;
         from = line.find_first_not_of(blanks, from)) {
        const auto to = std::min(line.find_first_of(blanks, from), line.size());
        words.push_back(line.substr(from, to - from));
        from = to;
    }
    return words;
}

std::string textOf(double value) {
    std::string text(32, '\0');
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    text.resize(static_cast<std::size_t>(end.ptr - text.data()));
    return text;
}

std::optional<double> parseNumber(std::string_view word) {
    if (word.starts_with('+')) {
        word.remove_prefix(1);
    }
    double value = 0;
    const auto end = std::from_chars(word.data(), word.data() + word.size(), value);
    if (end.ec != std::errc() || end.ptr != word.data() + word.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

} // namespace

InstanceText::InstanceText(std::string_view text, std::string file) : m_file(std::move(file)) {
    std::size_t number = 0;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find('\n', from), text.size());
        ++number;
        if (auto words = wordsOf(text.substr(from, to - from)); !words.empty()) {
            m_lines.push_back({number, std::move(words)});
        }
        from = to + 1;
    }
}

const InstanceText::Line& InstanceText::line(std::size_t at) {
    if (at < m_lines.size()) {
        return m_lines[at];
    }
    static const Line none;
    const Line& last = m_lines.empty() ? none : m_lines.back();
    fail(codes::instanceLength, last, std::to_string(m_lines.size()), std::to_string(at + 1));
    return none;
}

double InstanceText::number(const Line& line, std::size_t word, double low, double high) {
    if (!ok()) {
        return low;
    }
    if (word >= line.words.size()) {
        fail(codes::instanceLength, line, std::to_string(line.words.size()), std::to_string(word + 1));
        return low;
    }
    const auto value = parseNumber(line.words[word]);
    if (!value) {
        fail(codes::instanceNumber, line, std::string(line.words[word]), {});
        return low;
    }
    if (*value < low || *value > high) {
        fail(codes::instanceRange, line, std::string(line.words[word]), textOf(low) + " … " + textOf(high));
        return low;
    }
    return *value;
}

int InstanceText::whole(const Line& line, std::size_t word, int low, int high) {
    const double value = number(line, word, low, high);
    if (value != std::floor(value)) {
        fail(codes::instanceNumber, line, std::string(line.words[word]), {});
        return low;
    }
    return static_cast<int>(value);
}

void InstanceText::expect(const Line& line, std::size_t word, int number) {
    const int found = whole(line, word, 0, mostNodes);
    if (found != number) {
        fail(codes::instanceRange, line, std::to_string(found), std::to_string(number));
    }
}

void InstanceText::fail(ErrorCode code, const Line& line, std::string value, std::string expected) {
    if (!ok()) {
        return;
    }
    Error error(code);
    error.with("file", m_file);
    if (line.number > 0) {
        error.with("line", std::to_string(line.number));
    }
    error.with("value", std::move(value));
    if (!expected.empty()) {
        error.with("expected", std::move(expected));
    }
    m_error = std::move(error);
}

int decimalsOf(std::string_view word) {
    const auto point = word.find('.');
    if (point == std::string_view::npos) {
        return 0;
    }
    const auto last = word.find_last_not_of('0');
    return static_cast<int>(last - point);
}

} // namespace medicobus::routing::instances
