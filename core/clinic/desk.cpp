// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"

#include "base/fold.h"
#include "clinic/desk_state.h"
#include "clinic/store/projection.h"

#include <algorithm>
#include <sstream>

namespace medicobus::clinic {

LocalTime Desk::State::localOf(Instant instant) const {
    // `open` made sure that the zone can be read.
    return toParis(instant).value_or(LocalTime(floor<std::chrono::minutes>(instant.time_since_epoch())));
}

LocalTime Desk::State::now() const {
    return localOf(clock.now());
}

Result<journal::Operation> Desk::State::append(journal::Subject subject, std::string kind, Json open,
                                               std::optional<Json> sealed) {
    journal::OperationDraft draft;
    draft.actor = actor;
    draft.subject = std::move(subject);
    draft.kind = std::move(kind);
    draft.open = std::move(open);
    if (sealed) {
        draft.sealed = sealed->dump();
    }
    last.reset();
    return journal->append(draft);
}

Desk::Desk(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Desk::Desk(Desk&&) noexcept = default;
Desk& Desk::operator=(Desk&&) noexcept = default;
Desk::~Desk() = default;

Result<Desk> Desk::open(const std::filesystem::path& file, const Clock& clock, Entropy entropy,
                        std::string actor, journal::OpenOptions options) {
    if (const Result<LocalTime> zone = toParis(clock.now()); !zone) {
        return Fault(zone.error());
    }
    auto state = std::make_unique<State>(clock, std::move(actor));
    auto journal = journal::Journal::open(file, clock, std::move(entropy),
                                          {std::make_shared<const ClinicProjection>()}, options);
    if (!journal) {
        return Fault(std::move(journal.error()));
    }
    state->journal = std::move(*journal);
    if (Result<void> read = state->reload(); !read) {
        return Fault(std::move(read.error()));
    }
    return Desk(std::move(state));
}

LocalTime Desk::now() const {
    return m_state->now();
}
Result<journal::Waiting> Desk::waiting() const {
    return m_state->journal->waiting();
}
journal::Journal& Desk::journal() {
    return *m_state->journal;
}

// Persons

Result<Patient> Desk::State::patient(const PatientId& id) const {
    auto found = ask([&](const auto& db) { return rows::patient(db, id); });
    if (!found) {
        return Fault(std::move(found.error()));
    }
    if (!*found) {
        return fault(codes::patientUnknown, {{"value", id.text()}});
    }
    return std::move(**found);
}

Result<PatientId> Desk::registerPatient(const PatientDetails& details) {
    const Result<PatientDetails> good = checked(details, m_state->today());
    if (!good) {
        return Fault(good.error());
    }
    const PatientId id{m_state->journal->newUuid()};
    const auto stored =
        m_state->append({"patient", id.text()}, "patient.registered", Json::object(), toJson(*good));
    if (!stored) {
        return Fault(stored.error());
    }
    return id;
}

Result<void> Desk::correctPatient(const PatientId& id, const PatientDetails& details) {
    const Result<Patient> known = patient(id);
    if (!known) {
        return Fault(known.error());
    }
    const Result<PatientDetails> good = checked(details, m_state->today());
    if (!good) {
        return Fault(good.error());
    }
    if (*good == known->details) {
        return {};
    }
    const auto stored =
        m_state->append({"patient", id.text()}, "patient.corrected", Json::object(), toJson(*good));
    if (!stored) {
        return Fault(stored.error());
    }
    return {};
}

Result<Patient> Desk::patient(const PatientId& id) const {
    return m_state->patient(id);
}

Result<std::vector<Patient>> Desk::findPatients(std::string_view text, std::size_t limit) const {
    std::vector<std::string> words;
    std::istringstream parts{std::string(text)};
    for (std::string part; parts >> part;) {
        if (const Result<Date> birth = parseBirthDate(part)) {
            words.push_back(formatDate(*birth));
            continue;
        }
        std::istringstream folded(foldForSearch(part));
        for (std::string word; folded >> word;) {
            words.push_back(word);
        }
    }
    if (words.empty()) {
        return std::vector<Patient>();
    }
    return m_state->ask([&](const auto& db) { return rows::patientsMatching(db, words, limit); });
}

Result<std::vector<LikelyDuplicate>> Desk::likelyDuplicates(const PatientDetails& details) const {
    PatientDetails wanted = details;
    // While it is being typed a number may not be one yet; names still tell.
    wanted.phone = normalPhone(details.phone).value_or(std::string());
    const auto found = m_state->ask([&](const auto& db) { return rows::patientsLike(db, wanted); });
    if (!found) {
        return Fault(found.error());
    }
    const auto folded = [](const PatientDetails& who) {
        return foldForSearch(who.familyName) + "\n" + foldForSearch(who.givenName);
    };
    std::vector<LikelyDuplicate> likely;
    for (const Patient& each : *found) {
        likely.push_back({each, folded(each.details) == folded(wanted),
                          wanted.birthDate && each.details.birthDate == wanted.birthDate,
                          !wanted.phone.empty() && each.details.phone == wanted.phone});
    }
    const auto weight = [](const LikelyDuplicate& each) {
        return (each.sameName ? 3 : 0) + (each.sameBirthDate ? 2 : 0) + (each.samePhone ? 1 : 0);
    };
    std::stable_sort(likely.begin(), likely.end(),
                     [&](const auto& left, const auto& right) { return weight(left) > weight(right); });
    return likely;
}

} // namespace medicobus::clinic
