// SPDX-License-Identifier: EUPL-1.2
#include "lock/workspace_wraps.h"

#include "clinic/person/local_wraps.h"
#include "workspace.h"

namespace medicobus::app {

Result<std::optional<std::string>> WorkspaceWraps::load() {
    return m_workspace.desk() ? clinic::LocalWraps(m_workspace.desk()->journal()).load()
                              : fault(journal::codes::unusable);
}

Result<void> WorkspaceWraps::save(std::string_view json) {
    return m_workspace.desk() ? clinic::LocalWraps(m_workspace.desk()->journal()).save(json)
                              : fault(journal::codes::unusable);
}

} // namespace medicobus::app
