// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/file_numbers.h"

#include <cmath>
#include <cstdlib>
#include <sstream>

namespace medicobus::cli {

std::vector<std::vector<double>> numberLines(std::string_view text) {
    std::vector<std::vector<double>> lines;
    std::istringstream file{std::string(text)};
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::vector<double> numbers;
        for (std::string word; words >> word;) {
            char* end = nullptr;
            const double number = std::strtod(word.c_str(), &end);
            if (*end == '\0' && std::isfinite(number)) {
                numbers.push_back(number);
            }
        }
        if (!numbers.empty()) {
            lines.push_back(std::move(numbers));
        }
    }
    return lines;
}

double distanceOf(const FileNode& from, const FileNode& to) {
    return std::hypot(from.x - to.x, from.y - to.y);
}

} // namespace medicobus::cli
