// SPDX-License-Identifier: EUPL-1.2
#include "cli/demo/story.h"

#include "cli/demo/half_day.h"
#include "cli/demo/patients.h"
#include "cli/demo/teller.h"

#include <algorithm>

namespace medicobus::cli {
namespace {

using clinic::PatientId;

/// The first passage of the last day before today on which the bus held one.
std::optional<plan::Occurrence> lastHeld(const plan::Programme& programme, Date today) {
    std::optional<plan::Occurrence> found;
    for (const plan::Occurrence& passage :
         plan::occurrences(programme, programme.firstMonday, today - date::days(1))) {
        const bool isLaterDay = !found || dateOf(passage.start) > dateOf(found->start);
        if (passage.status == plan::Occurrence::Status::Planned && isLaterDay) {
            found = passage;
        }
    }
    return found;
}

/// Everybody else takes a place in the passages to come, three in each.
void bookAhead(Teller& teller, const plan::Programme& programme, LocalTime now,
               const std::vector<PatientId>& patients, StoryDone& done) {
    constexpr std::size_t inEach = 3;
    constexpr auto horizon = date::weeks(2);
    std::size_t next = walkingIn + 1;
    const Date today = dateOf(now);
    for (const plan::Occurrence& passage : plan::occurrences(programme, today, today + horizon)) {
        if (passage.status != plan::Occurrence::Status::Planned || passage.start <= now) {
            continue;
        }
        const auto free = teller.ask([&](clinic::Desk& desk) { return desk.freeSlots(passage.id); });
        for (std::size_t i = 0; i < std::min(inEach, free.size()) && next < patients.size(); ++i, ++next) {
            const clinic::BookingRequest request{passage.id, free[i].index, patients[next], {}, {}};
            teller.tell([&](clinic::Desk& desk) { return desk.book(request); });
            ++done.bookedAhead;
        }
        done.ahead.push_back(passage);
        if (next >= patients.size()) {
            return;
        }
    }
}

} // namespace

Result<void> StoryClock::set(LocalTime time) {
    const auto instant = toInstant(time);
    if (!instant) {
        return Fault(instant.error());
    }
    m_now = std::max(m_now, *instant);
    return {};
}

Date firstMondayOf(Date today) {
    return mondayOf(today) - date::weeks(2);
}

namespace {

/// Publishes the programme, and lets each device begin with it and be enrolled.
void gather(const StoryCast& cast, Teller& coordination, const BootClock& bootClock,
            const plan::Programme& programme) {
    coordination.tell([&](clinic::Desk& desk) { return desk.publish(programme); });
    coordination.act([&] { return cast.coordination.begin(nullptr, bootClock); });
    coordination.act([&] {
        return cast.hub.enrol(cast.coordination, sync::Role::Coordination, "Coordination d'Admidep");
    });
    coordination.act([&] { return cast.tablet.begin(&cast.coordination, bootClock); });
    coordination.act([&] { return cast.hub.enrol(cast.tablet, sync::Role::Crew, "Tablette du bus"); });
    coordination.act([&] { return cast.office.begin(&cast.coordination, bootClock); });
    coordination.act(
        [&] { return cast.hub.enrol(cast.office, sync::Role::Crew, "Secrétariat", &cast.tablet); });
}

std::vector<PatientId> registerAll(Teller& office) {
    std::vector<PatientId> patients;
    for (const FictionalPatient& person : fictionalPatients()) {
        patients.push_back(office.ask([&](clinic::Desk& desk) {
            return person.details().and_then(
                [&](const clinic::PatientDetails& details) { return desk.registerPatient(details); });
        }));
    }
    return patients;
}

/// Whether the hub has confirmed every place of the half-day and of those to come.
Result<bool> isAllConfirmed(clinic::Desk& desk, const plan::OccurrenceId& past) {
    const auto held = desk.openAppointments(past);
    const auto waiting = desk.toConfirm();
    if (!held || !waiting) {
        return Fault(held ? waiting.error() : held.error());
    }
    return waiting->empty() && std::all_of(held->begin(), held->end(), [](const clinic::Appointment& each) {
               return !each.holdsPlace() || each.claim == clinic::Claim::Confirmed;
           });
}

/// How many operations two desks hold; an error unless they are the same.
Result<std::int64_t> sameOn(clinic::Desk& one, clinic::Desk& other) {
    const auto mine = one.journal().stateHash();
    const auto theirs = other.journal().stateHash();
    if (!mine || !theirs) {
        return Fault(mine ? theirs.error() : mine.error());
    }
    if (*mine != *theirs) {
        return fault(codes::cliStoryDiffers, {{"file", other.journal().path().string()}});
    }
    std::int64_t count = 0;
    auto counted = one.journal().each([&](const journal::Operation&) -> Result<void> {
        ++count;
        return {};
    });
    return counted ? Result<std::int64_t>(count) : Fault(std::move(counted.error()));
}

} // namespace

Result<StoryDone> tellStory(const StoryCast& cast, StoryClock& clock, const BootClock& bootClock,
                            const plan::Programme& programme, LocalTime now) {
    const auto past = lastHeld(programme, dateOf(now));
    if (!past) {
        return fault(clinic::codes::passageUnknown, {{"value", formatLocal(now)}});
    }
    std::optional<Error> error;
    Teller coordination(cast.coordination, clock, error);
    Teller office(cast.office, clock, error);
    Teller tablet(cast.tablet, clock, error);
    const Date friday = programme.firstMonday - date::days(3);
    coordination.at(LocalTime(friday.time_since_epoch() + std::chrono::hours(10)));
    gather(cast, coordination, bootClock, programme);
    office.act([&] { return cast.office.lease(past->id, static_cast<int>(bookedCount)); });
    const std::vector<PatientId> patients = registerAll(office);
    StoryDone done = liveHalfDay(tablet, office, programme, *past, patients);
    office.at(now);
    office.exchange();
    bookAhead(office, programme, now, patients, done);
    for (Teller* each : {&office, &tablet, &office, &coordination}) {
        each->exchange();
    }
    done.operations = tablet.ask([&](clinic::Desk& desk) { return sameOn(desk, cast.office.desk()); });
    const bool isConfirmed = tablet.ask([&](clinic::Desk& desk) { return isAllConfirmed(desk, past->id); });
    if (error) {
        return Fault(*error);
    }
    return isConfirmed ? Result<StoryDone>(std::move(done)) : fault(codes::cliStoryDiffers);
}

} // namespace medicobus::cli
