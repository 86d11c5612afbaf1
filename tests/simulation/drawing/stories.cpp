// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/drawing/stories.h"

#include <algorithm>

namespace medicobus::simulation {
namespace {

using Numbers = std::array<std::int64_t, 3>;

/// Two of the crew, and the steps that they make.
class Telling {
public:
    explicit Telling(Random& random)
        : m_random(random),
          m_one(static_cast<Who>(random.below(3))),
          m_other(static_cast<Who>((static_cast<std::uint64_t>(m_one) + 1 + random.below(2)) % 3)) {}

    Who one() const { return m_one; }
    Who other() const { return m_other; }
    std::int64_t any(std::uint64_t count) { return static_cast<std::int64_t>(m_random.below(count)); }
    void say(Who who, Act act, const Numbers& numbers = {}) {
        m_steps.push_back({who, act, numbers, {}, static_cast<std::uint32_t>(m_random.next())});
    }
    /// Something goes wrong with the machine during the last step.
    void harm(FaultKind kind, std::uint64_t within) {
        Mishap mishap;
        mishap.kind = kind;
        mishap.at = 1 + any(within);
        if (kind == FaultKind::PowerLoss) {
            mishap.loss = static_cast<Loss>(any(3));
        }
        m_steps.back().mishaps.push_back(mishap);
    }
    std::vector<Step> take() { return std::move(m_steps); }

private:
    Random& m_random;
    Who m_one;
    Who m_other;
    std::vector<Step> m_steps;
};

/// One confirms inside a share without a network; its time passes; the other asks for the same places.
void shareEnds(Telling& story) {
    constexpr std::int64_t slots = 4;
    const std::int64_t passage = 1 + story.any(6);
    story.say(story.one(), Act::Lease, {passage, 2, 0});
    for (std::int64_t slot = 0; slot < slots; ++slot) {
        story.say(story.one(), Act::Book, {story.any(3), passage, slot});
    }
    story.say(Who::World, Act::Pass, {130 + story.any(400), 1, 0});
    for (int request = 0; request < 2; ++request) {
        story.say(story.other(), Act::Book, {story.any(3), passage, story.any(slots)});
    }
    story.say(story.other(), Act::Sync);
}

/// Both change the same appointment before they hear of each other, and one of them late.
void apart(Telling& story) {
    constexpr std::array changes{Act::Cancel, Act::Mark, Act::Move, Act::Undo};
    const std::int64_t passage = story.any(8);
    story.say(story.one(), Act::Book, {story.any(3), passage, story.any(4)});
    story.say(story.one(), Act::Sync);
    story.say(story.other(), Act::Sync);
    for (const Who who : {story.one(), story.other(), story.one(), story.other()}) {
        const auto change = changes[static_cast<std::size_t>(story.any(changes.size()))];
        story.say(who, change, {0, change == Act::Move ? passage : story.any(5), story.any(4)});
    }
    story.say(story.other(), Act::Sync);
    story.say(story.one(), Act::Sync);
}

/// What one sends reaches the other while that one's machine fails.
void diesReceiving(Telling& story) {
    constexpr std::array failures{FaultKind::PowerLoss, FaultKind::Killed, FaultKind::DiskError,
                                  FaultKind::DiskFull};
    for (int round = 0; round < 2; ++round) {
        story.say(story.one(), Act::Register, {story.any(6), story.any(6), story.any(60)});
        story.say(story.one(), Act::Book, {story.any(3), story.any(8), story.any(4)});
        story.say(story.one(), Act::Sync);
        story.say(story.other(), Act::Sync);
        story.harm(failures[static_cast<std::size_t>(story.any(failures.size()))], round == 0 ? 12 : 40);
    }
}

/// The hub comes back from a backup that lacks what it acknowledged since.
void hubForgets(Telling& story) {
    story.say(Who::Hub, Act::Backup);
    for (const Who who : {story.one(), story.other()}) {
        story.say(who, Act::Register, {story.any(6), story.any(6), story.any(60)});
        story.say(who, Act::Sync);
    }
    story.say(Who::Hub, Act::Restore);
    story.say(story.one(), Act::Sync);
}

} // namespace

std::vector<Step> drawStory(Random& random) {
    constexpr std::array<void (*)(Telling&), 4> stories{shareEnds, apart, diesReceiving, hubForgets};
    Telling story(random);
    stories[random.below(stories.size())](story);
    return story.take();
}

void weave(Random& random, std::vector<Step>& steps, std::vector<Step> story) {
    const auto anywhere = [&] { return random.below(steps.size() + 1); };
    std::vector<std::size_t> places(story.size(), anywhere());
    if (random.below(2) == 0) {
        std::generate(places.begin(), places.end(), anywhere);
    }
    std::sort(places.begin(), places.end());
    // From the end, so that the places before stay what they were.
    for (std::size_t index = story.size(); index-- > 0;) {
        steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(places[index]), std::move(story[index]));
    }
}

} // namespace medicobus::simulation
