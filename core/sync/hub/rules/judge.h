// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/rules/plan_view.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace medicobus::sync {

/// Why each operation of a run cannot be what its author wrote: empty where its hash is right and a
/// signature, its own or that of a later one in the same unbroken run, vouches for it. `isAuthorsOwn` tells
/// that the author's own session brought them: then operations from before it had a key need no signature.
std::vector<std::string> flawsOf(std::span<const journal::Operation> run, const PublicKey& key,
                                 bool isAuthorsOwn);

/// Whether an operation may change anything: the roles, the plan's revisions and the keys (README, Push).
class Judge {
public:
    Judge(HubTransaction& transaction, PlanViews& plans, std::set<std::string> keysToCome);

    /// `author` is nullptr for the hub itself.
    Ruling rule(const journal::Operation& operation, const HubDevice* author);

private:
    std::string refusalByRole(const journal::Operation& operation, const HubDevice& author);
    bool isOfCommune(const journal::Operation& operation, const std::string& commune);
    Ruling ruleEdit(const journal::Operation& operation);
    bool hasKey(const journal::Operation& operation);
    Ruling ruleFields(const journal::Operation& operation);

    HubTransaction& m_transaction;
    PlanViews& m_plans;
    std::set<std::string> m_keysToCome;
};

} // namespace medicobus::sync
