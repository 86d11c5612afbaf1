// SPDX-License-Identifier: EUPL-1.2
#include "territory/pharmacy_reader.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    isRead(territory::parsePharmacies(bytes, "fuzz.csv"));

    const auto spans = territory::parseOpeningHours(bytes);
    if (!isRead(spans)) {
        return;
    }
    require(!spans->empty(), "hours that are read are some");
    for (std::size_t i = 0; i < spans->size(); ++i) {
        const territory::OpenSpan& span = (*spans)[i];
        require(span.from < span.to, "a span ends after it began");
        require(i == 0 || (*spans)[i - 1].day != span.day || (*spans)[i - 1].to <= span.from,
                "the spans of a day are in order and apart");
    }
}

} // namespace medicobus::fuzz
