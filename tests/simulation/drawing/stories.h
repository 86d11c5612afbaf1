// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "tests/simulation/play/step.h"

#include <vector>

namespace medicobus::simulation {

/// A few steps that belong together and that chance alone would seldom bring in this order: a share that ends
/// while people book, changes of one thing by two who have not met, a program that dies while it receives, a
/// hub that comes back without what it had. Who, where and what are drawn.
std::vector<Step> drawStory(Random& random);

/// Puts a story among other steps: in one piece, or each of its steps at a place of its own, in their order.
void weave(Random& random, std::vector<Step>& steps, std::vector<Step> story);

} // namespace medicobus::simulation
