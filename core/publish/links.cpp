// SPDX-License-Identifier: EUPL-1.2
#include "publish/links.h"

#include <fmt/format.h>

namespace medicobus::publish {

std::string safeName(std::string_view key) {
    std::string name;
    for (const char c : key) {
        const bool isPlain =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        if (isPlain) {
            name += c;
        } else {
            name += fmt::format("_{:02x}", static_cast<unsigned char>(c));
        }
    }
    return name;
}

std::string communePath(const territory::InseeCode& insee) {
    return "communes/" + safeName(insee.value) + ".html";
}

std::string feedPath(const plan::SiteKey& site) {
    return "calendriers/" + safeName(site.value) + ".ics";
}

std::string addressLine(const plan::Site& site) {
    std::string line;
    for (const std::string* part : {&site.name, &site.address, &site.commune}) {
        // An address often ends with its commune already.
        if (part->empty() || line.ends_with(*part)) {
            continue;
        }
        line += (line.empty() ? "" : ", ") + *part;
    }
    return line;
}

std::string townName(const plan::Site& site) {
    return site.commune.empty() ? site.name : site.commune;
}

} // namespace medicobus::publish
