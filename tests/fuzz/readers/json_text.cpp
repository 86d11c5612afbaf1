// SPDX-License-Identifier: EUPL-1.2
#include "base/json/text.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    using Json = nlohmann::json;
    constexpr int deep = 48;
    const auto plain = parsePlainJson(bytes, deep);
    if (!plain) {
        return;
    }
    const Json whole = Json::parse(bytes, nullptr, false);
    require(!whole.is_discarded() && *plain == whole, "what is read is what the library reads");
    require(jsonText(*plain) == whole.dump(), "what is written is what the library writes");
}

} // namespace medicobus::fuzz
