// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/draw.h"

#include "base/random.h"

#include <initializer_list>

namespace medicobus::simulation {
namespace {

/// How often what happens, out of a common sum.
struct Weights {
    std::array<int, actNames.size()> acts{};
    int mishaps = 15; ///< Steps in a hundred with one.
    bool breaksNetwork = true;
    bool breaksMachines = true;

    int& of(Act act) { return acts[static_cast<std::size_t>(act)]; }
};

struct Weight {
    Act act;
    int weight;
};

constexpr std::initializer_list<Weight> everyday{
    {Act::Register, 3}, {Act::Correct, 4},    {Act::Choose, 1},  {Act::Book, 16}, {Act::Move, 5},
    {Act::Cancel, 5},   {Act::Mark, 5},       {Act::Undo, 1},    {Act::Visit, 3}, {Act::WalkIn, 2},
    {Act::Lease, 4},    {Act::Deposit, 3},    {Act::Close, 1},   {Act::Shift, 1}, {Act::Unknown, 1},
    {Act::Sync, 28},    {Act::Restart, 2},    {Act::Pass, 5},    {Act::Drift, 1}, {Act::Erase, 1},
    {Act::Stick, 1},    {Act::StickToHub, 1}, {Act::Publish, 1}, {Act::Jump, 1},  {Act::SetRight, 1}};

Weights bent(Random& random) {
    Weights weights;
    for (const Weight& each : everyday) {
        weights.of(each.act) = each.weight;
    }
    switch (random.below(8)) {
    case 0: // Races for places.
        weights.of(Act::Book) = 30;
        weights.of(Act::Lease) = 10;
        weights.of(Act::Deposit) = 8;
        break;
    case 1: // Wrong clocks, and leases that end.
        weights.of(Act::Lease) = 10;
        weights.of(Act::Jump) = 8;
        weights.of(Act::SetRight) = 3;
        weights.of(Act::Pass) = 14;
        break;
    case 2: // A hub that came back from a backup.
        weights.of(Act::Backup) = 4;
        weights.of(Act::Restore) = 4;
        weights.of(Act::Stick) = 3;
        break;
    case 3: // No network for long, sticks instead.
        weights.of(Act::Cut) = 5;
        weights.of(Act::Join) = 3;
        weights.of(Act::Stick) = 8;
        weights.of(Act::StickToHub) = 6;
        break;
    case 4: // Rights that end, people who ask to be forgotten.
        weights.of(Act::Revoke) = 2;
        weights.of(Act::Withdraw) = 4;
        weights.of(Act::Erase) = 6;
        weights.of(Act::Correct) = 10;
        weights.of(Act::Choose) = 4;
        break;
    case 5:
        weights.mishaps = 60;
        weights.breaksMachines = false;
        break;
    case 6:
        weights.mishaps = 60;
        weights.breaksNetwork = false;
        break;
    default:
        break;
    }
    return weights;
}

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

Step anyStep(Random& random, const Weights& weights) {
    Step step;
    step.act = anyAct(random, weights);
    step.who = actorOf(random, step.act);
    for (std::int64_t& number : step.numbers) {
        number = static_cast<std::int64_t>(random.below(1000));
    }
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
    const Weights weights = bent(random);
    Scenario scenario{seed, {}};
    const std::size_t count = 15 + random.below(25);
    for (std::size_t index = 0; index < count; ++index) {
        scenario.steps.push_back(anyStep(random, weights));
    }
    return scenario;
}

} // namespace medicobus::simulation
