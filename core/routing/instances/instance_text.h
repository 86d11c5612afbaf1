// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/instances/instance.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::routing::instances {

/// A file of numbers as lines of words, without blank lines and what follows a `#`; it remembers the first
/// thing wrong with it, so that a reader may go on and ask once. The text must outlive it.
class InstanceText {
public:
    struct Line {
        std::size_t number = 0; ///< In the file, from 1.
        std::vector<std::string_view> words;
    };

    InstanceText(std::string_view text, std::string file);

    const std::vector<Line>& lines() const { return m_lines; }
    /// The line at a place, or an empty one after recording `instance.length` when the file ends before it.
    const Line& line(std::size_t at);
    /// A number within [low, high]; `low` after recording an error.
    double number(const Line& line, std::size_t word, double low, double high);
    int whole(const Line& line, std::size_t word, int low, int high);
    /// Records `instance.range` when a word is not this number: lines count up from the depot's.
    void expect(const Line& line, std::size_t word, int number);
    /// Records a failure at a line; only the first is kept.
    void fail(ErrorCode code, const Line& line, std::string value, std::string expected);

    bool ok() const { return !m_error.has_value(); }
    const Error& error() const { return *m_error; }

private:
    std::string m_file;
    std::vector<Line> m_lines;
    std::optional<Error> m_error;
};

/// Digits after the decimal point of a number, without its closing zeros.
int decimalsOf(std::string_view word);

} // namespace medicobus::routing::instances
