// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/scene.h"

#include <array>

namespace medicobus::simulation {
namespace {

using clinic::AppointmentEvent;

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
    if (!id || scene.tablet.isBehind()) {
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

} // namespace

Performances placeActs() {
    return {{Act::Book, book}, {Act::Move, move},   {Act::Cancel, cancel}, {Act::Mark, mark},
            {Act::Undo, undo}, {Act::Visit, visit}, {Act::WalkIn, walkIn}};
}

} // namespace medicobus::simulation
