// SPDX-License-Identifier: EUPL-1.2
#include "base/text/fold.h"
#include "base/uuid.h"
#include "plan/programme.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    if (const auto uuid = Uuid::parse(bytes)) {
        require(Uuid::parse(uuid->text()) == uuid, "an identifier reads back");
        require(bytes.size() == 36, "an identifier has 36 characters");
    }
    if (const auto passage = plan::OccurrenceId::parse(bytes)) {
        require(plan::OccurrenceId::parse(passage->text()) == passage, "a passage's name reads back");
    }
    const std::string folded = foldForSearch(bytes);
    require(!firstInvalidUtf8(folded) || firstInvalidUtf8(bytes), "folding keeps UTF-8");
    require(foldForSearch(folded) == folded || firstInvalidUtf8(bytes), "what is folded stays as it is");
}

} // namespace medicobus::fuzz
