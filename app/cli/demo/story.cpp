// SPDX-License-Identifier: EUPL-1.2
#include "cli/demo/story.h"

#include "cli/demo/patients.h"
#include "clinic/fiction/fictional_keys.h"

#include <algorithm>
#include <array>

namespace medicobus::cli {
namespace {

using clinic::AppointmentEvent;
using clinic::AppointmentId;
using clinic::Outcome;
using clinic::PatientId;
using clinic::ReasonGroup;
using clinic::TourEvent;
using std::chrono::minutes;

// Positions in the list of fictional patients.
constexpr std::size_t bookedCount = 8;
constexpr std::size_t cancelling = 6;
constexpr std::size_t missing = 3;
constexpr std::size_t walkingIn = 8;
constexpr std::array<std::size_t, 3> comingAgain{1, 4, 7};

struct Case {
    ReasonGroup reason;
    Outcome outcome;
    bool hasNoGp;
    bool hasLongIllness;
};
constexpr std::array<Case, 9> cases{{{ReasonGroup::Respiratory, Outcome::Prescription, true, false},
                                     {ReasonGroup::Cardiovascular, Outcome::Renewal, true, true},
                                     {ReasonGroup::Musculoskeletal, Outcome::Treated, false, false},
                                     {ReasonGroup::Skin, Outcome::Advice, true, false},
                                     {ReasonGroup::Endocrine, Outcome::Renewal, true, true},
                                     {ReasonGroup::Administrative, Outcome::Certificate, false, false},
                                     {ReasonGroup::General, Outcome::Advice, true, false},
                                     {ReasonGroup::Digestive, Outcome::Prescription, true, false},
                                     {ReasonGroup::Vaccination, Outcome::Vaccination, false, false}}};

clinic::Visit visitOf(const Case& of) {
    clinic::Visit visit;
    visit.reason = of.reason;
    visit.outcome = of.outcome;
    visit.flags.noDeclaredGp = of.hasNoGp;
    visit.flags.longTermIllness = of.hasLongIllness;
    if (of.hasNoGp) {
        visit.orientations.emplace_back(clinic::Orientation::GeneralPractitioner);
    }
    return visit;
}

/// Remembers the first refusal, so that the story reads as one: after it, nothing more is done.
class Teller {
public:
    Teller(clinic::Desk& desk, StoryClock& clock) : m_desk(desk), m_clock(clock) {}

    bool ok() const { return !m_error; }
    const std::optional<Error>& error() const { return m_error; }

    void at(LocalTime time) {
        if (ok()) {
            take(m_clock.set(time));
        }
    }
    template <typename Ask>
    auto ask(Ask question) -> typename decltype(question(std::declval<clinic::Desk&>()))::value_type {
        using Answer = typename decltype(question(m_desk))::value_type;
        if (!ok()) {
            return Answer();
        }
        auto answer = question(m_desk);
        if (!answer) {
            m_error = answer.error();
            return Answer();
        }
        return std::move(*answer);
    }
    template <typename Deed>
    void tell(Deed deed) {
        if (ok()) {
            take(deed(m_desk));
        }
    }

private:
    template <typename T>
    void take(const Result<T>& result) {
        if (!result) {
            m_error = result.error();
        }
    }

    clinic::Desk& m_desk;
    StoryClock& m_clock;
    std::optional<Error> m_error;
};

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

/// The half-day that was held, from the first telephone call to the drive back.
class HalfDay {
public:
    HalfDay(Teller& teller, const plan::Programme& programme, const plan::Occurrence& passage,
            const std::vector<PatientId>& patients)
        : m_teller(teller), m_programme(programme), m_passage(passage), m_patients(patients) {}

    StoryDone live() {
        StoryDone done;
        done.past = m_passage;
        book();
        driveOut();
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            receive(i, done);
        }
        receiveWalkIn(done);
        driveBack();
        done.counts = m_teller.ask([&](clinic::Desk& desk) { return desk.counts(m_passage.id); });
        return done;
    }

private:
    void book() {
        m_slots = m_teller.ask([&](clinic::Desk& desk) { return desk.freeSlots(m_passage.id); });
        m_slots.resize(std::min(m_slots.size(), bookedCount));
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            const clinic::BookingRequest request{
                m_passage.id, m_slots[i].index, m_patients[i], cases[i].reason, {cases[i].hasNoGp}};
            m_appointments.push_back(
                m_teller.ask([&](clinic::Desk& desk) { return desk.book(request); }).appointment);
        }
        if (cancelling < m_appointments.size()) {
            m_teller.tell([&](clinic::Desk& desk) {
                return desk.cancel(m_appointments[cancelling], clinic::CancelCause::PatientAsked);
            });
        }
    }

