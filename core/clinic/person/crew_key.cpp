// SPDX-License-Identifier: EUPL-1.2
#include "clinic/person/crew_key.h"

#include "clinic/claim/body.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "vault/keys/base64.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

constexpr const char* comparedKey = "clinic/compared-crew-key";

std::optional<vault::PublicKey> publicKeyIn(const std::string& text) {
    const auto bytes = vault::fromBase64(text);
    vault::PublicKey key{};
    if (!bytes || bytes->size() != key.size()) {
        return std::nullopt;
    }
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return key;
}

} // namespace

Result<std::optional<std::string>> Desk::State::crewNameOf(const journal::DeviceId& device) const {
    const auto history = journal->ofSubject({"device", device.text()});
    if (!history) {
        return Fault(history.error());
    }
    std::optional<std::string> name;
    for (const journal::Operation& each : *history) {
        if (each.kind == "device.enrolled" && textIn(each.open, "role") == "crew") {
            name = textIn(each.open, "name");
        } else if (each.kind == "device.enrolled" || each.kind == "device.revoked") {
            name.reset();
        }
    }
    return name;
}

Result<std::vector<CrewKeyNotice>> Desk::crewKeys() const {
    const auto told = m_state->ask([](const auto& db) { return rows::crewKeys(db); });
    const auto compared = m_state->journal->local(comparedKey);
    if (!told || !compared) {
        return Fault(told ? compared.error() : told.error());
    }
    std::vector<CrewKeyNotice> notices;
    for (const rows::ToldKey& each : *told) {
        const auto name = m_state->crewNameOf(each.device);
        if (!name) {
            return Fault(name.error());
        }
        const auto key = publicKeyIn(each.key);
        if (!*name || !key) {
            // Of another role, revoked since, or no key at all: nobody's word.
            continue;
        }
        auto notice = std::find_if(notices.begin(), notices.end(),
                                   [&](const CrewKeyNotice& known) { return known.key == *key; });
        if (notice == notices.end()) {
            const std::string fingerprint = vault::Vault::fingerprintOf(*key);
            notices.push_back({*key, fingerprint, {}, each.at, *compared == fingerprint});
            notice = std::prev(notices.end());
        }
        notice->devices.push_back(**name);
    }
    return notices;
}

Result<void> Desk::announceCrewKey() {
    if (m_state->vault == nullptr || !m_state->unlocked() || !m_state->vault->hasCrewKey()) {
        return {};
    }
    const journal::DeviceId self = m_state->journal->device();
    const auto name = m_state->crewNameOf(self);
    const auto told = m_state->ask([](const auto& db) { return rows::crewKeys(db); });
    const auto key = m_state->vault->crewPublicKey();
    if (!name || !told || !key) {
        return Fault(!name ? name.error() : !told ? told.error() : key.error());
    }
    const std::string text = vault::toBase64(std::span(*key));
    const bool isTold = std::any_of(told->begin(), told->end(), [&](const rows::ToldKey& each) {
        return each.device == self && each.key == text;
    });
    if (!*name || isTold) {
        return {};
    }
    return m_state->append({"crew", vault::Vault::fingerprintOf(*key)}, crewKeyedKind, {{"key", text}})
        .map([](const journal::Operation&) {});
}

Result<void> Desk::compareCrewKey(const std::string& fingerprint) {
    const auto notices = crewKeys();
    if (!notices) {
        return Fault(notices.error());
    }
    if (std::none_of(notices->begin(), notices->end(),
                     [&](const CrewKeyNotice& each) { return each.fingerprint == fingerprint; })) {
        return fault(codes::crewKeyNotTold, {{"value", fingerprint}});
    }
    return m_state->journal->setLocal(comparedKey, fingerprint);
}

Result<AppointmentId> Desk::deposit(const DepositRequest& request) {
    const auto notices = crewKeys();
    if (!notices) {
        return Fault(notices.error());
    }
    const auto compared = std::find_if(notices->begin(), notices->end(),
                                       [](const CrewKeyNotice& each) { return each.isCompared; });
    if (compared != notices->end()) {
        return deposit(request, compared->key);
    }
    if (notices->empty()) {
        return fault(codes::crewKeyUnknown);
    }
    return notices->size() == 1 ? deposit(request, notices->front().key)
                                : fault(codes::crewKeysDiffer, {{"value", std::to_string(notices->size())}});
}

} // namespace medicobus::clinic
