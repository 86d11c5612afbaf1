// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/acts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace medicobus::simulation {
namespace {

using clinic::AppointmentEvent;
using clinic::AppointmentId;
using clinic::Desk;

/// One step on one device, with what its numbers choose.
struct Scene {
    Tablet& tablet;
    Desk& desk;
    const Step& step;
    const People& people;

    std::size_t number(std::size_t index) const { return static_cast<std::size_t>(step.numbers[index]); }
    template <typename T>
    std::optional<T> pick(const std::vector<T>& from, std::size_t index) const {
        return from.empty() ? std::nullopt : std::optional(from[number(index) % from.size()]);
    }
    std::optional<AppointmentId> appointment() const { return pick(tablet.appointmentIds(), 0); }
};

Deed nothingThere() {
    return {"nothing_there", {}, {}, {}};
}

template <typename T>
Deed refused(const Result<T>& result) {
    return {std::string(result.error().code().name), {}, {}, {}};
}

Deed unread(const std::string& what) {
    Deed deed;
    deed.broken = Violation{Guarantee::ReadYourWrites, what};
    return deed;
}

std::string nameOf(std::size_t number) {
    constexpr std::array names{"Imaginaire", "Fictif", "Chimère", "Mirage", "Légende", "Songe"};
    return names[number % names.size()];
}

Deed registerPatient(const Scene& scene) {
    const clinic::PatientDetails details{
        nameOf(scene.number(0)), nameOf(scene.number(1)),
        parseDate(fmt::format("19{:02}-03-12", 30 + scene.number(2) % 60)).value(), "", "99001"};
    const auto id = scene.desk.registerPatient(details);
    if (!id) {
        return refused(id);
    }
    const auto read = scene.desk.patient(*id);
    if (!read || read->details != details) {
        return unread("a person just registered reads otherwise");
    }
    return {"done", {}, *id, {}};
}

Deed correct(const Scene& scene) {
    const auto who = scene.pick(scene.people, 0);
    const auto known = who ? scene.desk.patient(*who) : fault(clinic::codes::patientUnknown);
    if (!known) {
        return refused(known);
    }
    clinic::PatientDetails details = known->details;
    const std::string value = nameOf(scene.number(2));
    switch (scene.number(1) % 3) {
    case 0:
        details.familyName = value;
        break;
    case 1:
        details.givenName = value;
        break;
    default:
        details.phone = fmt::format("+332330000{:02}", scene.number(2) % 100);
    }
    if (const auto done = scene.desk.correctPatient(*who, details); !done) {
        return refused(done);
    }
    const auto read = scene.desk.patient(*who);
    return read && read->details == details ? Deed() : unread("a corrected person reads otherwise");
}

Deed choose(const Scene& scene) {
    const auto conflicts = scene.desk.conflicts();
    if (!conflicts) {
        return refused(conflicts);
    }
    const auto patient = scene.pick(*conflicts, 0);
    if (!patient) {
        return nothingThere();
    }
    const clinic::FieldConflict& conflict = patient->conflicts.front();
    const auto value = scene.pick(conflict.values, 1);
    const auto done = scene.desk.chooseValue(patient->id, conflict.field, value->operation);
    if (!done) {
        return refused(done);
    }
    const auto read = scene.desk.patient(patient->id);
    const bool isSettled = read
                           && std::none_of(read->conflicts.begin(), read->conflicts.end(),
                                           [&](const auto& each) { return each.field == conflict.field; });
    return isSettled ? Deed() : unread("a conflict just settled is still shown");
}

Deed erase(const Scene& scene) {
    const auto who = scene.pick(scene.people, 0);
    if (!who) {
        return nothingThere();
    }
    if (const auto done = scene.desk.erasePatient(*who); !done) {
        return refused(done);
    }
    return {"done", {}, {}, *who};
}

Deed book(const Scene& scene) {
    const auto passage = scene.pick(scene.tablet.passages(), 1);
    const auto who = scene.pick(scene.people, 0);
    if (!passage || !who) {
        return nothingThere();
    }
    const int slot = static_cast<int>(scene.number(2) % 5);
    const auto booked = scene.desk.book({passage->id, slot, *who, clinic::ReasonGroup::General, {}});
    if (!booked) {
        return refused(booked);
    }
    const auto read = scene.desk.appointment(booked->appointment);
    const auto claim = booked->isRequest ? clinic::Claim::Requested : clinic::Claim::Confirmed;
    const bool isSame = read && read->place.occurrence == passage->id && read->place.slot == slot
                        && read->claim == claim && read->state == clinic::AppointmentState::Booked;
    return isSame ? Deed() : unread("a booking just made reads otherwise");
}

Deed move(const Scene& scene) {
    const auto id = scene.appointment();
    const auto passage = scene.pick(scene.tablet.passages(), 1);
    if (!id || !passage) {
        return nothingThere();
    }
    const int slot = static_cast<int>(scene.number(2) % 5);
    if (const auto done = scene.desk.move(*id, passage->id, slot); !done) {
        return refused(done);
    }
    const auto read = scene.desk.appointment(*id);
    const auto isThere = [&](const clinic::Place& place) {
        return place.occurrence == passage->id && place.slot == slot;
    };
    const bool isSame = read && (isThere(read->place) || (read->wanted && isThere(read->wanted->place)));
    return isSame ? Deed() : unread("a move just made reads otherwise");
}

Deed cancel(const Scene& scene) {
    const auto id = scene.appointment();
    if (!id) {
        return nothingThere();
    }
    if (const auto done = scene.desk.cancel(*id, clinic::CancelCause::PatientAsked); !done) {
        return refused(done);
    }
    const auto read = scene.desk.appointment(*id);
    return read && read->state == clinic::AppointmentState::Cancelled
               ? Deed()
               : unread("an appointment just cancelled is not");
}

Deed mark(const Scene& scene) {
    constexpr std::array events{AppointmentEvent::Arrive, AppointmentEvent::Begin, AppointmentEvent::See,
                                AppointmentEvent::MarkAbsent, AppointmentEvent::Reinstate};
    const auto id = scene.appointment();
    if (!id) {
        return nothingThere();
    }
    const auto after = scene.desk.mark(*id, events[scene.number(1) % events.size()]);
    if (!after) {
        return refused(after);
    }
    const auto read = scene.desk.appointment(*id);
    return read && read->state == *after ? Deed() : unread("an event just said reads otherwise");
}

Deed undo(const Scene& scene) {
    const auto id = scene.appointment();
    if (!id) {
        return nothingThere();
    }
    const auto after = scene.desk.undo(*id);
    if (!after) {
        return refused(after);
    }
    const auto read = scene.desk.appointment(*id);
    return read && read->state == *after ? Deed() : unread("an undo reads otherwise");
}

Deed visit(const Scene& scene) {
    const auto id = scene.appointment();
    if (!id) {
        return nothingThere();
    }
    clinic::Visit visit;
    visit.reason = clinic::ReasonGroup::General;
    visit.outcome = scene.number(1) % 2 == 0 ? clinic::Outcome::Treated : clinic::Outcome::Advice;
    const auto recorded = scene.desk.visit(*id);
    const auto done =
        recorded && *recorded ? scene.desk.correctVisit(*id, visit) : scene.desk.recordVisit(*id, visit);
    if (!done) {
        return refused(done);
    }
    const auto read = scene.desk.visit(*id);
    return read && *read && (*read)->visit == visit ? Deed()
                                                    : unread("a visit just recorded reads otherwise");
}

Deed walkIn(const Scene& scene) {
    const auto passage = scene.pick(scene.tablet.passages(), 1);
    const auto who = scene.pick(scene.people, 0);
    if (!passage || !who) {
        return nothingThere();
    }
    const auto id = scene.desk.walkIn(passage->id, *who, clinic::ReasonGroup::General);
    if (!id) {
        return refused(id);
    }
    return scene.desk.appointment(*id) ? Deed() : unread("a person without appointment is not there");
}

Deed closeSite(const Scene& scene) {
    const auto programme = scene.desk.programme();
    if (!programme) {
        return nothingThere();
    }
    const Date day = parseDate("2027-03-02").value() + date::days(static_cast<int>(scene.number(1) % 10));
    const plan::SiteKey site = programme->sites[scene.number(0) % programme->sites.size()].id;
    const auto done = scene.desk.closeSite(site, day, day, "travaux");
    return done ? Deed() : refused(done);
}

Deed shift(const Scene& scene) {
    const auto passage = scene.pick(scene.tablet.passages(), 0);
    if (!passage) {
        return nothingThere();
    }
    const auto by = std::chrono::minutes(10 * (1 + static_cast<int>(scene.number(1) % 3)));
    const auto done = scene.number(2) % 4 == 0 ? scene.desk.cancelOccurrence(passage->id, "panne")
                                               : scene.desk.moveOccurrence(passage->id, passage->start + by,
                                                                           passage->end + by, "route");
    return done ? Deed() : refused(done);
}

/// Of a kind that only a later version knows.
Deed unknown(const Scene& scene) {
    journal::OperationDraft draft;
    draft.actor = scene.tablet.name();
    draft.subject = {"hereafter", std::to_string(scene.number(0) % 3)};
    draft.kind = "hereafter.said";
    draft.schemaVersion = 3;
    draft.open = {{"value", scene.number(1)}, {"nested", {{"kept", {1, 2.5, "élé"}}}}};
    const auto stored = scene.desk.journal().append(draft);
    return stored ? Deed() : refused(stored);
}

using Performance = std::function<Deed(const Scene&)>;

const std::map<Act, Performance>& performances() {
    static const std::map<Act, Performance> all{{Act::Register, registerPatient},
                                                {Act::Correct, correct},
                                                {Act::Choose, choose},
                                                {Act::Erase, erase},
                                                {Act::Book, book},
                                                {Act::Move, move},
                                                {Act::Cancel, cancel},
                                                {Act::Mark, mark},
                                                {Act::Undo, undo},
                                                {Act::Visit, visit},
                                                {Act::WalkIn, walkIn},
                                                {Act::Close, closeSite},
                                                {Act::Shift, shift},
                                                {Act::Unknown, unknown}};
    return all;
}

} // namespace

journal::OperationDraft depositAt(Tablet& tablet, const vault::PublicKey& crewKey,
                                  const plan::Occurrence& passage, int slot) {
    const clinic::PlaceClaim claim{{passage.id, slot, 0}, passage.start, clinic::Basis::Request, {}};
    const std::string id = tablet.desk().journal().newUuid().text();
    journal::OperationDraft draft;
    draft.actor = tablet.name();
    draft.subject = {"appointment", id};
    draft.kind = "appointment.deposited";
    draft.open = clinic::toJson(claim);
    const auto box = vault::Vault::sealDeposit(crewKey, {"operations", "sealed_body", id},
                                               R"({"family_name":"Imaginaire"})");
    draft.sealed = box.value();
    draft.sealKey = "crew";
    return draft;
}

Deed perform(Tablet& tablet, const Step& step, const People& people) {
    const auto performance = performances().find(step.act);
    if (performance == performances().end()) {
        return nothingThere();
    }
    const RunningAs running(tablet.process());
    return performance->second({tablet, tablet.desk(), step, people});
}

} // namespace medicobus::simulation
