// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vroom.h"
#include "routing/check.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    const auto request = exchange::readVroom(bytes, "fuzz.json");
    if (!isRead(request)) {
        return;
    }
    const auto problem = exchange::toProblem(*request);
    if (!isRead(problem)) {
        return;
    }
    require(problem->problem.places.size() >= request->jobs.size(), "each job has a place");
    require(problem->problem.vehicles.size() == request->vehicles.size(), "each vehicle is one");
    for (int job = 0; job < static_cast<int>(request->jobs.size()); ++job) {
        exchange::reasonFor(*problem, job);
    }
}

} // namespace medicobus::fuzz
