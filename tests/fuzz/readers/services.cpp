// SPDX-License-Identifier: EUPL-1.2
#include "territory/service_reader.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    if (const auto stops = territory::parseKnownStops(bytes, "fuzz.csv"); isRead(stops)) {
        for (const territory::KnownStop& stop : *stops) {
            require(!stop.sources.empty(), "a known stop says where it is known from");
        }
    }
    if (const auto facts = territory::parseServiceFacts(bytes, "fuzz.csv"); isRead(facts)) {
        for (const territory::ServiceFact& fact : *facts) {
            require(!fact.source.empty() && !fact.text.empty(), "a fact has a text and a source");
        }
    }
}

} // namespace medicobus::fuzz
