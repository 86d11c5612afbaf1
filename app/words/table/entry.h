// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace medicobus::words {

/// What is said of one error code; the four texts are templates (see `template.h`). The place of the error
/// (file, line, column, key) is told before the sentence and not repeated in it.
struct Entry {
    std::string_view code;
    std::string_view french;
    std::string_view frenchRemedy;
    std::string_view english;
    std::string_view englishRemedy;
};

std::span<const Entry> baseWords();
std::span<const Entry> cliWords();
std::span<const Entry> clinicWords();
std::span<const Entry> hubWords();
std::span<const Entry> instanceWords();
std::span<const Entry> journalWords();
std::span<const Entry> peopleWords();
std::span<const Entry> planWords();
std::span<const Entry> replanWords();
std::span<const Entry> routingWords();
std::span<const Entry> scenarioWords();
std::span<const Entry> syncWords();
std::span<const Entry> territoryWords();
std::span<const Entry> travelWords();
std::span<const Entry> vaultWords();

} // namespace medicobus::words
