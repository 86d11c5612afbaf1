// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace medicobus::cli {

/// The numbers of a public instance line by line, as its format lists them; words that are no number are
/// left out, and with them the lines that have none left.
std::vector<std::vector<double>> numberLines(std::string_view text);

/// A node as the walk needs it.
struct FileNode {
    double x = 0;
    double y = 0;
    double service = 0;
    double opens = 0;
    double closes = 0;
    double demand = 0;
    double profit = 0;
};

double distanceOf(const FileNode& from, const FileNode& to);

} // namespace medicobus::cli