    void confirm(TourEvent event, LocalTime at, bool isAtStop) {
        m_teller.at(at);
        const auto stop = isAtStop ? std::optional(m_passage.id) : std::nullopt;
        m_teller.tell([&](clinic::Desk& desk) {
            return desk.recordTour(event, m_passage.bus, dateOf(m_passage.start), stop);
        });
    }

    LocalTime onThatDay(TimeOfDay time) const {
        return LocalTime(dateOf(m_passage.start).time_since_epoch() + time);
    }

    void driveOut() {
        const plan::Tour* tour = plan::tourOn(m_programme, m_passage.bus, dateOf(m_passage.start));
        if (tour == nullptr || tour->stops.empty()) {
            return;
        }
        confirm(TourEvent::Departed, onThatDay(tour->depart), false);
        confirm(TourEvent::StopArrived, onThatDay(tour->stops.front().arrive), true);
    }

    void driveBack() {
        const plan::Tour* tour = plan::tourOn(m_programme, m_passage.bus, dateOf(m_passage.start));
        if (tour == nullptr || tour->stops.empty()) {
            return;
        }
        confirm(TourEvent::StopLeft, onThatDay(tour->stops.front().leave) + minutes(5), true);
        confirm(TourEvent::Returned, onThatDay(tour->back) + minutes(5), false);
    }

    void receive(std::size_t i, StoryDone& done) {
        const AppointmentId& id = m_appointments[i];
        const LocalTime start = m_slots[i].start;
        if (i == cancelling) {
            return;
        }
        const auto mark = [&](AppointmentEvent event) {
            m_teller.tell([&](clinic::Desk& desk) { return desk.mark(id, event); });
        };
        if (i == missing) {
            m_teller.at(start + minutes(15));
            mark(AppointmentEvent::MarkAbsent);
            return;
        }
        m_teller.at(start - minutes(4));
        mark(AppointmentEvent::Arrive);
        m_teller.at(start);
        mark(AppointmentEvent::Begin);
        m_teller.at(start + minutes(15));
        m_teller.tell([&](clinic::Desk& desk) { return desk.recordVisit(id, visitOf(cases[i])); });
        ++done.visits;
        if (std::find(comingAgain.begin(), comingAgain.end(), i) != comingAgain.end()) {
            m_teller.tell([&](clinic::Desk& desk) { return desk.bookFollowUp(id); });
            ++done.followUps;
        }
    }

    void receiveWalkIn(StoryDone& done) {
        m_teller.at(m_passage.end - minutes(18));
        const AppointmentId id = m_teller.ask([&](clinic::Desk& desk) {
            return desk.walkIn(m_passage.id, m_patients[walkingIn], cases[walkingIn].reason);
        });
        m_teller.at(m_passage.end - minutes(1));
        m_teller.tell([&](clinic::Desk& desk) { return desk.recordVisit(id, visitOf(cases[walkingIn])); });
        ++done.visits;
    }

    Teller& m_teller;
    const plan::Programme& m_programme;
    const plan::Occurrence& m_passage;
    const std::vector<PatientId>& m_patients;
    std::vector<plan::Slot> m_slots;
    std::vector<AppointmentId> m_appointments;
};

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

Result<StoryDone> tellStory(clinic::Desk& desk, StoryClock& clock, const BootClock& bootClock,
                            const plan::Programme& programme, LocalTime now) {
    const auto past = lastHeld(programme, dateOf(now));
    if (!past) {
        return fault(clinic::codes::passageUnknown, {{"value", formatLocal(now)}});
    }
    Teller teller(desk, clock);
    const Date friday = programme.firstMonday - date::days(3);
    teller.at(LocalTime(friday.time_since_epoch() + std::chrono::hours(10)));
    teller.tell([&](clinic::Desk& d) { return d.publish(programme); });
    std::unique_ptr<clinic::FictionalKeys> keys;
    teller.tell([&](clinic::Desk& d) {
        return clinic::FictionalKeys::open(d, bootClock).map([&](auto&& opened) {
            keys = std::move(opened);
        });
    });
    std::vector<PatientId> patients;
    for (const FictionalPatient& person : fictionalPatients()) {
        patients.push_back(teller.ask([&](clinic::Desk& d) {
            return person.details().and_then(
                [&](const clinic::PatientDetails& details) { return d.registerPatient(details); });
        }));
    }
    StoryDone done = HalfDay(teller, programme, *past, patients).live();
    teller.at(now);
    bookAhead(teller, programme, now, patients, done);
    desk.useVault(nullptr);
    if (!teller.ok()) {
        return Fault(*teller.error());
    }
    return done;
}

} // namespace medicobus::cli
