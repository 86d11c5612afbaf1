// SPDX-License-Identifier: EUPL-1.2
#include "territory/cells.h"
#include "territory/commune_reader.h"
#include "territory/need.h"
#include "tests/fuzz/fuzz.h"

#include <set>

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    const auto territory = territory::parseCommunes(bytes, "fuzz.csv");
    if (!isRead(territory)) {
        return;
    }
    std::set<std::string> codes;
    for (const territory::Commune& commune : territory->communes) {
        require(codes.insert(commune.insee.value).second, "an INSEE code comes once");
        require(!commune.name.empty(), "a commune has a name");
    }
    for (const territory::Contour& contour : territory::schematicContours(*territory)) {
        for (const territory::Polygon& polygon : contour.polygons) {
            require(polygon.front().front() == polygon.front().back(), "a ring is closed");
        }
    }
}

} // namespace medicobus::fuzz
