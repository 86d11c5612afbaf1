// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/drawing/themes.h"

#include <initializer_list>

namespace medicobus::simulation {
namespace {

struct Weight {
    Act act;
    int weight;
};

constexpr std::initializer_list<Weight> everyday{
    {Act::Register, 3}, {Act::Correct, 4},    {Act::Choose, 1},  {Act::Book, 16}, {Act::Move, 5},
    {Act::Cancel, 5},   {Act::Mark, 5},       {Act::Undo, 1},    {Act::Visit, 3}, {Act::WalkIn, 2},
    {Act::Lease, 4},    {Act::Deposit, 3},    {Act::Close, 1},   {Act::Shift, 1}, {Act::Unknown, 1},
    {Act::Sync, 28},    {Act::Restart, 2},    {Act::Pass, 5},    {Act::Drift, 1}, {Act::Erase, 1},
    {Act::Stick, 1},    {Act::StickToHub, 1}, {Act::Publish, 1}, {Act::Jump, 1},  {Act::SetRight, 1},
    {Act::Recover, 1},  {Act::Lag, 1}};

/// What one theme has otherwise.
struct Bent {
    std::initializer_list<Weight> weights;
    int mishaps = 15;
    bool breaksNetwork = true;
    bool breaksMachines = true;
};

constexpr std::initializer_list<Weight> nothing{};
constexpr std::initializer_list<Weight> races{{Act::Book, 30}, {Act::Lease, 10}, {Act::Deposit, 8}};
/// Tablets that confirm without a network while their shares end.
constexpr std::initializer_list<Weight> endingLeases{{Act::Lease, 16}, {Act::Book, 34}, {Act::Sync, 18},
                                                     {Act::Pass, 16},  {Act::Jump, 3},  {Act::Move, 2}};
constexpr std::initializer_list<Weight> wrongClocks{
    {Act::Lease, 10}, {Act::Jump, 8}, {Act::SetRight, 3}, {Act::Pass, 14}};
constexpr std::initializer_list<Weight> restoredHub{{Act::Backup, 4}, {Act::Restore, 4}, {Act::Stick, 3}};
/// No network for long, sticks instead.
constexpr std::initializer_list<Weight> withoutNetwork{
    {Act::Cut, 5}, {Act::Join, 3}, {Act::Stick, 8}, {Act::StickToHub, 6}};
/// Rights that end, people who ask to be forgotten.
constexpr std::initializer_list<Weight> rights{
    {Act::Revoke, 2}, {Act::Withdraw, 4}, {Act::Erase, 6}, {Act::Correct, 10}, {Act::Choose, 4}};
/// Everybody changes the same few things before they meet.
constexpr std::initializer_list<Weight> merging{{Act::Correct, 12}, {Act::Choose, 4}, {Act::Move, 12},
                                                {Act::Cancel, 8},   {Act::Mark, 14},  {Act::Undo, 4},
                                                {Act::Visit, 6},    {Act::Sync, 22}};

constexpr std::initializer_list<Bent> bents{{nothing},
                                            {races},
                                            {endingLeases},
                                            {wrongClocks},
                                            {restoredHub},
                                            {withoutNetwork},
                                            {rights},
                                            {merging},
                                            {nothing, 60, true, false},
                                            {nothing, 60, false, true}};

} // namespace

Theme drawTheme(Random& random) {
    Theme theme;
    const Bent& bent = bents.begin()[random.below(bents.size())];
    for (const Weight& each : everyday) {
        theme.weights.of(each.act) = each.weight;
    }
    for (const Weight& each : bent.weights) {
        theme.weights.of(each.act) = each.weight;
    }
    theme.weights.mishaps = bent.mishaps;
    theme.weights.breaksNetwork = bent.breaksNetwork;
    theme.weights.breaksMachines = bent.breaksMachines;
    if (random.below(3) != 0) {
        theme.crowd = {static_cast<std::int64_t>(random.below(8)), 1 + random.below(2), 1 + random.below(4),
                       1 + random.below(3), 1 + random.below(4)};
    }
    return theme;
}

void Crowd::draw(Random& random, Step& step) const {
    const auto among = [&](std::uint64_t count) { return static_cast<std::int64_t>(random.below(count)); };
    const auto passage = [&] { return firstPassage + among(passages); };
    std::int64_t& first = step.numbers[0];
    std::int64_t& second = step.numbers[1];
    switch (step.act) {
    case Act::Book:
        step.numbers = {among(persons), passage(), among(slots)};
        break;
    case Act::Move:
        step.numbers = {among(appointments), passage(), among(slots)};
        break;
    case Act::Cancel:
    case Act::Mark:
    case Act::Undo:
    case Act::Visit:
        first = among(appointments);
        break;
    case Act::Correct:
    case Act::Erase:
        first = among(persons);
        break;
    case Act::WalkIn:
        first = among(persons);
        second = passage();
        break;
    case Act::Lease:
    case Act::Shift:
        first = passage();
        break;
    case Act::Deposit:
        first = passage();
        second = among(slots);
        break;
    default:
        break;
    }
}

} // namespace medicobus::simulation
