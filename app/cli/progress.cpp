// SPDX-License-Identifier: EUPL-1.2
#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <unistd.h>

namespace medicobus::cli {

ProgressBar::ProgressBar(const Console& console)
    : m_isTerminal(!console.isJson && isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    if (m_isShown) {
        fmt::print(stderr, "\r\x1b[K");
        std::fflush(stderr);
    }
}

void ProgressBar::show(double share, std::string_view words) {
    if (!m_isTerminal) {
        return;
    }
    constexpr int width = 30;
    const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * width);
    std::string bar;
    for (int i = 0; i < width; ++i) {
        bar += i < full ? "█" : "░";
    }
    fmt::print(stderr, "\r{} {}\x1b[K", bar, words);
    std::fflush(stderr);
    m_isShown = true;
}

} // namespace medicobus::cli
