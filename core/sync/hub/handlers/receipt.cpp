// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/handlers/receipt.h"

#include "clinic/claim/body.h"
#include "clinic/claim/lease.h"
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/rules/case.h"
#include "sync/hub/rules/judge.h"
#include "sync/hub/state.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::sync {

using journal::Operation;

namespace {

constexpr int latestSchema = 1'000'000;

/// What neither engine could keep the same way, or no honest device sends.
bool isStorable(const Operation& operation, const DeviceId& device) {
    const auto isClean = [](const std::string& text) { return text.find('\0') == std::string::npos; };
    return operation.device == device && operation.seq > 0 && operation.schemaVersion <= latestSchema
           && isClean(operation.actor) && isClean(operation.subject.type) && isClean(operation.subject.id)
           && isClean(operation.kind) && isClean(operation.sealKey.value_or(""));
}

/// Takes in the operations of one chain, one after another.
class Reception {
public:
    Reception(HubTransaction& transaction, Author& author, Hub::State& hub, const Push& push,
              const HubDevice* source, bool isOwn)
        : m_transaction(transaction),
          m_claims(transaction, author, hub.plans),
          m_judge(transaction, hub.plans, keysOf(push)),
          m_push(push),
          m_source(source),
          m_key(source ? source->signKey : hub.identity.publicKey),
          m_isOwn(isOwn),
          m_isClosed(source && source->state == DeviceState::Revoked && !isRecovering(transaction)) {}

    void take(Receipt& receipt) {
        const auto flaws = flawsOf(m_push.operations, m_key, m_isOwn);
        for (std::size_t i = 0; i < m_push.operations.size(); ++i) {
            const Operation& operation = m_push.operations[i];
            if (const auto known = m_transaction.operation(operation.device, operation.seq)) {
                const bool isSame = known->operation.hash == operation.hash;
                say(receipt, operation, isSame ? known->ruling : rejected(reasons::forked));
                continue;
            }
            const ChainHead head = m_transaction.chainHead(operation.device);
            const bool isNext = operation.seq == head.seq + 1;
            if (!isNext && m_isOwn) {
                receipt.isGap = true;
                break;
            }
            if (isNext && operation.previousHash != head.hash) {
                // Not stored, so not acknowledged: nothing can follow it.
                say(receipt, operation, rejected(reasons::forked));
                break;
            }
            keep(receipt, operation, flaws[i]);
        }
        receipt.answer.ackedThrough = m_transaction.chainHead(m_push.device).seq;
    }

private:
    static std::set<std::string> keysOf(const Push& push) {
        std::set<std::string> keys;
        for (const Envelope& each : push.envelopes) {
            keys.insert(each.key);
        }
        return keys;
    }
    static Ruling rejected(std::string_view reason) { return {"rejected", std::string(reason), {}}; }

    /// Whose scope has it beside the role's: who deposited the appointment whose place it tells of, or whom a
    /// former hub's decision answered.
    std::optional<DeviceId> audienceOf(const Operation& operation) {
        const auto depositor =
            isOfPlace(operation) ? depositorOf(m_transaction, operation.subject) : std::nullopt;
        if (depositor || m_source) {
            return depositor;
        }
        const bool isAnswer =
            operation.kind.starts_with("claim.") || operation.kind == clinic::leaseGrantedKind;
        return isAnswer ? clinic::idIn<DeviceId>(operation.open, "device") : std::nullopt;
    }
    /// A crew may have said where the person stands before the deposit itself came, by another hand.
    void tellDepositor(const Operation& deposit) {
        for (const StoredOperation& each : m_transaction.ofSubject(deposit.subject)) {
            if (isOfPlace(each.operation) && each.operation.device != deposit.device) {
                m_transaction.widen(each.hubSeq, deposit.device);
            }
        }
    }

