// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/rules/judge.h"

#include "clinic/claim/body.h"
#include "sync/wire/push.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::sync {

using journal::Operation;

namespace {

bool isEdit(const Operation& operation) {
    const std::string& type = operation.subject.type;
    return operation.kind.starts_with("programme.") || operation.kind.starts_with("passage.")
           || operation.kind.starts_with("site.") || type == "programme" || type == "passage"
           || type == "site";
}

/// What only a hub may say.
bool isHubs(const Operation& operation) {
    return operation.kind.starts_with("claim.") || operation.kind.starts_with("device.")
           || operation.kind == "lease.granted";
}

bool isOfPersons(const Operation& operation) {
    constexpr std::array<std::string_view, 10> families{"patient.", "appointment.", "visit.", "tour.",
                                                        "stop.",    "deposit.",     "lease.", "crew.",
                                                        "request.", "reminder."};
    return operation.sealed.has_value()
           || std::any_of(families.begin(), families.end(),
                          [&](std::string_view family) { return operation.kind.starts_with(family); });
}

Ruling rejected(std::string_view reason, std::string by = {}) {
    return {"rejected", std::string(reason), std::move(by)};
}

bool isSigned(const Operation& operation, const PublicKey& key) {
    return operation.signature
           && crypto_sign_verify_detached(operation.signature->data(), operation.hash.data(),
                                          operation.hash.size(), key.data())
                  == 0;
}

} // namespace

std::vector<std::string> flawsOf(std::span<const Operation> run, const PublicKey& key, bool isAuthorsOwn) {
    std::vector<std::string> flaws(run.size());
    bool isVouched = false;
    for (std::size_t i = run.size(); i-- > 0;) {
        const Operation& operation = run[i];
        const auto hash = journal::hashOf(operation);
        if (i + 1 < run.size()) {
            const Operation& next = run[i + 1];
            isVouched = isVouched && next.seq == operation.seq + 1 && next.previousHash == operation.hash;
        }
        if (!hash || *hash != operation.hash) {
            flaws[i] = reasons::badHash;
            isVouched = false;
            continue;
        }
        if (!isVouched) {
            isVouched = isSigned(operation, key);
            const bool isFromBefore = isAuthorsOwn && !operation.signature;
            flaws[i] = isVouched || isFromBefore ? std::string_view() : reasons::badSignature;
        }
    }
    return flaws;
}

Judge::Judge(HubTransaction& transaction, PlanViews& plans, std::set<std::string> keysToCome)
    : m_transaction(transaction), m_plans(plans), m_keysToCome(std::move(keysToCome)) {}

Ruling Judge::rule(const Operation& operation, const HubDevice* author) {
    if (!author) {
        return {};
    }
    if (const std::string reason = refusalByRole(operation, *author); !reason.empty()) {
        return rejected(reason);
    }
    if (!hasKey(operation)) {
        return rejected(reasons::unknownKey);
    }
    if (isEdit(operation) && operation.kind != "site.confirmed") {
        return ruleEdit(operation);
    }
    return operation.kind == "patient.corrected" ? ruleFields(operation) : Ruling{};
}

std::string Judge::refusalByRole(const Operation& operation, const HubDevice& author) {
    const auto unless = [](bool isAllowed) {
        return isAllowed ? std::string() : std::string(reasons::notAllowed);
    };
    if (isHubs(operation)) {
        return unless(false);
    }
    if (author.role == Role::Crew) {
        return unless(!isEdit(operation));
    }
    if (author.role == Role::Coordination) {
        return unless(!isOfPersons(operation));
    }
    const bool isTownHalls = operation.kind == "site.closed" || operation.kind == "site.reopened"
                             || operation.kind == "site.confirmed"
                             || operation.kind == "appointment.deposited";
    if (!isTownHalls) {
        return unless(false);
    }
    return isOfCommune(operation, author.commune) ? std::string() : std::string(reasons::outOfScope);
}

bool Judge::isOfCommune(const Operation& operation, const std::string& commune) {
    const auto plan = m_plans.now(m_transaction);
    if (!plan->programme) {
        return false;
    }
    plan::SiteKey key{operation.subject.id};
    if (operation.kind == "appointment.deposited") {
        const auto passage = plan->passage(clinic::textIn(operation.open, "occurrence"));
        key = passage ? passage->site : plan::SiteKey{};
    }
    const plan::Site* site = plan->programme->findSite(key);
    return site && site->insee.value == commune;
}

Ruling Judge::ruleEdit(const Operation& operation) {
    const bool isPublication = operation.kind == "programme.published";
    const auto edits = isPublication ? m_transaction.planEdits() : m_transaction.ofSubject(operation.subject);
    const auto last = std::find_if(edits.rbegin(), edits.rend(), [&](const StoredOperation& each) {
        return each.operation.kind != "site.confirmed"
               && (!isPublication || each.operation.kind == operation.kind);
    });
    const std::string seen = clinic::textIn(operation.open, "base");
    const std::string present = last == edits.rend() ? std::string() : last->operation.id.text();
    const std::string target = clinic::textIn(operation.open, "operation");
    if (seen.empty() && !target.empty()) {
        // Takes one edit back: it must be there, and names by itself what it was made from.
        const bool isThere = std::any_of(edits.begin(), edits.end(), [&](const StoredOperation& each) {
            return each.operation.id.text() == target;
        });
        return isThere ? Ruling{} : rejected(reasons::staleBase, present);
    }
    return seen == present ? Ruling{} : rejected(reasons::staleBase, present);
}

bool Judge::hasKey(const Operation& operation) {
    if (!operation.sealKey) {
        return true;
    }
    if (m_transaction.isDestroyed(*operation.sealKey)) {
        return false;
    }
    // A deposit is sealed to the crew's public key, which needs no envelope.
    return operation.kind == "appointment.deposited" || m_keysToCome.contains(*operation.sealKey)
           || m_transaction.envelope(*operation.sealKey).has_value();
}

Ruling Judge::ruleFields(const Operation& operation) {
    const auto seen = operation.open.find("seen");
    if (seen == operation.open.end() || !seen->is_object()) {
        return {};
    }
    const auto history = m_transaction.ofSubject(operation.subject);
    for (const auto& [field, value] : seen->items()) {
        const std::string replaced = value.is_string() ? value.get<std::string>() : std::string();
        for (const StoredOperation& each : history) {
            const auto others = each.operation.open.find("seen");
            const bool isRival = each.operation.device != operation.device
                                 && each.operation.id.text() != replaced
                                 && others != each.operation.open.end() && others->is_object()
                                 && others->contains(field) && (*others)[field] == value;
            if (isRival) {
                // Both replaced the same value, so neither had seen the other.
                return {"conflict", {}, each.operation.id.text()};
            }
        }
    }
    return {};
}

} // namespace medicobus::sync
