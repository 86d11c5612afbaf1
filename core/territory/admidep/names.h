// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"

#include <set>
#include <string>
#include <string_view>

namespace medicobus::territory {

/// Invents names that sound like those of French communes and are those of none; never the same one twice.
/// Part of the Admidep generator.
class AdmidepNames {
public:
    explicit AdmidepNames(Random& random) : m_random(random) {}

    /// One word, for a town: "Vauclémont".
    std::string town();
    /// Any of the usual shapes. `river` is the water nearby, such as "Aubrelle", or empty.
    std::string village(std::string_view river);

private:
    std::string simple();
    std::string saint(std::string_view river);
    std::string withArticle(std::string_view river);
    std::string compound(std::string_view river);
    bool isNew(const std::string& name);

    Random& m_random;
    std::set<std::string> m_used;
};

} // namespace medicobus::territory
