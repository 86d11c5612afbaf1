// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/signatures.h"

#include <sodium.h>

namespace medicobus::sync {
namespace {

/// Operations of one chain, by seq.
using Chain = std::map<std::int64_t, const Operation*>;

Fault faultOf(ErrorCode code, const Operation& operation) {
    return fault(code, {{"device", operation.device.text()},
                        {"seq", std::to_string(operation.seq)},
                        {"kind", operation.kind}});
}

/// Only the hub decides these (README, Kinds).
bool isHubsAlone(const Operation& operation) {
    return operation.kind == "device.enrolled" || operation.kind == "device.revoked"
           || operation.kind == "lease.granted" || operation.kind == "claim.confirmed"
           || operation.kind == "claim.refused" || operation.kind == "claim.ended";
}

bool endsRun(Chain::const_iterator at, const Chain& chain) {
    const auto next = std::next(at);
    return next == chain.end() || next->first != at->first + 1
           || next->second->previousHash != at->second->hash;
}

Result<void> checkChain(const Chain& chain, const PublicKey& key, bool isHub) {
    for (auto at = chain.begin(); at != chain.end(); ++at) {
        const Operation& operation = *at->second;
        if (!isHub && isHubsAlone(operation)) {
            return faultOf(codes::notTheHub, operation);
        }
        if (endsRun(at, chain)
            && (!operation.signature || !isSignedBy(key, viewOf(operation.hash), *operation.signature))) {
            return faultOf(codes::badSignature, operation);
        }
    }
    return {};
}

void noteEnrolled(const Chain& chain, KeyBook& keys) {
    for (const auto& [seq, operation] : chain) {
        const auto device = Uuid::parse(operation->subject.id);
        const auto text = operation->open.find("sign_key");
        if (operation->kind != "device.enrolled" || !device || text == operation->open.end()
            || !text->is_string()) {
            continue;
        }
        if (const auto key = arrayFromBase64<32>(text->get<std::string>())) {
            keys.note({*device}, *key);
        }
    }
}

} // namespace

Result<std::optional<PublicKey>> KeyBook::keyOf(const DeviceId& device) {
    if (const auto known = m_known.find(device); known != m_known.end()) {
        return known->second;
    }
    const auto history = m_journal.ofSubject({"device", device.text()});
    if (!history) {
        return Fault(history.error());
    }
    for (const Operation& operation : *history) {
        const auto text = operation.open.find("sign_key");
        if (operation.kind == "device.enrolled" && text != operation.open.end() && text->is_string()) {
            if (const auto key = arrayFromBase64<32>(text->get<std::string>())) {
                m_known[device] = *key;
                return *key;
            }
        }
    }
    return std::nullopt;
}

bool isSignedBy(const PublicKey& key, std::string_view bytes, const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                       bytes.size(), key.data())
           == 0;
}

Result<void> checkSignatures(std::span<const Operation> operations, KeyBook& keys) {
    std::map<DeviceId, Chain> chains;
    for (const Operation& operation : operations) {
        chains[operation.device][operation.seq] = &operation;
    }
    // The hub's own first, since they say who the others are.
    std::map<DeviceId, Chain> ofDevices;
    for (auto& [device, chain] : chains) {
        const auto known = keys.keyOf(device);
        if (!known) {
            return Fault(known.error());
        }
        if (*known || !checkChain(chain, keys.hubKey(), true)) {
            ofDevices.emplace(device, std::move(chain));
            continue;
        }
        noteEnrolled(chain, keys);
    }
    for (const auto& [device, chain] : ofDevices) {
        const auto known = keys.keyOf(device);
        if (!known) {
            return Fault(known.error());
        }
        if (!*known) {
            return faultOf(codes::badSignature, *chain.rbegin()->second);
        }
        if (auto checked = checkChain(chain, **known, false); !checked) {
            return checked;
        }
    }
    return {};
}

} // namespace medicobus::sync
