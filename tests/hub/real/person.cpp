// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/real/person.h"

#include "sync/wire/codec.h"
#include "tests/simulation/oracle/shown.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace medicobus::testing {
namespace {

using clinic::AppointmentEvent;

plan::Series daily(const std::string& id, const std::string& site, Weekday day, int from, int to) {
    return plan::Series{{id}, {"B1"}, {site}, day, {id}, {0}, TimeOfDay(from), TimeOfDay(to)};
}

std::string nameOf(std::uint64_t number) {
    constexpr std::array names{"Imaginaire", "Fictif", "Chimère", "Mirage", "Légende", "Songe"};
    return names[number % names.size()];
}

} // namespace

plan::Programme crowdedProgramme(Date today) {
    plan::Programme programme;
    programme.version = "0195f000-0000-7000-8000-000000000001";
    programme.name = "Médicobus de l'Admidep";
    programme.isFictional = true;
    programme.firstMonday = mondayOf(today);
    programme.cycleWeeks = 1;
    programme.slot = std::chrono::minutes(30);
    programme.buses = {{"B1"}};
    plan::Site site;
    site.id = {"aubefleur"};
    site.insee = {"99001"};
    site.name = "Salle communale";
    site.point = {48.5, 0.1};
    programme.sites = {site};
    for (int day = 0; day < 7; ++day) {
        const auto weekday = static_cast<Weekday>(day);
        programme.series.push_back(daily(fmt::format("matin{}", day), "aubefleur", weekday, 540, 690));
        programme.series.push_back(daily(fmt::format("soir{}", day), "aubefleur", weekday, 840, 960));
    }
    return programme;
}

Person::Person(Tablet& tablet, const Teller& teller, std::uint64_t seed)
    : m_tablet(tablet), m_teller(teller), m_random(seed) {
    tellWhatIsNew();
}

std::vector<clinic::AppointmentId> Person::appointments() const {
    std::vector<clinic::AppointmentId> ids;
    SQLite::Statement select(m_tablet.journal().reader(), "SELECT id FROM clinic_appointment ORDER BY id");
    while (select.executeStep()) {
        if (const auto id = Uuid::parse(select.getColumn(0).getString())) {
            ids.push_back({*id});
        }
    }
    return ids;
}

template <typename T>
void Person::note(const Result<T>& result) {
    if (!result) {
        m_teller.tell("refused", {std::string(result.error().code().name)});
    }
}

void Person::act() {
    const auto what = m_random.below(100);
    if (m_people.size() < 3 || what < 10) {
        const auto id = m_tablet.desk().registerPatient({nameOf(m_random.below(6)), nameOf(m_random.below(6)),
                                                         parseDate("1951-03-12").value(), "", "99001"});
        note(id);
        if (id) {
            m_people.push_back(*id);
        }
    } else if (what < 55) {
        book();
    } else if (what < 85) {
        change();
    } else if (what < 95) {
        recordVisit();
    } else if (what < 97) {
        erase();
    } else {
        const auto passages = m_tablet.desk().occurrences(dateOf(m_tablet.desk().now()),
                                                          dateOf(m_tablet.desk().now()) + date::days(6));
        if (!passages.empty()) {
            note(m_tablet.exchange().requestLease(passages[m_random.below(passages.size())].id.text(), 2));
        }
    }
    tellWhatIsNew();
}

void Person::book() {
    clinic::Desk& desk = m_tablet.desk();
    const Date today = dateOf(desk.now());
    const auto passages = desk.occurrences(today, today + date::days(6));
    if (passages.empty()) {
        return;
    }
    const plan::Occurrence& passage = passages[m_random.below(passages.size())];
    // Those who are leased a place mostly give that one.
    auto place = clinic::Place{passage.id, static_cast<int>(m_random.below(5)), 0};
    if (const auto leases = desk.leases(); leases && m_random.below(2) == 0) {
        for (const auto& lease : *leases) {
            if (!lease.places.empty()) {
                place = {lease.occurrence, lease.places.begin()->slot, 0};
            }
        }
    }
    note(desk.book({place.occurrence,
                    *place.slot,
                    m_people[m_random.below(m_people.size())],
                    clinic::ReasonGroup::General,
                    {}}));
}

void Person::change() {
    clinic::Desk& desk = m_tablet.desk();
    const auto all = appointments();
    if (all.empty()) {
        return;
    }
    const auto id = all[m_random.below(all.size())];
    const Date today = dateOf(desk.now());
    const auto passages = desk.occurrences(today, today + date::days(6));
    switch (m_random.below(5)) {
    case 0:
        note(desk.cancel(id, clinic::CancelCause::PatientAsked));
        break;
    case 1:
        if (!passages.empty()) {
            note(desk.move(id, passages[m_random.below(passages.size())].id,
                           static_cast<int>(m_random.below(5))));
        }
        break;
    case 2:
        note(desk.mark(id, AppointmentEvent::Reinstate));
        break;
    case 3:
        note(desk.undo(id));
        break;
    default:
        note(desk.mark(id, AppointmentEvent::Arrive));
    }
}

void Person::recordVisit() {
    const auto all = appointments();
    if (!all.empty()) {
        clinic::Visit visit;
        visit.reason = clinic::ReasonGroup::General;
        visit.outcome = clinic::Outcome::Treated;
        note(m_tablet.desk().recordVisit(all[m_random.below(all.size())], visit));
    }
}

void Person::erase() {
    const auto at = m_random.below(m_people.size());
    const auto id = m_people[at];
    m_people.erase(m_people.begin() + static_cast<std::ptrdiff_t>(at));
    const auto erased = m_tablet.desk().erasePatient(id);
    note(erased);
    if (erased) {
        m_teller.tell("erased", {id.text()});
    }
}

void Person::synchronise() {
    note(m_tablet.synchronise());
    tellWhatIsNew();
    const auto acked = must(m_tablet.journal().acknowledged(), "acknowledged");
    for (const auto& [chain, seq] : acked) {
        m_teller.tell("acked", {chain.text(), std::to_string(seq)});
    }
    if (must(m_tablet.exchange().status(), "status").isSynchronised) {
        const auto own = m_tablet.journal().device();
        m_teller.tell("synced",
                      {own.text(), std::to_string(must(m_tablet.journal().chains(), "chains")[own])});
    }
}

void Person::tellWhatIsNew() {
    const auto own = m_tablet.journal().device();
    for (const auto& operation : must(m_tablet.journal().since(own, m_lastTold), "since")) {
        m_teller.tell("stored",
                      {own.text(), std::to_string(operation.seq), sync::toHex(sync::viewOf(operation.hash))});
        m_lastTold = operation.seq;
    }
    for (const auto& [id, now] : simulation::shownBy(m_tablet.journal())) {
        if (const auto before = m_shown.find(id); before == m_shown.end() || before->second != now) {
            m_teller.tell("shown", {id, now.claim, now.place, fmt::format("{}", fmt::join(now.asked, " "))});
            m_shown[id] = now;
        }
    }
}

} // namespace medicobus::testing
