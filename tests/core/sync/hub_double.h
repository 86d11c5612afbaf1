// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/hybrid_clock.h"
#include "sync/device/exchange.h"
#include "tests/core/journal/scratch.h"

#include <sodium.h>

namespace medicobus::testing {

/// An Ed25519 key pair from a number.
class TestKeys final : public sync::DeviceKeys {
public:
    explicit TestKeys(std::uint8_t number) {
        std::array<unsigned char, 32> seed{};
        seed.fill(number);
        crypto_sign_seed_keypair(m_public.data(), m_secret.data(), seed.data());
    }
    Result<sync::Signature> sign(std::string_view bytes) override {
        if (isLocked) {
            return fault(ErrorCode{"vault.locked"});
        }
        sync::Signature signature{};
        crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()),
                             bytes.size(), m_secret.data());
        return signature;
    }
    sync::PublicKey publicKey() const override { return m_public; }
    journal::Signer signer() {
        return [this](const journal::Hash& hash) { return sign(sync::viewOf(hash)); };
    }

    bool isLocked = false;

private:
    sync::PublicKey m_public{};
    std::array<unsigned char, 64> m_secret{};
};

/// The least hub that keeps the contract, in memory, with the faults that a device must bear: it shows what a
/// device makes of each answer, which the real hub would not give on demand.
class HubDouble final : public sync::HubLink {
public:
    explicit HubDouble(const Clock& clock) : m_clock(clock), m_hybrid(clock, {}) { beginEpoch("epoch-1"); }

    sync::PublicKey key() const { return m_keys.publicKey(); }
    const std::vector<sync::Operation>& operations() const { return m_operations; }
    std::int64_t heldOf(const sync::DeviceId& device) const {
        const auto at = m_chains.find(device);
        return at == m_chains.end() ? 0 : at->second;
    }

    /// Says who a device is, by an operation of its own.
    void enrol(const sync::DeviceId& device, const sync::PublicKey& signKey) {
        journal::Operation operation;
        operation.subject = {"device", device.text()};
        operation.kind = "device.enrolled";
        operation.open = {{"sign_key", sync::toBase64(signKey)}};
        decide(std::move(operation));
    }
    void decide(journal::Operation operation) {
        operation.id = journal::OperationId::make(m_clock.now(), systemEntropy());
        operation.device = m_self;
        operation.seq = m_chains[m_self] + 1;
        operation.time = m_hybrid.tick();
        operation.actor = "hub";
        operation.previousHash = m_hashes[{m_self, operation.seq - 1}];
        operation.hash = *journal::hashOf(operation);
        operation.signature = *m_keys.sign(sync::viewOf(operation.hash));
        store(operation, {operation.seq, sync::Verdict::Kind::Accepted, {}, {}});
    }
    /// Goes back to what it held after so many operations, as a backup would, under another epoch.
    void restore(std::size_t count, const std::string& epoch) {
        const auto kept = m_operations;
        const auto verdicts = m_verdicts;
        m_operations.clear();
        m_chains.clear();
        m_hashes.clear();
        m_verdicts.clear();
        m_tokens.clear();
        for (std::size_t at = 0; at < count; ++at) {
            store(kept[at], verdicts.at({kept[at].device, kept[at].seq}));
        }
        beginEpoch(epoch);
    }

    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
        ++calls;
        if (loseRequests > 0) {
            --loseRequests;
            return fault(sync::codes::unreachable);
        }
        const bool isDamaged = damagePushes > 0 && call.path == "/v1/operations" && call.method == "POST";
        damagePushes -= isDamaged ? 1 : 0;
        sync::HttpAnswer answer =
            isDamaged ? json(400, {{"code", "bad_digest"}, {"details", Json::object()}}) : respond(call);
        sync::addDigest(answer);
        if (loseAnswers > 0) {
            --loseAnswers;
            return fault(sync::codes::unreachable);
        }
        if (change) {
            change(answer);
        }
        return answer;
    }

    int calls = 0;
    int loseRequests = 0;
    int loseAnswers = 0;
    /// Pushes that arrive with another body than was sent.
    int damagePushes = 0;
    std::function<void(sync::HttpAnswer&)> change;
    /// What it rules of an operation that comes for the first time.
    std::function<sync::Verdict(const sync::Operation&)> rule;
    /// As a hub takes them from another hand.
    bool takesBeyondGaps = false;
    std::vector<sync::OperationId> removals;
    std::optional<sync::Refusal> refusal;
    std::map<std::string, std::string> envelopes;
    std::chrono::milliseconds offset{0};

