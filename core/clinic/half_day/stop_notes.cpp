// SPDX-License-Identifier: EUPL-1.2
#include "clinic/half_day/stop_notes.h"

#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "clinic/half_day/rows.h"

#include <array>

namespace medicobus::clinic {

namespace {

struct Field {
    const char* key;
    std::string StopNotes::*text;
};
constexpr std::array<Field, 5> fields{{{"keys", &StopNotes::keys},
                                       {"power", &StopNotes::power},
                                       {"access", &StopNotes::access},
                                       {"contact", &StopNotes::contact},
                                       {"phone", &StopNotes::phone}}};

journal::Subject subjectOf(const plan::SiteKey& site) {
    // Not the plan's site: what the crew notes of a stop edits no plan.
    return {"stop", site.value};
}

} // namespace

Json changesBetween(const StopNotes& before, const StopNotes& after) {
    Json changes = Json::object();
    for (const Field& each : fields) {
        if (before.*each.text != after.*each.text) {
            changes[each.key] = after.*each.text;
        }
    }
    return changes;
}

void put(StopNotes& into, const Json& body) {
    for (const Field& each : fields) {
        const auto found = body.find(each.key);
        if (found != body.end() && found->is_string()) {
            into.*each.text = found->get<std::string>();
        }
    }
}

Result<StopNotes> checked(StopNotes notes) {
    for (const Field& each : fields) {
        if (const std::size_t length = charactersIn(notes.*each.text); length > noteLimit) {
            return fault(codes::noteTooLong, {{"key", each.key},
                                              {"value", std::to_string(length)},
                                              {"expected", std::to_string(noteLimit)}});
        }
    }
    auto phone = normalPhone(notes.phone);
    if (!phone) {
        return Fault(std::move(phone.error()));
    }
    notes.phone = std::move(*phone);
    return notes;
}

Result<StopNotes> Desk::stopNotes(const plan::SiteKey& site) const {
    const auto said = m_state->ask([&](const auto& db) { return rows::stopNotes(db, site); });
    if (!said) {
        return Fault(said.error());
    }
    StopNotes notes;
    for (const SealedBody& each : *said) {
        const auto body = m_state->opened(each);
        if (!body && body.error().code() == vault::codes::locked) {
            return Fault(body.error());
        }
        // One that cannot be read leaves what the others say.
        put(notes, body.value_or(Json::object()));
    }
    return notes;
}

Result<void> Desk::noteStop(const plan::SiteKey& site, const StopNotes& notes) {
    if (const auto open = m_state->unlocked(); !open) {
        return Fault(open.error());
    }
    const auto good = checked(notes);
    const auto before = good ? stopNotes(site) : good;
    if (!before) {
        return Fault(before.error());
    }
    Json changes = changesBetween(*before, *good);
    if (changes.empty()) {
        return {};
    }
    auto key = m_state->vault->makeKey();
    if (!key) {
        return Fault(std::move(key.error()));
    }
    return m_state
        ->append(subjectOf(site), "stop.noted", Json::object(),
                 State::Personal{std::move(changes), std::move(*key), true})
        .map([](const journal::Operation&) {});
}

} // namespace medicobus::clinic
