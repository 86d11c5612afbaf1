// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>
#include <set>

namespace medicobus::clinic {

namespace {

Json textsOf(const std::vector<journal::OperationId>& operations) {
    Json list = Json::array();
    for (const journal::OperationId& each : operations) {
        list.push_back(each.text());
    }
    return list;
}

} // namespace

void Desk::useVault(vault::Vault* vault) {
    m_state->vault = vault;
    m_state->directory.reset();
}

bool Desk::isLocked() const {
    return !m_state->unlocked();
}

Result<void> Desk::openPersons() {
    return m_state->persons().map([](const Directory*) {});
}

void Desk::forgetPersons() {
    m_state->directory.reset();
}

Result<PatientId> Desk::registerPatient(const PatientDetails& details) {
    if (const auto open = m_state->unlocked(); !open) {
        return Fault(open.error());
    }
    const Result<PatientDetails> good = checked(details, m_state->today());
    if (!good) {
        return Fault(good.error());
    }
    auto key = m_state->vault->makeKey();
    if (!key) {
        return Fault(std::move(key.error()));
    }
    const PatientId id{m_state->journal->newUuid()};
    const auto stored = m_state->append(subjectOf(id), "patient.registered", Json::object(),
                                        State::Personal{toJson(*good), std::move(*key), true});
    if (!stored) {
        return Fault(stored.error());
    }
    return m_state->refresh(id).map([&] { return id; });
}

Result<void> Desk::correctPatient(const PatientId& id, const PatientDetails& details) {
    const Result<Patient> known = m_state->patient(id);
    if (!known) {
        return Fault(known.error());
    }
    const Result<PatientDetails> good = checked(details, m_state->today());
    if (!good) {
        return Fault(good.error());
    }
    Json changes = changesBetween(known->details, *good);
    if (changes.empty()) {
        return {};
    }
    auto key = m_state->keyOf(known->id);
    if (!key) {
        return Fault(std::move(key.error()));
    }
    Json seen = Json::object();
    const PatientRecord& record = m_state->directory->find(known->id)->record;
    for (const auto& change : changes.items()) {
        const auto heads = record.heads.find(change.key());
        if (heads != record.heads.end()) {
            seen[change.key()] =
                heads->second.size() == 1 ? Json(heads->second.front().text()) : textsOf(heads->second);
        }
    }
    return m_state
        ->append(subjectOf(known->id), "patient.corrected", {{"seen", std::move(seen)}},
                 State::Personal{std::move(changes), std::move(*key)})
        .and_then([&](const journal::Operation&) { return m_state->refresh(known->id); });
}

Result<Patient> Desk::patient(const PatientId& id) const {
    return m_state->patient(id);
}

Result<std::vector<Patient>> Desk::findPatients(std::string_view text, std::size_t limit) const {
    return m_state->persons().map([&](const Directory* known) { return known->matching(text, limit); });
}

Result<std::vector<LikelyDuplicate>> Desk::likelyDuplicates(const PatientDetails& details) const {
    PatientDetails wanted = details;
    // While it is being typed a number may not be one yet; names still tell.
    wanted.phone = normalPhone(details.phone).value_or(std::string());
    return m_state->persons().map([&](const Directory* known) { return known->alike(wanted); });
}

Result<std::vector<LikelyDuplicate>> Desk::likelyDuplicatesOf(const PatientId& id) const {
    const Result<Patient> who = m_state->patient(id);
    if (!who || who->isErased) {
        return who ? std::vector<LikelyDuplicate>()
                   : Result<std::vector<LikelyDuplicate>>(Fault(who.error()));
    }
    return likelyDuplicates(who->details).map([&](std::vector<LikelyDuplicate>&& alike) {
        std::erase_if(alike, [&](const LikelyDuplicate& each) {
            const bool isSameDate = each.sameBirthDate || each.swappedBirthDate;
            const bool isOtherDate = !isSameDate && who->details.birthDate && each.patient.details.birthDate;
            const bool isLikely = (each.similarName && !isOtherDate) || (each.sharesAName && isSameDate)
                                  || (each.similarName && each.samePhone);
            return each.patient.id == who->id || !isLikely;
        });
        return std::move(alike);
    });
}

Result<std::vector<Patient>> Desk::conflicts() const {
    return m_state->persons().map([](const Directory* known) { return known->inConflict(); });
}

Result<void> Desk::chooseValue(const PatientId& id, const std::string& field,
                               const journal::OperationId& operation) {
    const Result<Patient> known = m_state->patient(id);
    if (!known) {
        return Fault(known.error());
    }
    const auto conflict = std::find_if(known->conflicts.begin(), known->conflicts.end(),
                                       [&](const FieldConflict& each) { return each.field == field; });
    const bool isThere = conflict != known->conflicts.end()
                         && std::any_of(conflict->values.begin(), conflict->values.end(),
                                        [&](const FieldValue& each) { return each.operation == operation; });
    if (!isThere) {
        return fault(codes::noConflict, {{"key", field}, {"value", operation.text()}});
    }
    const auto& heads = m_state->directory->find(known->id)->record.heads.at(field);
    return m_state
        ->append(subjectOf(known->id), "patient.chosen",
                 {{"field", field}, {"operation", operation.text()}, {"seen", textsOf(heads)}})
        .and_then([&](const journal::Operation&) { return m_state->refresh(known->id); });
}

Result<void> Desk::erasePatient(const PatientId& id) {
    const Result<Patient> known = m_state->patient(id);
    if (!known) {
        return Fault(known.error());
    }
    if (known->isErased) {
        return {};
    }
    const auto appointments = m_state->appointmentsOf(id);
    if (!appointments) {
        return Fault(appointments.error());
    }
    // Every entry of this person, in one step: none is left to be found under another name.
    const std::vector<PatientId> entries = m_state->directory->entriesOf(id);
    std::vector<journal::OperationDraft> erasures;
    for (const PatientId& each : entries) {
        auto erasure = m_state->erasureOf(each);
        if (!erasure) {
            return Fault(std::move(erasure.error()));
        }
        erasures.push_back(std::move(*erasure));
    }
    m_state->last.reset();
    m_state->journal->setSigner(m_state->signer());
    if (const auto stored = m_state->journal->appendAll(erasures); !stored) {
        return Fault(stored.error());
    }
    for (const Appointment& each : *appointments) {
        for (const auto& user : m_state->vault->users()) {
            if (auto gone = m_state->journal->removeLocal(draftKey(each.id, user.id)); !gone) {
                return gone;
            }
        }
    }
    for (const PatientId& each : entries) {
        if (auto read = m_state->refresh(each); !read) {
            return read;
        }
    }
    return {};
}

Result<journal::OperationDraft> Desk::State::erasureOf(const PatientId& entry) const {
    const auto facts = ask([&](const auto& db) { return rows::patientFacts(db, entry); });
    if (!facts) {
        return Fault(facts.error());
    }
    std::set<std::string> keys;
    for (const SealedPatientFact& each : *facts) {
        if (each.body.key) {
            keys.insert(*each.body.key);
        }
    }
    journal::OperationDraft draft;
    draft.actor = actor;
    draft.subject = subjectOf(entry);
    draft.kind = "patient.erased";
    draft.open = {{"keys", keys}};
    return draft;
}

} // namespace medicobus::clinic
