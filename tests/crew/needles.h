// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::test {

/// Looks for texts in bytes, in every form that software is likely to give them: UTF-8 and both orders of
/// UTF-16 without regard to the case of ASCII letters, and Base64 (either alphabet) at each of its three
/// alignments.
class Needles {
public:
    explicit Needles(const std::vector<std::string>& texts);

    /// "text in where" for each that is there.
    std::vector<std::string> in(std::string_view bytes, const std::string& where) const;
    /// Of every file below a folder.
    std::vector<std::string> below(const std::filesystem::path& folder) const;

private:
    struct Needle {
        std::string text;
        std::vector<std::string> folded; ///< To be found in folded bytes.
        std::vector<std::string> exact;
    };
    std::vector<Needle> m_needles;
};

} // namespace medicobus::test
