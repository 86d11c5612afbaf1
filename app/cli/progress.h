// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/console.h"

#include <string_view>

namespace medicobus::cli {

/// A bar on the standard error, redrawn in place; nothing at all when that is not a terminal.
class ProgressBar {
public:
    explicit ProgressBar(const Console& console);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `share` from 0 to 1, and a few words after the bar.
    void show(double share, std::string_view words);

private:
    bool m_isShown = false;
    bool m_isTerminal = false;
};

} // namespace medicobus::cli
