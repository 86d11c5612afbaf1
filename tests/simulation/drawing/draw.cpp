// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/drawing/draw.h"

#include "tests/simulation/drawing/stories.h"
#include "tests/simulation/drawing/themes.h"

namespace medicobus::simulation {
namespace {

Act anyAct(Random& random, const Weights& weights) {
    int sum = 0;
    for (const int weight : weights.acts) {
        sum += weight;
    }
    auto left = static_cast<int>(random.below(static_cast<std::uint64_t>(sum)));
    std::size_t index = 0;
    while (left >= weights.acts[index]) {
        left -= weights.acts[index++];
    }
    return static_cast<Act>(index);
}

/// Who can do this at all.
Who actorOf(Random& random, Act act) {
    const auto crew = [&] { return static_cast<Who>(random.below(3)); };
    switch (act) {
    case Act::Deposit:
        return Who::TownHall;
    case Act::Close:
        return random.below(2) == 0 ? Who::TownHall : Who::Coordination;
    case Act::Publish:
    case Act::Shift:
    case Act::Revoke:
        return Who::Coordination;
    case Act::Withdraw:
    case Act::Backup:
    case Act::Restore:
        return Who::Hub;
    case Act::Pass:
    case Act::Jump:
    case Act::Drift:
    case Act::SetRight:
    case Act::Cut:
    case Act::Join:
        return Who::World;
    case Act::Sync:
    case Act::Unknown:
        return random.below(4) == 0 ? static_cast<Who>(random.below(deviceCount)) : crew();
    case Act::Restart:
        return random.below(3) == 0 ? Who::Hub : crew();
    default:
        return crew();
    }
}

Mishap anyMishap(Random& random, const Weights& weights, const Step& step) {
    constexpr std::array network{FaultKind::RequestDropped,   FaultKind::AnswerDropped,
                                 FaultKind::RequestRepeated,  FaultKind::RequestDelayed,
                                 FaultKind::RequestCut,       FaultKind::AnswerCut,
                                 FaultKind::RequestCorrupted, FaultKind::AnswerCorrupted};
    constexpr std::array machines{FaultKind::PowerLoss, FaultKind::PowerLoss, FaultKind::Killed,
                                  FaultKind::DiskFull, FaultKind::DiskError};
    const bool usesNetwork = step.act == Act::Sync || step.act == Act::Lease;
    const bool isOfNetwork =
        usesNetwork && weights.breaksNetwork && (!weights.breaksMachines || random.below(2) == 0);
    Mishap mishap;
    if (isOfNetwork) {
        mishap.kind = network[random.below(network.size())];
        mishap.at = 1 + static_cast<std::int64_t>(random.below(5));
        return mishap;
    }
    mishap.kind = machines[random.below(machines.size())];
    mishap.at = 1 + static_cast<std::int64_t>(random.below(random.below(2) == 0 ? 8 : 60));
    mishap.isOfHub = usesNetwork && random.below(2) == 0;
    if (mishap.kind == FaultKind::PowerLoss) {
        mishap.loss = static_cast<Loss>(random.below(3));
    }
    return mishap;
}

Step anyStep(Random& random, const Theme& theme) {
    const Weights& weights = theme.weights;
    Step step;
    step.act = anyAct(random, weights);
    step.who = actorOf(random, step.act);
    for (std::int64_t& number : step.numbers) {
        number = static_cast<std::int64_t>(random.below(1000));
    }
    theme.crowd.draw(random, step);
    step.salt = static_cast<std::uint32_t>(random.next());
    const bool canBreak =
        step.who != Who::World && (weights.breaksMachines || step.act == Act::Sync || step.act == Act::Lease);
    if (canBreak && random.below(100) < static_cast<std::uint64_t>(weights.mishaps)) {
        step.mishaps.push_back(anyMishap(random, weights, step));
    }
    return step;
}

} // namespace

Scenario drawScenario(std::uint64_t seed) {
    Random random(seed);
    const Theme theme = drawTheme(random);
    Scenario scenario{seed, {}};
    const std::size_t count = 10 + random.below(20);
    for (std::size_t index = 0; index < count; ++index) {
        scenario.steps.push_back(anyStep(random, theme));
    }
    if (random.below(2) == 0) {
        weave(random, scenario.steps, drawStory(random));
    }
    return scenario;
}

} // namespace medicobus::simulation
