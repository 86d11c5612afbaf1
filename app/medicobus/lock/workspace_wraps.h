// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/wrap_store.h"

namespace medicobus::app {

class Workspace;

/// Keeps the wrapped keys in the store that the workspace has open, so that a copy of the store has them.
class WorkspaceWraps : public vault::WrapStore {
public:
    explicit WorkspaceWraps(Workspace& workspace) : m_workspace(workspace) {}

    /// Errors of both: `journal.unusable` while no store is open, and the journal's.
    Result<std::optional<std::string>> load() override;
    Result<void> save(std::string_view json) override;

private:
    Workspace& m_workspace;
};

} // namespace medicobus::app
