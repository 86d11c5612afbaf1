// SPDX-License-Identifier: EUPL-1.2
#include "sync/stick/stick.h"
#include "tests/simulation/play/stage.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace medicobus::simulation {
namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Cuts the file short or changes one bit of it.
void damage(const std::filesystem::path& file, Random& random) {
    std::string content = contentOf(file);
    if (random.below(2) == 0) {
        content.resize(random.below(content.size()));
    } else {
        const std::size_t at = random.below(content.size());
        content[at] = static_cast<char>(static_cast<unsigned char>(content[at]) ^ (1U << random.below(7)));
    }
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

} // namespace

bool Stage::writeStick(const std::filesystem::path& file, Tablet& from) {
    const RunningAs running(from.process());
    const auto stick = sync::stickFor(from.desk().journal(), from.keys(), from.clock());
    return stick && sync::writeStick(file, *stick, from.keys());
}

std::optional<Violation> Stage::exchangeStick(const Step& step, Tablet& from) {
    Random random(step.salt);
    const std::size_t other = (from.number() + 1 + static_cast<std::size_t>(step.numbers[0]) % 2) % 3;
    Tablet& to = *m_company.tablets[other];
    const auto file = stickFile();
    if (m_revoked.contains(other) || !writeStick(file, from) || from.isDead()) {
        return std::nullopt;
    }
    if (auto broken = raise(to)) {
        return broken;
    }
    const bool isDamaged = step.numbers[1] % 5 == 0;
    if (isDamaged) {
        counts().note(FaultKind::StickDamaged);
        damage(file, random);
    }
    const RunningAs running(to.process());
    sync::KeyBook book(to.desk().journal(), m_company.hubKey);
    const auto read = sync::readStick(file, to.desk().journal(), book);
    if (isDamaged && read) {
        return Violation{Guarantee::RepeatsAreNothing, fmt::format("{} believes a damaged stick", to.name())};
    }
    const bool isTaken = read && sync::takeIn(to.desk().journal(), *read).has_value();
    const bool isSeen = to.desk().noteExchange().has_value();
    note(step, isTaken && isSeen);
    return look(to);
}

std::optional<Violation> Stage::carryStick(const Step& step, Tablet& from) {
    Tablet& carrier =
        m_company.of(from.number() == static_cast<std::size_t>(Who::Phone) ? Who::Tablet1 : Who::Phone);
    const auto file = stickFile();
    if (m_revoked.contains(carrier.number()) || !writeStick(file, from) || from.isDead()) {
        return std::nullopt;
    }
    if (auto broken = raise(carrier)) {
        return broken;
    }
    const RunningAs running(carrier.process());
    sync::KeyBook book(carrier.desk().journal(), m_company.hubKey);
    const auto read = sync::readStick(file, carrier.desk().journal(), book);
    bool isDone = read.has_value();
    for (const sync::Push& push : read ? read->pushes : std::vector<sync::Push>()) {
        const auto answer = carrier.exchange().talk(sync::post("/v1/operations", sync::textOf(push)));
        isDone = isDone && answer && answer->status == 200;
    }
    note(step, isDone);
    return look(carrier);
}

} // namespace medicobus::simulation
