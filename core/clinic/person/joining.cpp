// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

namespace medicobus::clinic {

Result<void> Desk::joinCrew(std::string_view box) {
    State& state = *m_state;
    if (auto open = state.unlocked(); !open) {
        return open;
    }
    if (auto adopted = state.vault->adoptCrewKey(box); !adopted) {
        return adopted;
    }
    state.directory.reset();
    const auto keys = state.ask([](const auto& db) { return rows::sealKeys(db); });
    if (!keys) {
        return Fault(keys.error());
    }
    for (const std::string& key : *keys) {
        const auto held = state.keyNamed(key);
        if (!held) {
            // Erased, or not here yet.
            continue;
        }
        const auto wrapped = state.vault->rewrap(*held);
        if (!wrapped && wrapped.error().code() == vault::codes::unknownCrewKey) {
            continue;
        }
        if (!wrapped) {
            return Fault(wrapped.error());
        }
        if (auto kept = state.journal->putEnvelope({wrapped->key, wrapped->wrapped}); !kept) {
            return kept;
        }
    }
    return {};
}

} // namespace medicobus::clinic
