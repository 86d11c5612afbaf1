// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"

#include "clinic/desk_state.h"
#include "clinic/store/projection.h"

namespace medicobus::clinic {

LocalTime Desk::State::localOf(Instant instant) const {
    // `open` made sure that the zone can be read.
    return toParis(instant).value_or(LocalTime(floor<std::chrono::minutes>(instant.time_since_epoch())));
}

LocalTime Desk::State::now() const {
    return localOf(clock.now());
}

const std::string& Desk::State::author() const {
    return vault && !vault->unlockedBy().empty() ? vault->unlockedBy() : actor;
}

Result<journal::Operation> Desk::State::append(journal::Subject subject, std::string kind, Json open,
                                               const std::optional<Personal>& personal) {
    journal::OperationDraft draft;
    draft.actor = author();
    draft.subject = std::move(subject);
    draft.kind = std::move(kind);
    draft.open = std::move(open);
    if (personal) {
        if (auto sealed = sealInto(draft, *personal); !sealed) {
            return Fault(std::move(sealed.error()));
        }
    }
    last.reset();
    journal->setSigner(signer());
    return journal->append(draft);
}

journal::Signer Desk::State::signer() const {
    if (!unlocked()) {
        return {};
    }
    return [this](const journal::Hash& hash) {
        return vault->sign({reinterpret_cast<const char*>(hash.data()), hash.size()});
    };
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
    const auto enrolled = state->journal->local(enrolledKey);
    if (!enrolled) {
        return Fault(enrolled.error());
    }
    state->isEnrolled = enrolled->has_value();
    if (Result<void> read = state->reload(); !read) {
        return Fault(std::move(read.error()));
    }
    return Desk(std::move(state));
}

Result<void> Desk::noteExchange() {
    m_state->isDirectoryOld = true;
    m_state->last.reset();
    return m_state->reload();
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

} // namespace medicobus::clinic
