// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

namespace medicobus::clinic {

Result<void> Desk::mergePatients(const PatientId& gone, const PatientId& stays) {
    const Result<Patient> one = m_state->patient(gone);
    const Result<Patient> other = m_state->patient(stays);
    if (!one || !other) {
        return Fault(one ? other.error() : one.error());
    }
    if (one->isErased || other->isErased) {
        return fault(vault::codes::erased);
    }
    if (one->id == other->id) {
        return fault(codes::alreadySo, {{"value", one->id.text()}});
    }
    const auto stored = m_state->append(subjectOf(one->id), "patient.merged", {{"into", other->id.text()}});
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{stored->subject, "patient.parted", stored->id};
    return m_state->readMerges(*m_state->directory);
}

Result<void> Desk::separate(const PatientId& entry) {
    const auto known = m_state->persons();
    if (!known) {
        return Fault(known.error());
    }
    std::vector<PatientMerge> taken = (*known)->unions().holding(entry);
    if (taken.empty()) {
        taken = (*known)->sayingOfErased(entry);
    }
    if (taken.empty()) {
        return fault(codes::nothingToUndo);
    }
    std::vector<journal::OperationDraft> drafts;
    for (const PatientMerge& each : taken) {
        journal::OperationDraft draft;
        draft.actor = m_state->actor;
        draft.subject = subjectOf(each.gone);
        draft.kind = "patient.parted";
        draft.open = {{"operation", each.operation.text()}};
        drafts.push_back(std::move(draft));
    }
    m_state->last.reset();
    m_state->journal->setSigner(m_state->signer());
    if (const auto stored = m_state->journal->appendAll(drafts); !stored) {
        return Fault(stored.error());
    }
    return m_state->readMerges(**known);
}

} // namespace medicobus::clinic