private:
    void beginEpoch(const std::string& epoch) {
        m_epoch = epoch;
        m_self = sync::DeviceId::make(m_clock.now(), systemEntropy());
    }
    void store(const sync::Operation& operation, sync::Verdict verdict) {
        m_operations.push_back(operation);
        m_chains[operation.device] = operation.seq;
        m_hashes[{operation.device, operation.seq}] = operation.hash;
        m_verdicts[{operation.device, operation.seq}] = std::move(verdict);
    }
    Instant now() const { return m_clock.now() + offset; }

    static sync::HttpAnswer json(int status, const Json& body) {
        return {status, "application/json", {}, body.dump()};
    }

    sync::HttpAnswer respond(const sync::HttpCall& call) {
        if (refusal) {
            return json(403, sync::toJson(*refusal));
        }
        if (call.path == "/v1/challenge") {
            return json(200, sync::toJson(sync::Challenge{"prove it", now()}));
        }
        if (call.path == "/v1/sessions") {
            return startSession(call);
        }
        const auto token = call.headers.find("authorization");
        if (token == call.headers.end() || !m_tokens.contains(token->second)) {
            return json(401, sync::toJson(sync::Refusal{"session_over", false, {}}));
        }
        if (call.path == "/v1/chains") {
            return json(200, sync::toJson(sync::Chains{m_epoch, now(), m_chains}));
        }
        return call.method == "POST" ? takePush(call) : givePage(call);
    }
    sync::HttpAnswer startSession(const sync::HttpCall& call) {
        const auto request = sync::readSessionRequest(call.body);
        std::optional<sync::PublicKey> key;
        for (const auto& operation : m_operations) {
            if (operation.kind == "device.enrolled" && operation.subject.id == request->device.text()) {
                key = sync::arrayFromBase64<32>(operation.open.at("sign_key").get<std::string>());
            }
        }
        if (!key || !sync::isSignedBy(*key, sync::sessionProof("prove it"), request->signature)) {
            return json(403, sync::toJson(sync::Refusal{"unknown_device", false, {}}));
        }
        const std::string token = "token-" + std::to_string(++m_sessions);
        m_tokens.insert("Bearer " + token);
        return json(201, sync::toJson(sync::Session{token, std::chrono::hours(12), now(), m_epoch, "crew"}));
    }
    sync::HttpAnswer takePush(const sync::HttpCall& call) {
        const auto push = sync::readPush(call.body);
        sync::PushAnswer answer{heldOf(push->device), m_epoch, now(), {}};
        if (!takesBeyondGaps && !push->operations.empty()
            && push->operations.front().seq > answer.ackedThrough + 1) {
            return json(409, sync::toJson(answer));
        }
        for (const auto& operation : push->operations) {
            const auto known = m_hashes.find({operation.device, operation.seq});
            sync::Verdict verdict{operation.seq, sync::Verdict::Kind::Accepted, {}, {}};
            if (known != m_hashes.end() && known->second != operation.hash) {
                verdict.kind = sync::Verdict::Kind::Rejected;
                verdict.reason = sync::reasons::forked;
            } else if (known != m_hashes.end()) {
                verdict = m_verdicts[{operation.device, operation.seq}];
            } else {
                verdict = rule ? rule(operation) : verdict;
                store(operation, verdict);
            }
            answer.verdicts.push_back(verdict);
        }
        for (const auto& envelope : push->envelopes) {
            envelopes[envelope.key] = envelope.wrapped;
        }
        answer.ackedThrough = heldOf(push->device);
        return json(200, sync::toJson(answer));
    }
    sync::HttpAnswer givePage(const sync::HttpCall& call) {
        sync::Page page;
        const auto number = [&](const std::string& name) {
            return std::stoul(call.path.substr(call.path.find(name + "=") + name.size() + 1));
        };
        const std::size_t after = number("after");
        const std::size_t end = std::min(m_operations.size(), after + number("limit"));
        for (std::size_t at = after; at < end; ++at) {
            const auto& operation = m_operations[at];
            if (m_verdicts[{operation.device, operation.seq}].kind != sync::Verdict::Kind::Rejected) {
                page.operations.push_back(operation);
            }
        }
        page.epoch = m_epoch;
        page.from = static_cast<std::int64_t>(after);
        page.to = static_cast<std::int64_t>(end);
        page.hasMore = end < m_operations.size();
        page.hubTime = now();
        page.removals = page.hasMore ? std::vector<sync::OperationId>() : removals;
        for (const auto& [key, wrapped] : envelopes) {
            page.envelopes.push_back({key, wrapped});
        }
        page.chain = m_chains;
        sync::close(page);
        return json(200, Json::parse(sync::textOf(page)));
    }

    const Clock& m_clock;
    HybridClock m_hybrid;
    TestKeys m_keys{200};
    std::string m_epoch;
    sync::DeviceId m_self;
    std::vector<sync::Operation> m_operations;
    std::map<sync::DeviceId, std::int64_t> m_chains;
    std::map<std::pair<sync::DeviceId, std::int64_t>, journal::Hash> m_hashes;
    std::map<std::pair<sync::DeviceId, std::int64_t>, sync::Verdict> m_verdicts;
    std::set<std::string> m_tokens;
    int m_sessions = 0;
};

} // namespace medicobus::testing
