// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/exchange.h"

#include "sync/device/locals.h"

#include <fmt/format.h>

#include <algorithm>

// The parts of a round: catching up with a hub of another epoch, pushing, pulling.

namespace medicobus::sync {
namespace {

/// About how much of a message an operation takes.
std::size_t sizeOf(const Operation& operation) {
    constexpr std::size_t frame = 700;
    return frame + (operation.sealed ? operation.sealed->size() * 4 / 3 : 0) + operation.open.size() * 40;
}

/// Whether the hub read what it refused: not a session that is over, nor a body that the way had damaged.
bool isJudged(const Error& error) {
    return error.code() == codes::refused && error.detail("status") != "401"
           && error.detail("value") != "bad_digest";
}

std::vector<journal::VerdictNote> notesOf(const PushAnswer& answer, std::int64_t last) {
    std::vector<journal::VerdictNote> notes;
    for (const Verdict& verdict : answer.verdicts) {
        if (verdict.seq <= last) {
            notes.push_back({verdict.seq, std::string(wordOf(verdict.kind)), verdict.reason, verdict.by});
        }
    }
    return notes;
}

} // namespace

Result<bool> Exchange::catchUp() {
    const auto marked = m_journal.local(locals::catchingUp);
    if (!marked || !*marked) {
        return marked.map([](const auto&) { return false; });
    }
    if (!m_lacking) {
        return compareChains().map([] { return true; });
    }
    const auto next = nextLacking();
    if (!next) {
        return Fault(next.error());
    }
    if (!*next) {
        m_lacking.reset();
        return m_journal.removeLocal(locals::catchingUp).map([] { return false; });
    }
    const DeviceId device = **next;
    std::int64_t& sent = m_lacking->at(device);
    auto operations = batchOf(device, sent, Gaps::Cross);
    if (!operations) {
        return Fault(operations.error());
    }
    if (operations->empty()) {
        m_lacking->erase(device);
        return true;
    }
    sent = operations->back().seq;
    const auto answer = send(device, std::move(*operations));
    if (answer) {
        return true;
    }
    // A hub that will not have a chain from this device must not keep it from the rest.
    if (!isJudged(answer.error())) {
        return Fault(answer.error());
    }
    m_lacking->erase(device);
    return true;
}

Result<void> Exchange::compareChains() {
    const auto held = m_journal.chains();
    const auto own = m_journal.acknowledged();
    if (!held || !own) {
        return Fault(held ? own.error() : held.error());
    }
    const auto answer = ask(get("/v1/chains"));
    const auto chains = answer ? readChainsAnswer(answer->body) : Result<Chains>(Fault(answer.error()));
    if (!chains) {
        return Fault(chains.error());
    }
    m_lacking.emplace();
    for (const auto& [device, gapless] : *held) {
        const auto known = chains->chains.find(device);
        const std::int64_t has = known == chains->chains.end() ? 0 : known->second;
        const bool isOwn = std::any_of(own->begin(), own->end(), [&, id = device](const auto& identity) {
            return identity.first == id;
        });
        // An own chain is pushed from its first operation: the verdicts that stand at this hub are heard by
        // sending again alone, and what it holds is seen to be the same. Of others, what lies beyond a gap is
        // brought too: who reads a part of a chain holds a part of it.
        if (!isOwn) {
            (*m_lacking)[device] = has;
        }
    }
    return {};
}

Result<std::optional<DeviceId>> Exchange::nextLacking() {
    for (const auto& [device, has] : *m_lacking) {
        const auto key = m_book.keyOf(device);
        if (!key) {
            return Fault(key.error());
        }
        // A former hub's chain goes first: it says who the others are.
        if (!*key) {
            return device;
        }
    }
    return m_lacking->empty() ? std::nullopt : std::optional(m_lacking->begin()->first);
}

Result<std::vector<Operation>> Exchange::batchOf(const DeviceId& device, std::int64_t after, Gaps gaps) {
    auto operations = m_journal.operationsOf(device, after, m_options.batch);
    if (!operations) {
        return operations;
    }
    std::size_t bytes = 0;
    std::int64_t expected = after + 1;
    const auto end = std::find_if(operations->begin(), operations->end(), [&](const Operation& operation) {
        bytes += sizeOf(operation);
        const bool isBeyondGap = operation.seq != expected++ && gaps == Gaps::Stop;
        return isBeyondGap || (bytes > m_options.batchBytes && &operation != &operations->front());
    });
    operations->erase(end, operations->end());
    return operations;
}

Result<PushAnswer> Exchange::send(const DeviceId& device, std::vector<Operation> operations) {
    for (Operation& operation : operations) {
        // Made before the device had a key; its chain vouches for it with the signature that it lacks.
        if (!operation.signature) {
            const auto signature = m_keys.sign(viewOf(operation.hash));
            if (!signature) {
                return Fault(signature.error());
            }
            operation.signature = *signature;
        }
    }
    auto envelopes = m_journal.envelopesFor(operations);
    const auto epoch = m_journal.local(locals::epoch);
    if (!envelopes || !epoch) {
        return Fault(envelopes ? epoch.error() : envelopes.error());
    }
    const Push push{device, epoch->value_or(""), std::move(operations), std::move(*envelopes)};
    const auto answer = ask(post("/v1/operations", textOf(push)));
    if (!answer) {
        return Fault(answer.error());
    }
    auto read = readPushAnswer(answer->body);
    if (read) {
        heard(read->hubTime);
    }
    return read;
}

Result<bool> Exchange::push() {
    const auto own = m_journal.acknowledged();
    if (!own) {
        return Fault(own.error());
    }
    for (const auto& [device, through] : *own) {
        auto operations = batchOf(device, through, Gaps::Stop);
        if (!operations) {
            return Fault(operations.error());
        }
        if (operations->empty()) {
            continue;
        }
        const std::int64_t last = operations->back().seq;
        const auto answer = send(device, std::move(*operations));
        if (!answer) {
            return Fault(answer.error());
        }
        return settle(device, last, *answer).map([] { return true; });
    }
    return false;
}

Result<void> Exchange::settle(const DeviceId& device, std::int64_t last, const PushAnswer& answer) {
    const auto epoch = m_journal.local(locals::epoch);
    if (!epoch) {
        return Fault(epoch.error());
    }
    if (answer.epoch != *epoch) {
        return meetEpoch(answer.epoch);
    }
    const auto fork =
        std::find_if(answer.verdicts.begin(), answer.verdicts.end(), [](const Verdict& verdict) {
            return verdict.kind == Verdict::Kind::Rejected && verdict.reason == reasons::forked;
        });
    if (fork != answer.verdicts.end() && device == m_journal.device()) {
        return changeIdentity(fork->seq);
    }
    const auto before = m_journal.acknowledged();
    if (!before) {
        return Fault(before.error());
    }
    const auto known = std::find_if(before->begin(), before->end(),
                                    [&](const auto& identity) { return identity.first == device; });
    if (known == before->end() || answer.ackedThrough > known->second) {
        return m_journal.acknowledge(device, std::min(answer.ackedThrough, last), notesOf(answer, last));
    }
    // The hub has less than it said before, though its epoch is the same: nothing that it said counts.
    return m_journal.startEpoch({{locals::catchingUp, "1"}}).and_then([&]() -> Result<void> {
        return fault(codes::busy, {{"value", "409"}});
    });
}

Result<void> Exchange::changeIdentity(std::int64_t seq) {
    auto changed = m_journal.takeNewIdentity(seq);
    if (!changed) {
        return changed;
    }
    m_token.clear();
    return fault(codes::mustEnrol);
}

Result<bool> Exchange::pull() {
    const auto stored = m_journal.local(locals::cursor);
    if (!stored) {
        return Fault(stored.error());
    }
    const std::int64_t cursor = locals::numberOf(stored->value_or("0"));
    const auto acknowledged = m_journal.acknowledged();
    if (!acknowledged) {
        return Fault(acknowledged.error());
    }
    const auto answer = ask(get(fmt::format("/v1/operations?after={}&limit={}&own={}", cursor, m_options.page,
                                            acknowledged->back().second)));
    const auto page = answer ? readPage(answer->body) : Result<Page>(Fault(answer.error()));
    if (!page) {
        return Fault(page.error());
    }
    heard(page->hubTime);
    const auto epoch = m_journal.local(locals::epoch);
    if (!epoch) {
        return Fault(epoch.error());
    }
    if (page->epoch != *epoch) {
        return meetEpoch(page->epoch).map([] { return true; });
    }
    return take(*page, cursor).map([&] { return page->hasMore; });
}

Result<void> Exchange::take(const Page& page, std::int64_t cursor) {
    if (!isWhole(page) || page.from != cursor || page.to < page.from
        || (page.hasMore && page.to == page.from)) {
        return fault(codes::badPage, {{"key", "$.checksum"}, {"value", std::to_string(cursor)}});
    }
    if (auto checked = checkSignatures(page.operations, m_book); !checked) {
        return checked;
    }
    journal::Incoming incoming;
    incoming.operations = page.operations;
    incoming.envelopes = page.envelopes;
    incoming.removals = page.removals;
    incoming.locals = {{locals::cursor, std::to_string(page.to)},
                       {locals::lastContact, std::to_string(toMillis(m_clock.now()))}};
    incoming.isFromHub = true;
    const auto taken = m_journal.ingest(incoming);
    if (taken) {
        return noteReturned(page);
    }
    if (taken.error().code() == journal::codes::forked
        && taken.error().detail("device") == m_journal.device().text()) {
        return changeIdentity(locals::numberOf(taken.error().detail("seq")));
    }
    return Fault(taken.error());
}

Result<void> Exchange::noteReturned(const Page& page) {
    const auto own = m_journal.acknowledged();
    if (!own) {
        return Fault(own.error());
    }
    for (const auto& [device, through] : *own) {
        std::int64_t reached = through;
        for (const Operation& operation : page.operations) {
            reached += operation.device == device && operation.seq == reached + 1 ? 1 : 0;
        }
        if (reached > through) {
            if (auto noted = m_journal.acknowledge(device, reached); !noted) {
                return noted;
            }
        }
    }
    return {};
}

} // namespace medicobus::sync
