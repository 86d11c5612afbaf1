// SPDX-License-Identifier: EUPL-1.2
#include "plan/plan_json.h"
#include "plan/verify.h"
#include "tests/core/plan/small_case.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    const auto read = [](std::string_view text) { return plan::parsePlan(text, "fuzz.json"); };
    requireRoundTrip(bytes, read, plan::planJson);

    // A plan of any content is judged, never trusted.
    static const plan::Scenario scenario = plan::testing::smallScenario();
    if (const auto plan = read(bytes)) {
        const auto verification = plan::verify(scenario, *plan);
        require(!plan->tours.empty() || plan->series.empty() || !verification.holds(),
                "a series that no tour serves breaks a rule");
    }
}

} // namespace medicobus::fuzz
