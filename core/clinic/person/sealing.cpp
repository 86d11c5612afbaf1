// SPDX-License-Identifier: EUPL-1.2
#include "clinic/claim/body.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>

namespace medicobus::clinic {

namespace {

constexpr const char* table = "operations";
constexpr const char* column = "sealed_body";

/// Codes that say of one body that it cannot be read until its key comes.
bool awaitsKey(const Error& error) {
    return error.code() == vault::codes::unknownCrewKey || error.code() == vault::codes::noCrewKey
           || error.code() == codes::keyMissing;
}

/// Codes that say of one body alone that it cannot be read, for ever or until its key comes.
bool isOfOneBody(const Error& error) {
    return awaitsKey(error) || error.code() == journal::codes::erased || error.code() == vault::codes::erased
           || error.code() == vault::codes::altered || error.code() == codes::badBody;
}

} // namespace

Result<void> Desk::State::unlocked() const {
    if (vault == nullptr || vault->isLocked()) {
        directory.reset();
        return fault(vault::codes::locked);
    }
    return {};
}

Result<vault::Envelope> Desk::State::keyNamed(const std::string& key) const {
    const auto envelope = journal->envelope(key);
    if (!envelope) {
        return Fault(envelope.error());
    }
    return *envelope ? Result<vault::Envelope>(vault::Envelope{(*envelope)->key, (*envelope)->wrapped})
                     : fault(codes::keyMissing, {{"value", key}});
}

Result<Json> Desk::State::opened(const SealedBody& body) const {
    return opened(body, [this](const std::string& key) { return keyNamed(key); });
}

Result<Json> Desk::State::opened(const SealedBody& body, const FindKey& findKey) const {
    if (auto open = unlocked(); !open) {
        return Fault(std::move(open.error()));
    }
    const auto parsed = [&](std::string_view text) -> Result<Json> {
        Json read = Json::parse(text, nullptr, false);
        return read.is_object() ? Result<Json>(std::move(read))
                                : fault(codes::badBody, {{"value", body.operation.text()}});
    };
    if (!body.key) {
        // Written before bodies were sealed.
        return parsed(body.bytes);
    }
    const auto envelope = findKey(*body.key);
    if (!envelope) {
        return Fault(envelope.error());
    }
    const std::string row = body.operation.text();
    const auto text = vault->open(*envelope, {table, column, row}, body.bytes);
    return text ? parsed(text->view()) : Result<Json>(Fault(text.error()));
}

Result<void> Desk::State::sealInto(journal::OperationDraft& draft, const Personal& personal) const {
    draft.id = journal::OperationId{journal->newUuid()};
    const std::string row = draft.id->text();
    auto sealed = vault->seal(personal.envelope, {table, column, row}, personal.body.dump());
    if (!sealed) {
        return Fault(std::move(sealed.error()));
    }
    draft.sealed = std::move(*sealed);
    draft.sealKey = personal.envelope.key;
    if (personal.isNewKey) {
        draft.envelope = journal::Envelope{personal.envelope.key, personal.envelope.wrapped};
    }
    return {};
}

Result<Directory*> Desk::State::persons() const {
    if (auto open = unlocked(); !open) {
        return Fault(std::move(open.error()));
    }
    if (!directory) {
        auto opening = openEveryone();
        if (!opening) {
            return Fault(std::move(opening.error()));
        }
        directory = std::move(*opening);
        isDirectoryOld = false;
    }
    if (isDirectoryOld) {
        if (auto again = openOutdated(); !again) {
            return Fault(std::move(again.error()));
        }
        isDirectoryOld = false;
    }
    return directory.get();
}

Result<std::unique_ptr<Directory>> Desk::State::openEveryone() const {
    const auto facts = ask([](const auto& db) { return rows::patientFacts(db, std::nullopt); });
    auto held = journal->envelopes();
    if (!facts || !held) {
        return Fault(facts ? held.error() : facts.error());
    }
    // One question for all keys: a question each would be most of the time.
    std::unordered_map<std::string_view, vault::Envelope> keys;
    for (journal::Envelope& each : *held) {
        keys.try_emplace(each.key, vault::Envelope{each.key, std::move(each.wrapped)});
    }
    const auto keyHere = [&](const std::string& key) -> Result<vault::Envelope> {
        const auto found = keys.find(key);
        return found != keys.end() ? Result<vault::Envelope>(found->second) : keyNamed(key);
    };
    auto opening = std::make_unique<Directory>();
    for (auto from = facts->begin(); from != facts->end();) {
        const auto to = std::find_if(
            from, facts->end(), [&](const SealedPatientFact& each) { return each.patient != from->patient; });
        if (auto put = putPerson(*opening, {from, to}, keyHere); !put) {
            return Fault(std::move(put.error()));
        }
        from = to;
    }
    if (auto read = readMerges(*opening); !read) {
        return Fault(std::move(read.error()));
    }
    return opening;
}

Result<void> Desk::State::readMerges(Directory& into) const {
    return ask([](const auto& db) { return rows::merges(db); }).map([&](std::vector<PatientMerge>&& live) {
        into.setMerges(std::move(live));
    });
}

Result<void> Desk::State::openOutdated() const {
    const auto prints = ask([](const auto& db) { return rows::patientPrints(db); });
    const auto erased = ask([](const auto& db) { return rows::erasedKeys(db); });
    if (!prints || !erased) {
        return Fault(prints ? erased.error() : prints.error());
    }
    for (const PatientId& each : directory->outdatedBy(*prints, *erased)) {
        if (auto again = refresh(each); !again) {
            return again;
        }
    }
    return readMerges(*directory);
}

Result<void> Desk::State::putPerson(Directory& into, std::span<const SealedPatientFact> facts,
                                    const FindKey& findKey) const {
    std::vector<PatientFact> read;
    std::string key;
    std::optional<std::uint64_t> print = 0;
    for (const SealedPatientFact& each : facts) {
        PatientFact fact{each.body.operation, each.time, each.device, each.kind, each.open, Json::object()};
        bool isWhole = true;
        if (!each.body.bytes.empty()) {
            auto fields = opened(each.body, findKey);
            if (!fields && !isOfOneBody(fields.error())) {
                return Fault(std::move(fields.error()));
            }
            isWhole = fields || !awaitsKey(fields.error());
            fact.fields = std::move(fields).value_or(Json::object());
            key = each.body.key.value_or(key);
        }
        const std::uint64_t mark = rows::printOf(each.body.operation.text(), each.device.text());
        print = print && isWhole ? std::optional(*print + mark) : std::nullopt;
        read.push_back(std::move(fact));
    }
    if (!facts.empty()) {
        into.put(facts.front().patient, mergePatient(std::move(read)), std::move(key));
        into.notePrint(facts.front().patient, print);
    }
    return {};
}

Result<void> Desk::State::refresh(const PatientId& id) const {
    if (!directory) {
        return {};
    }
    const auto facts = ask([&](const auto& db) { return rows::patientFacts(db, id); });
    if (!facts) {
        return Fault(facts.error());
    }
    return putPerson(*directory, *facts, [this](const std::string& key) { return keyNamed(key); });
}

Result<Patient> Desk::State::patient(const PatientId& id) const {
    const auto known = persons();
    if (!known) {
        return Fault(known.error());
    }
    auto found = (*known)->patient(id);
    return found ? Result<Patient>(std::move(*found)) : fault(codes::patientUnknown, {{"value", id.text()}});
}

Result<vault::Envelope> Desk::State::keyOf(const PatientId& id) const {
    const auto known = persons();
    if (!known) {
        return Fault(known.error());
    }
    const Directory::Entry* entry = (*known)->find(id);
    if (entry == nullptr) {
        return fault(codes::patientUnknown, {{"value", id.text()}});
    }
    if (entry->record.isErased) {
        return fault(vault::codes::erased);
    }
    return keyNamed(entry->key);
}

Result<void> Desk::State::fillPerson(Appointment& appointment, const std::optional<SealedBody>& body) const {
    if (!body) {
        return {};
    }
    const auto known = persons();
    if (!known) {
        return Fault(known.error());
    }
    const auto read = opened(*body);
    if (!read && !isOfOneBody(read.error())) {
        return Fault(read.error());
    }
    if (!read) {
        // Only the key tells whose it was, once that person was erased.
        return ask([&](const auto& db) { return rows::erasedOwner(db, *body->key); })
            .map([&](const std::optional<PatientId>& owner) {
                appointment.patient = owner.value_or(PatientId{});
                appointment.enteredFor = appointment.patient;
            });
    }
    appointment.enteredFor = idIn<PatientId>(*read, "patient").value_or(PatientId{});
    appointment.patient = (*known)->standingFor(appointment.enteredFor);
    appointment.reason = Reason::of(textIn(*read, "reason"));
    appointment.flags = flagsFromJson(read->value("flags", Json::object()));
    appointment.follows = idIn<AppointmentId>(*read, "follows");
    return {};
}

Result<Appointment> Desk::State::withPerson(Appointment appointment) const {
    if (auto open = unlocked(); !open) {
        return Fault(std::move(open.error()));
    }
    return ask([&](const auto& db) { return rows::personOf(db, appointment.id); })
        .and_then([&](const std::optional<SealedBody>& body) { return fillPerson(appointment, body); })
        .map([&] { return std::move(appointment); });
}

Result<Patient> Desk::State::whoIs(const Appointment& appointment) const {
    const auto known = persons();
    if (!known) {
        return Fault(known.error());
    }
    if (auto found = (*known)->patient(appointment.patient)) {
        return std::move(*found);
    }
    Patient stranger;
    stranger.id = appointment.patient;
    stranger.isUnreadable = true;
    return stranger;
}

Result<std::vector<Appointment>> Desk::State::appointmentsOf(const PatientId& id) const {
    const auto known = persons();
    if (!known) {
        return Fault(known.error());
    }
    std::vector<Appointment> theirs;
    for (const PatientId& each : (*known)->entriesOf(id)) {
        auto some = enteredFor(each);
        if (!some) {
            return some;
        }
        theirs.insert(theirs.end(), std::make_move_iterator(some->begin()),
                      std::make_move_iterator(some->end()));
    }
    std::sort(theirs.begin(), theirs.end(), [](const Appointment& left, const Appointment& right) {
        return std::tie(left.promised, left.id) > std::tie(right.promised, right.id);
    });
    return theirs;
}

Result<std::vector<Appointment>> Desk::State::enteredFor(const PatientId& id) const {
    const Directory::Entry* entry = directory->find(id);
    if (entry == nullptr) {
        return std::vector<Appointment>();
    }
    auto found = ask([&](const auto& db) { return rows::appointmentsUnder(db, entry->key); });
    if (!found) {
        return found;
    }
    for (Appointment& each : *found) {
        auto filled = withPerson(each);
        if (!filled) {
            return Fault(std::move(filled.error()));
        }
        each = std::move(*filled);
    }
    std::erase_if(*found, [&](const Appointment& each) { return each.enteredFor != id; });
    return found;
}

} // namespace medicobus::clinic
