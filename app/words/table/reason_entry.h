// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace medicobus::words {

/// The sentences of one code; both are templates (see `template.h`) whose fields are the figures of the code,
/// already in words, and these: `lead` (who is left out), `place` (the site that would serve them), `site`
/// and `commune` (of the subject).
struct ReasonEntry {
    std::string_view code;
    std::string_view french;
    std::string_view english;
};

std::span<const ReasonEntry> reasonWords();
std::span<const ReasonEntry> remedyWords();

} // namespace medicobus::words
