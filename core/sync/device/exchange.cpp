// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/exchange.h"

#include "sync/device/locals.h"
#include "sync/wire/unsent.h"

#include <algorithm>

namespace medicobus::sync {
namespace {

ExchangeStatus::State stateAfter(const Error& error) {
    const ErrorCode code = error.code();
    if (code == codes::unreachable || code == codes::busy) {
        return ExchangeStatus::State::Offline;
    }
    if (code == codes::wrongHub) {
        return ExchangeStatus::State::WrongHub;
    }
    if (code == codes::mustEnrol) {
        return ExchangeStatus::State::MustEnrol;
    }
    if (code == codes::revoked) {
        return ExchangeStatus::State::Revoked;
    }
    return code.name == "vault.locked" ? ExchangeStatus::State::Locked : ExchangeStatus::State::Faulty;
}

/// Whether the hub forgot the session, which costs no more than a new one.
bool isSessionOver(const Error& error) {
    return error.code() == codes::refused && error.detail("status") == "401";
}

Unsent unsentOf(const journal::Waiting& waiting, Instant now) {
    const auto age = waiting.oldest ? now - *waiting.oldest : std::chrono::milliseconds(0);
    return {waiting.count, std::max(floor<std::chrono::seconds>(age), std::chrono::seconds(0))};
}

} // namespace

Exchange::Exchange(HubLink& link, journal::Journal& journal, const Clock& clock, DeviceKeys& keys,
                   const PublicKey& hubKey, ExchangeOptions options)
    : m_link(link),
      m_journal(journal),
      m_clock(clock),
      m_keys(keys),
      m_book(journal, hubKey),
      m_options(std::move(options)) {}

Result<bool> Exchange::step() {
    m_lastAttempt = m_clock.now();
    auto outcome = advance();
    if (!outcome && isSessionOver(outcome.error()) && !m_token.empty()) {
        m_token.clear();
        m_stage = Stage::Begin;
        outcome = true;
    }
    note(outcome);
    return outcome;
}

Result<void> Exchange::run() {
    for (;;) {
        const auto more = step();
        if (!more) {
            return Fault(more.error());
        }
        if (!*more) {
            return {};
        }
    }
}

Result<bool> Exchange::advance() {
    const auto revoked = m_journal.local(locals::revoked);
    if (!revoked) {
        return Fault(revoked.error());
    }
    if (*revoked) {
        return fault(codes::revoked);
    }
    switch (m_stage) {
    case Stage::Begin: {
        if (m_options.beforeRound) {
            if (auto done = m_options.beforeRound(); !done) {
                return Fault(done.error());
            }
        }
        if (m_token.empty()) {
            if (auto opened = openSession(); !opened) {
                return Fault(opened.error());
            }
        }
        m_stage = Stage::CatchUp;
        return true;
    }
    case Stage::CatchUp:
        return catchUp().map([&](bool more) {
            m_stage = more ? m_stage : Stage::Push;
            return true;
        });
    case Stage::Push:
        return push().map([&](bool more) {
            m_stage = more ? m_stage : Stage::Pull;
            return true;
        });
    case Stage::Pull:
        return pull().map([&](bool more) {
            m_stage = more ? m_stage : Stage::Begin;
            return more;
        });
    }
    return false;
}

void Exchange::note(const Result<bool>& outcome) {
    if (!outcome) {
        m_lastError = outcome.error();
        ++m_failures;
        // What a failed round had still to do is found again from what is stored.
        m_stage = Stage::Begin;
        m_lacking.reset();
    } else if (m_stage != Stage::Begin || !*outcome) {
        m_lastError.reset();
        m_failures = 0;
    }
}

Result<void> Exchange::openSession() {
    const auto asked = carry(m_link, get("/v1/challenge"));
    if (!asked) {
        return Fault(asked.error());
    }
    if (asked->status != 200) {
        return obey(*asked);
    }
    const auto challenge = readChallenge(asked->body);
    if (!challenge) {
        return Fault(challenge.error());
    }
    heard(challenge->hubTime);
    const auto signature = m_keys.sign(sessionProof(challenge->challenge));
    if (!signature) {
        return Fault(signature.error());
    }
    const SessionRequest request{m_journal.device(), challenge->challenge, *signature};
    HttpCall call = post("/v1/sessions", toJson(request).dump());
    call.headers["x-medicobus-clock"] = std::to_string(toMillis(m_clock.now()));
    const auto answer = carry(m_link, std::move(call));
    if (!answer) {
        return Fault(answer.error());
    }
    if (answer->status != 200 && answer->status != 201) {
        return obey(*answer);
    }
    const auto session = readSession(answer->body);
    if (!session) {
        return Fault(session.error());
    }
    m_token = session->token;
    return meetEpoch(session->epoch);
}

Result<HttpAnswer> Exchange::ask(HttpCall call) {
    call.headers["authorization"] = "Bearer " + m_token;
    if (const auto waiting = m_journal.waiting()) {
        call.headers[unsentHeader] = textOf(unsentOf(*waiting, m_clock.now()));
    }
    auto answer = carry(m_link, std::move(call));
    // A gap is for the caller of a push to read.
    if (answer && answer->status >= 400 && answer->status != 409) {
        return obey(*answer);
    }
    return answer;
}

std::optional<SessionRequest> Exchange::proofOfSelf() {
    const auto asked = carry(m_link, get("/v1/challenge"));
    const auto challenge = asked ? readChallenge(asked->body) : Result<Challenge>(Fault(asked.error()));
    const auto signature = challenge ? m_keys.sign(sessionProof(challenge->challenge))
                                     : Result<Signature>(Fault(challenge.error()));
    return signature ? std::optional(SessionRequest{m_journal.device(), challenge->challenge, *signature})
                     : std::nullopt;
}

Fault Exchange::obey(const HttpAnswer& answer) {
    const Refusal refusal = refusalOf(answer);
    if (refusal.code == "revoked") {
        m_token.clear();
        std::optional<SessionRequest> proof;
        if (refusal.wipe) {
            proof = proofOfSelf();
            // Before the vault, without which there is no further contact to do it again.
            if (auto dropped = m_journal.dropEnvelopes(); !dropped) {
                return Fault(dropped.error());
            }
            if (m_options.wipe) {
                if (auto wiped = m_options.wipe(); !wiped) {
                    return Fault(wiped.error());
                }
            }
        }
        // Last, so that a wipe cut short is done again at the next contact.
        if (auto kept = m_journal.setLocal(locals::revoked, refusal.wipe ? "wiped" : "revoked"); !kept) {
            return Fault(kept.error());
        }
        if (proof) {
            // For the list of devices; where it is not heard, what was destroyed is destroyed all the same.
            std::ignore =
                carry(m_link, post("/v1/devices/" + proof->device.text() + "/wiped", toJson(*proof).dump()));
        }
        return fault(codes::revoked);
    }
    if (refusal.code == "unknown_device") {
        m_token.clear();
        return fault(codes::mustEnrol);
    }
    return Fault(errorOf(answer));
}

Result<void> Exchange::meetEpoch(const std::string& epoch) {
    const auto known = m_journal.local(locals::epoch);
    if (!known) {
        return Fault(known.error());
    }
    if (*known == epoch) {
        return {};
    }
    m_stage = Stage::Begin;
    m_lacking.reset();
    return m_journal.startEpoch({{locals::epoch, epoch}, {locals::cursor, {}}, {locals::catchingUp, "1"}});
}

void Exchange::heard(Instant hubTime) {
    m_drift = m_clock.now() - hubTime;
}

Result<HttpAnswer> Exchange::talk(const HttpCall& call) {
    if (!m_token.empty()) {
        auto answer = ask(call);
        if (answer || !isSessionOver(answer.error())) {
            return answer;
        }
    }
    if (auto opened = openSession(); !opened) {
        return Fault(opened.error());
    }
    return ask(call);
}

Result<std::optional<Lease>> Exchange::requestLease(const std::string& occurrence, int places) {
    const std::string key = locals::leaseRequest + occurrence;
    const auto request = unanswered(key);
    if (!request) {
        return Fault(request.error());
    }
    const auto answer = talk(post("/v1/leases", toJson(LeaseRequest{*request, occurrence, places}).dump()));
    if (!answer) {
        return Fault(answer.error());
    }
    const auto read = readLeaseAnswer(answer->body);
    if (!read) {
        return Fault(read.error());
    }
    heard(read->hubTime);
    return m_journal.removeLocal(key).map([&] { return read->lease; });
}

Result<Uuid> Exchange::unanswered(const std::string& key) {
    const auto stored = m_journal.local(key);
    if (!stored) {
        return Fault(stored.error());
    }
    if (const auto asked = Uuid::parse(stored->value_or(""))) {
        const auto granted = m_journal.ofSubject({"lease", asked->text()});
        if (!granted) {
            return Fault(granted.error());
        }
        if (granted->empty()) {
            return *asked;
        }
    }
    const Uuid request = m_journal.newUuid();
    return m_journal.setLocal(key, request.text()).map([&] { return request; });
}

Result<ExchangeStatus> Exchange::status() const {
    ExchangeStatus status;
    const auto waiting = m_journal.waiting();
    const auto ruled = m_journal.ruled();
    const auto epoch = m_journal.local(locals::epoch);
    const auto contact = m_journal.local(locals::lastContact);
    const auto revoked = m_journal.local(locals::revoked);
    if (!waiting || !ruled || !epoch || !contact || !revoked) {
        return Fault(!waiting   ? waiting.error()
                     : !ruled   ? ruled.error()
                     : !epoch   ? epoch.error()
                     : !contact ? contact.error()
                                : revoked.error());
    }
    status.waiting = waiting->count;
    status.oldestWaiting = waiting->oldest;
    status.isSynchronised = waiting->count == 0 && epoch->has_value() && !*revoked;
    if (*contact) {
        status.lastContact = Instant(std::chrono::milliseconds(locals::numberOf(**contact)));
    }
    for (const auto& [operation, said] : *ruled) {
        status.refusals += said.verdict == "rejected" ? 1 : 0;
        status.conflicts += said.verdict == "conflict" ? 1 : 0;
    }
    status.drift = m_drift;
    status.isDriftLarge = m_drift && std::chrono::abs(*m_drift) > m_options.driftShown;
    status.lastError = m_lastError;
    status.state = *revoked      ? ExchangeStatus::State::Revoked
                   : m_lastError ? stateAfter(*m_lastError)
                   : *contact    ? ExchangeStatus::State::Working
                                 : ExchangeStatus::State::NeverMet;
    return status;
}

bool Exchange::isDue() const {
    // A clock set back must not put the next round off for a year.
    return !m_lastAttempt || m_clock.now() < *m_lastAttempt || m_clock.now() >= nextAttempt();
}

Instant Exchange::nextAttempt() const {
    if (!m_lastAttempt) {
        return m_clock.now();
    }
    return *m_lastAttempt + (m_failures > 0 ? delayAfterFailures(m_failures) : m_options.pollEvery);
}

} // namespace medicobus::sync
