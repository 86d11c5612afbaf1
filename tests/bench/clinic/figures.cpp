// SPDX-License-Identifier: EUPL-1.2
// What a large store costs a desk: 20,000 invented patients (or as many as said), five operations each, 60
// appointments a day.
#include "base/random.h"
#include "tests/core/clinic/desk_test.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace medicobus::clinic {
namespace {

constexpr int perDay = 60;
constexpr std::size_t batch = 2000;

/// Writes operations as a desk does, many in one transaction.
class Filler {
public:
    Filler(Desk& desk, vault::Vault& vault) : m_desk(desk), m_vault(vault) {}

    void add(journal::Subject subject, const char* kind, Json open, const Json& personal = nullptr,
             const vault::Envelope& key = {}, bool isNewKey = false) {
        journal::OperationDraft draft;
        draft.actor = "crew-1";
        draft.subject = std::move(subject);
        draft.kind = kind;
        draft.open = std::move(open);
        if (!personal.is_null()) {
            draft.id = journal::OperationId{m_desk.journal().newUuid()};
            const std::string row = draft.id->text();
            draft.sealed = m_vault.seal(key, {"operations", "sealed_body", row}, personal.dump()).value();
            draft.sealKey = key.key;
        }
        if (isNewKey) {
            draft.envelope = journal::Envelope{key.key, key.wrapped};
        }
        m_drafts.push_back(std::move(draft));
        if (m_drafts.size() == batch) {
            flush();
        }
    }
    void flush() {
        m_written += m_desk.journal().appendAll(m_drafts).value().size();
        m_drafts.clear();
    }
    std::size_t written() const { return m_written; }

private:
    Desk& m_desk;
    vault::Vault& m_vault;
    std::vector<journal::OperationDraft> m_drafts;
    std::size_t m_written = 0;
};

plan::OccurrenceId morningOf(int week) {
    return {{"matin"}, at("2027-03-02T09:00") + std::chrono::days(7 * week)};
}

void fill(Desk& desk, vault::Vault& vault, int patients) {
    Filler filler(desk, vault);
    for (int i = 0; i < patients; ++i) {
        const vault::Envelope key = vault.makeKey().value();
        const PatientId who{desk.journal().newUuid()};
        const PatientDetails details{"Fictif-" + std::to_string(i), "Imaginaire-" + std::to_string(i % 700),
                                     day("1951-03-12"), "", "99001"};
        filler.add({"patient", who.text()}, "patient.registered", Json::object(), toJson(details), key, true);
        const AppointmentId id{desk.journal().newUuid()};
        const plan::OccurrenceId where = morningOf(i / perDay);
        const int slot = i % perDay;
        const PlaceClaim claim{
            {where, slot, 0}, where.originalStart + std::chrono::minutes(2 * slot), Basis::Own, {}};
        const journal::Subject subject{"appointment", id.text()};
        filler.add(subject, "appointment.booked", toJson(claim),
                   {{"patient", who.text()}, {"reason", "A"}, {"flags", Json::object()}}, key);
        for (const char* said : {"appointment.arrived", "appointment.begun", "appointment.seen"}) {
            filler.add(subject, said, Json::object());
        }
    }
    filler.flush();
    std::printf("%zu operations written\n", filler.written());
}

/// Of the processor, since the machine may have other work; there is one thread, and what it reads lies in
/// the page cache.
template <typename Act>
double millis(Act act) {
    const std::clock_t from = std::clock();
    act();
    return 1000.0 * static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
}

void check(bool isRight, const char* what) {
    if (!isRight) {
        std::printf("failed: %s\n", what);
        std::exit(1);
    }
}

void measure(const std::filesystem::path& file, int patients) {
    SteppedClock clock;
    clock.set("2027-03-01T10:00");
    vault::Device device;
    const auto vault = device.create();
    const auto opened = [&] {
        Desk desk = Desk::open(file, clock, systemEntropy(), "crew-1").value();
        desk.useVault(vault.get());
        return desk;
    };
    Desk desk = opened();
    plan::Programme programme = twoStops();
    programme.slot = std::chrono::minutes(2);
    check(desk.publish(programme).has_value(), "publish");
    fill(desk, *vault, patients);
    std::printf("open the persons: %.0f ms\n",
                millis([&] { check(desk.openPersons().has_value(), "persons"); }));
    std::vector<double> days;
    for (int week = 0; week < 50; ++week) {
        days.push_back(millis([&] {
            const auto list = desk.dayList(morningOf(week));
            check(list && list->counts.seen == perDay, "day");
        }));
    }
    std::sort(days.begin(), days.end());
    std::printf("open a day of %d: median %.1f ms, longest %.1f ms\n", perDay, days[25], days.back());
    std::printf("note an exchange: %.1f ms", millis([&] { check(desk.noteExchange().has_value(), "note"); }));
    std::printf(", and the day after it: %.1f ms\n",
                millis([&] { check(desk.dayList(morningOf(3)).has_value(), "day"); }));
}

} // namespace
} // namespace medicobus::clinic

int main(int count, char** words) {
    const int patients = count > 1 ? std::atoi(words[1]) : 20'000;
    if (patients < 50 * medicobus::clinic::perDay) {
        std::puts("usage: clinic_figures [PATIENTS, 3000 or more]");
        return 2;
    }
    std::string name = (std::filesystem::temp_directory_path() / "medicobus-figures-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        return 1;
    }
    medicobus::clinic::measure(std::filesystem::path(name) / "medicobus.db", patients);
    std::filesystem::remove_all(name);
    return 0;
}
