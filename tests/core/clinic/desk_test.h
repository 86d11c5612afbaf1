// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "clinic/desk.h"
#include "tests/core/vault/vault_fixture.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace medicobus::clinic {

class SteppedClock : public Clock {
public:
    Instant now() const override { return m_now; }
    void set(const std::string& local) { m_now = toInstant(parseLocal(local).value()).value(); }
    void step(std::chrono::minutes by) { m_now += by; }

private:
    Instant m_now{};
};

inline LocalTime at(const std::string& text) {
    return parseLocal(text).value();
}
inline Date day(const std::string& text) {
    return parseDate(text).value();
}

/// The code of a failure, or "done".
template <typename T>
std::string codeIn(const Result<T>& result) {
    return result ? "done" : std::string(result.error().code().name);
}

/// Two sites of one bus: Tuesdays in the first, morning and afternoon at Aubefleur then Brumeval, every week.
inline plan::Programme twoStops() {
    plan::Programme programme;
    programme.version = "0195f000-0000-7000-8000-000000000001";
    programme.name = "Médicobus de l'Admidep";
    programme.isFictional = true;
    programme.firstMonday = day("2027-03-01");
    programme.cycleWeeks = 1;
    programme.slot = std::chrono::minutes(20);
    programme.buses = {{"B1"}};
    const auto site = [](const std::string& id, double lon) {
        plan::Site made;
        made.id = {id};
        made.insee = {"99001"};
        made.name = "Salle communale";
        made.commune = id;
        made.point = {48.5, lon};
        return made;
    };
    programme.sites = {site("aubefleur", 0.10), site("brumeval", 0.15)};
    const auto series = [](const std::string& id, const std::string& where, int from, int to) {
        return plan::Series{{id}, {"B1"}, {where},         Weekday::Tuesday,
                            {id}, {0},    TimeOfDay(from), TimeOfDay(to)};
    };
    programme.series = {series("matin", "aubefleur", 540, 720), series("soir", "brumeval", 840, 960)};
    plan::Tour tour;
    tour.bus = {"B1"};
    tour.weekday = Weekday::Tuesday;
    tour.depart = TimeOfDay(485);
    tour.back = TimeOfDay(1010);
    tour.drivingMinutes = 80;
    tour.stops = {{{"matin"}, TimeOfDay(520), TimeOfDay(540), TimeOfDay(720), TimeOfDay(735)},
                  {{"soir"}, TimeOfDay(820), TimeOfDay(840), TimeOfDay(960), TimeOfDay(975)}};
    programme.tours = {tour};
    return programme;
}

/// A desk on a real file, its clock stepped by hand, with the programme above published on 1 March 2027.
class DeskTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "medicobus-desk-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
        clock.set("2027-03-01T10:00");
        vault = device.create();
        reopen();
        ASSERT_EQ(codeIn(desk->publish(twoStops())), "done");
    }
    void TearDown() override {
        desk.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    /// Closes the desk and opens it again, as after a restart.
    void reopen() {
        desk.reset();
        auto opened = Desk::open(folder / "medicobus.db", clock, entropy(), "crew-1");
        ASSERT_TRUE(opened) << opened.error().code().name << " " << opened.error().detail("value");
        desk = std::make_unique<Desk>(std::move(*opened));
        desk->useVault(vault.get());
    }
    /// The projections are what a rebuild from the journal makes.
    void expectSound() {
        const auto report = desk->journal().verify();
        ASSERT_TRUE(report);
        EXPECT_TRUE(report->isClean())
            << report->faults.front().code().name << " " << report->faults.front().detail("key");
    }
    Entropy entropy() {
        return [this](std::uint8_t* bytes, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                bytes[i] = static_cast<std::uint8_t>(random.below(256));
            }
        };
    }
    PatientId person(const std::string& family, const std::string& given = "Imaginaire") {
        return desk->registerPatient({family, given, day("1951-03-12"), "", "99001"}).value();
    }
    AppointmentId booked(const plan::OccurrenceId& where, int slot, const std::string& family) {
        return desk->book({where, slot, person(family), ReasonGroup::General, {}}).value().appointment;
    }
    AppointmentState stateOf(const AppointmentId& id) { return desk->appointment(id).value().state; }

    plan::OccurrenceId morning{{"matin"}, at("2027-03-02T09:00")};
    plan::OccurrenceId nextMorning{{"matin"}, at("2027-03-09T09:00")};
    plan::OccurrenceId evening{{"soir"}, at("2027-03-02T14:00")};
    Random random{20270301};
    std::filesystem::path folder;
    SteppedClock clock;
    vault::Device device;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<Desk> desk;
};

} // namespace medicobus::clinic