    void keep(Receipt& receipt, const Operation& operation, const std::string& flaw) {
        // Who revoked the device gave up what it had not sent: whoever got that by stick hears of it. Only an
        // erasure holds, since the key is gone wherever it was heard.
        const bool isTooLate = m_isClosed && operation.kind != "patient.erased";
        const Ruling ruling = !flaw.empty() ? rejected(flaw)
                              : isTooLate   ? rejected(reasons::revoked)
                                            : m_judge.rule(operation, m_source);
        m_transaction.append(operation, ruling, audienceOf(operation));
        say(receipt, operation, ruling);
        if (!ruling.isApplied()) {
            m_claims.followRejected(operation);
            return;
        }
        if (operation.kind == "appointment.deposited") {
            tellDepositor(operation);
        }
        if (operation.kind == "patient.erased") {
            const auto keys = operation.open.find("keys");
            for (const Json& key : keys != operation.open.end() && keys->is_array() ? *keys : Json::array()) {
                if (key.is_string()) {
                    m_transaction.destroyEnvelope(key.get<std::string>());
                    receipt.hasErased = true;
                }
            }
        }
        if (!m_source) {
            adoptDevice(m_transaction, operation);
        }
        m_claims.follow(operation, !m_source);
    }
    static void say(Receipt& receipt, const Operation& operation, const Ruling& ruling) {
        Verdict verdict;
        verdict.seq = operation.seq;
        verdict.kind = verdictOf(ruling.verdict).value_or(Verdict::Kind::Accepted);
        verdict.reason = ruling.reason;
        if (const auto by = Uuid::parse(ruling.by)) {
            verdict.by = OperationId{*by};
        }
        receipt.answer.verdicts.push_back(std::move(verdict));
    }

    HubTransaction& m_transaction;
    Claims m_claims;
    Judge m_judge;
    const Push& m_push;
    const HubDevice* m_source;
    PublicKey m_key;
    bool m_isOwn;
    bool m_isClosed;
};

/// What was recorded later than now tells a clock that is ahead; it changes nothing but the list of devices.
void noteDrift(HubTransaction& transaction, HubDevice device, std::chrono::milliseconds ahead,
               std::chrono::milliseconds shown) {
    const auto drift = ahead > shown ? std::optional(ahead) : std::nullopt;
    if (drift.has_value() != device.drift.has_value()) {
        device.drift = drift;
        transaction.putDevice(device);
    }
}

/// Whether this is the chain of a hub, present or former. One that this store never heard of, since it was
/// restored from an older backup, is known by the hub's key, and remembered.
bool isHubs(HubTransaction& transaction, const Push& push, const PublicKey& key) {
    if (isHub(transaction, push.device)) {
        return true;
    }
    const Operation* last = push.operations.empty() ? nullptr : &push.operations.back();
    if (!last || !last->signature
        || crypto_sign_verify_detached(last->signature->data(), last->hash.data(), last->hash.size(),
                                       key.data())
               != 0) {
        return false;
    }
    transaction.setValue(values::former,
                         transaction.value(values::former).value_or("") + " " + push.device.text());
    return true;
}

} // namespace

Result<void> receive(HubTransaction& transaction, Author& author, Hub::State& hub, const Push& push,
                     const HubDevice& carrier, Receipt& receipt) {
    for (const Operation& operation : push.operations) {
        if (!isStorable(operation, push.device)) {
            return fault(codes::badMessage,
                         {{"key", "operations"}, {"value", std::to_string(operation.seq)}});
        }
    }
    const auto source = transaction.device(push.device);
    const bool isEnrolled =
        source && (source->state == DeviceState::Active || source->state == DeviceState::Revoked);
    if (!isEnrolled && !isHubs(transaction, push, hub.identity.publicKey)) {
        return fault(web::codes::unknownAuthor, {{"value", push.device.text()}});
    }
    const ChainHead head = transaction.chainHead(push.device);
    const bool isOwn = push.device == carrier.id;
    if (isOwn && !push.operations.empty() && push.operations.front().seq > head.seq + 1) {
        receipt.isGap = true;
        receipt.answer.ackedThrough = head.seq;
        return {};
    }
    if (carrier.role == Role::Crew) {
        for (const Envelope& envelope : push.envelopes) {
            transaction.putEnvelope(envelope);
        }
    }
    if (isOwn && !push.operations.empty()) {
        noteDrift(transaction, *source, push.operations.back().recordedAt() - author.now(),
                  hub.options.driftShown);
    }
    Reception(transaction, author, hub, push, isEnrolled ? &*source : nullptr, isOwn).take(receipt);
    return {};
}

} // namespace medicobus::sync
