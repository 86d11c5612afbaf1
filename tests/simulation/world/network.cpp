// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world/network.h"

#include <algorithm>

namespace medicobus::simulation {
namespace {

Fault noAnswer(const char* cause) {
    return fault(sync::codes::unreachable, {{"cause", cause}});
}

} // namespace

void Network::plan(std::vector<Planned> faults, std::uint64_t salt) {
    m_planned = std::move(faults);
    m_random = Random(salt);
    m_step = 0;
}

bool Network::strikes(FaultKind kind) {
    const bool isPlanned = std::any_of(m_planned.begin(), m_planned.end(), [&](const Planned& each) {
        return each.kind == kind && each.at == m_step;
    });
    if (isPlanned) {
        m_counts.note(kind);
    }
    return isPlanned;
}

std::string Network::cutShort(const std::string& body) {
    return body.substr(0, m_random.below(body.size()));
}

std::string Network::garbled(const std::string& body) {
    std::string changed = body;
    if (!changed.empty()) {
        const std::size_t at = m_random.below(changed.size());
        changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1U << m_random.below(8)));
    }
    return changed;
}

sync::HttpCall Network::onTheWay(const sync::HttpCall& call) {
    sync::HttpCall arrived = call;
    arrived.peer = "192.0.2.1";
    if (strikes(FaultKind::RequestCut)) {
        arrived.body = cutShort(call.body);
    }
    if (strikes(FaultKind::RequestCorrupted)) {
        arrived.body = garbled(call.body);
    }
    return arrived;
}

Result<sync::HttpAnswer> Network::onTheWayBack(sync::HttpAnswer answer) {
    if (strikes(FaultKind::AnswerDropped)) {
        return noAnswer("answer lost");
    }
    if (strikes(FaultKind::AnswerCut)) {
        answer.body = cutShort(answer.body);
    }
    if (strikes(FaultKind::AnswerCorrupted)) {
        answer.body = garbled(answer.body);
    }
    return answer;
}

Result<sync::HttpAnswer> Network::carry(std::size_t device, const sync::HttpCall& call) {
    ++m_step;
    ++m_calls;
    if (m_cut.contains(device)) {
        m_counts.note(FaultKind::Partition);
        return noAnswer("no network");
    }
    if (strikes(FaultKind::RequestDropped)) {
        return noAnswer("request lost");
    }
    const sync::HttpCall arrived = onTheWay(call);
    if (strikes(FaultKind::RequestDelayed)) {
        m_late.push_back(arrived);
        return noAnswer("request late");
    }
    m_sent.push_back(arrived);
    auto answer = m_deliver(arrived);
    if (strikes(FaultKind::RequestRepeated)) {
        answer = m_deliver(arrived);
    }
    return answer ? onTheWayBack(std::move(*answer)) : noAnswer("hub gone");
}

void Network::deliverLate(bool isReversed) {
    std::vector<sync::HttpCall> late;
    late.swap(m_late);
    if (isReversed) {
        std::reverse(late.begin(), late.end());
    }
    for (const sync::HttpCall& call : late) {
        m_sent.push_back(call);
        m_deliver(call);
    }
}

} // namespace medicobus::simulation
