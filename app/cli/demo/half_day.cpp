// SPDX-License-Identifier: EUPL-1.2
#include "cli/demo/half_day.h"

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
constexpr std::size_t cancelling = 6;
constexpr std::size_t missing = 3;
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

/// The half-day that was held, from the first telephone call to the drive back.
class HalfDay {
public:
    /// The office answers the telephone; the teller is the tablet in the bus.
    HalfDay(Teller& teller, Teller& office, const plan::Programme& programme, const plan::Occurrence& passage,
            const std::vector<PatientId>& patients)
        : m_teller(teller),
          m_office(office),
          m_programme(programme),
          m_passage(passage),
          m_patients(patients) {}

    StoryDone live() {
        StoryDone done;
        done.past = m_passage;
        book(done);
        m_office.exchange();
        m_teller.exchange();
        driveOut();
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            receive(i, done);
        }
        receiveWalkIn(done);
        driveBack();
        m_teller.exchange();
        done.counts = m_teller.ask([&](clinic::Desk& desk) { return desk.counts(m_passage.id); });
        return done;
    }

private:
    void book(StoryDone& done) {
        m_slots = m_office.ask([&](clinic::Desk& desk) { return desk.freeSlots(m_passage.id); });
        m_slots.resize(std::min(m_slots.size(), bookedCount));
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            const clinic::BookingRequest request{
                m_passage.id, m_slots[i].index, m_patients[i], cases[i].reason, {cases[i].hasNoGp}};
            const auto booked = m_office.ask([&](clinic::Desk& desk) { return desk.book(request); });
            ++(booked.isRequest ? done.asked : done.promised);
            m_appointments.push_back(booked.appointment);
        }
        if (cancelling < m_appointments.size()) {
            m_office.tell([&](clinic::Desk& desk) {
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
    Teller& m_office;
    const plan::Programme& m_programme;
    const plan::Occurrence& m_passage;
    const std::vector<PatientId>& m_patients;
    std::vector<plan::Slot> m_slots;
    std::vector<AppointmentId> m_appointments;
};

} // namespace

StoryDone liveHalfDay(Teller& tablet, Teller& office, const plan::Programme& programme,
                      const plan::Occurrence& passage, const std::vector<PatientId>& patients) {
    return HalfDay(tablet, office, programme, passage, patients).live();
}

} // namespace medicobus::cli
