// SPDX-License-Identifier: EUPL-1.2
#include "clinic/half_day/delays.h"
#include "tests/core/clinic/desk_test.h"

#include <gmock/gmock.h>

namespace medicobus::clinic {
namespace {

using std::chrono::minutes;
using ::testing::ElementsAre;

class HalfDay : public DeskTest {
protected:
    std::vector<int> delays() const {
        std::vector<int> found;
        const DayList list = desk->dayList(morning).value();
        for (const DayEntry& each : list.entries) {
            if (each.appointment) {
                found.push_back(static_cast<int>(each.delay.count()));
            }
        }
        return found;
    }
    std::string mark(const AppointmentId& id, AppointmentEvent event) {
        return codeIn(desk->mark(id, event));
    }
};

TEST_F(HalfDay, CarriesAnOverrunToThoseWhoFollowUntilAnEmptyPlaceTakesItIn) {
    const AppointmentId first = booked(morning, 0, "Premier");
    booked(morning, 1, "Deuxième");
    booked(morning, 2, "Troisième");
    booked(morning, 4, "Cinquième");
    EXPECT_THAT(delays(), ElementsAre(0, 0, 0, 0));
    clock.set("2027-03-02T09:10");
    ASSERT_EQ(mark(first, AppointmentEvent::Begin), "done");
    EXPECT_THAT(delays(), ElementsAre(0, 10, 10, 0)) << "begun ten minutes late, twenty minutes long";
    clock.set("2027-03-02T09:45");
    // The second was due at 9:20 and is not here: no word on when they are received; the third is next.
    EXPECT_THAT(delays(), ElementsAre(0, 0, 0, 0)) << "the third was due at 9:40 and is not here either";
    clock.set("2027-03-02T09:35");
    EXPECT_THAT(delays(), ElementsAre(0, 0, 0, 0));
    ASSERT_EQ(mark(first, AppointmentEvent::See), "done");
    EXPECT_THAT(delays(), ElementsAre(0, 0, 0, 0));
}

TEST_F(HalfDay, LetsWhoIsHereWaitForThoseBefore) {
    const AppointmentId first = booked(morning, 0, "Premier");
    const AppointmentId second = booked(morning, 1, "Deuxième");
    const AppointmentId third = booked(morning, 2, "Troisième");
    clock.set("2027-03-02T09:05");
    ASSERT_EQ(mark(first, AppointmentEvent::Begin), "done");
    ASSERT_EQ(mark(second, AppointmentEvent::Arrive), "done");
    ASSERT_EQ(mark(third, AppointmentEvent::Arrive), "done");
    clock.set("2027-03-02T09:50");
    EXPECT_THAT(delays(), ElementsAre(0, 30, 30));
    clock.set("2027-03-09T09:50");
    EXPECT_THAT(delays(), ElementsAre(0, 0, 0)) << "lateness is of its day";
}

TEST_F(HalfDay, KnowsWhoComesForTheFirstTime) {
    const PatientId known = person("Connu");
    const auto earlier = desk->book({morning, 0, known, {}, {}});
    ASSERT_TRUE(desk->book({nextMorning, 0, known, {}, {}}));
    ASSERT_TRUE(desk->book({nextMorning, 1, person("Nouveau"), {}, {}}));
    const auto isFirst = [&](std::size_t line) {
        return desk->dayList(nextMorning)->entries.at(line).isFirstVisit;
    };
    EXPECT_TRUE(isFirst(0)) << "not received yet";
    clock.set("2027-03-02T09:05");
    ASSERT_EQ(mark(earlier->appointment, AppointmentEvent::See), "done");
    EXPECT_FALSE(isFirst(0));
    EXPECT_TRUE(isFirst(1));
    EXPECT_TRUE(desk->dayList(morning)->entries.front().isFirstVisit) << "that one was the first";
}

TEST_F(HalfDay, IsClosedReopenedAndClosedAgain) {
    EXPECT_EQ(codeIn(desk->closeStop(morning, {})), "clinic.too_early");
    EXPECT_EQ(codeIn(desk->reopenStop(morning)), "clinic.nothing_to_undo");
    clock.set("2027-03-02T12:10");
    ASSERT_EQ(codeIn(desk->closeStop(morning, {Equipment::Ramp, Equipment::Keys})), "done");
    EXPECT_EQ(codeIn(desk->closeStop(morning, {})), "clinic.already_so");
    reopen();
    const auto closing = desk->closing(morning).value();
    ASSERT_TRUE(closing);
    EXPECT_EQ(closing->at, at("2027-03-02T12:10"));
    EXPECT_THAT(closing->checked,
                ElementsAre(Coded<Equipment>(Equipment::Ramp), Coded<Equipment>(Equipment::Keys)));
    EXPECT_FALSE(desk->closing(evening).value());
    EXPECT_TRUE(desk->tourFacts({"B1"}, day("2027-03-02"))->empty()) << "closing is no moment of the drive";
    ASSERT_EQ(codeIn(desk->reopenStop(morning)), "done");
    EXPECT_FALSE(desk->closing(morning).value());
    ASSERT_EQ(codeIn(desk->closeStop(morning, {})), "done");
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_FALSE(desk->closing(morning).value());
    expectSound();
}

TEST_F(HalfDay, NotesOfAStopAreKeptByField) {
    EXPECT_TRUE(desk->stopNotes({"aubefleur"})->isEmpty());
    ASSERT_EQ(codeIn(desk->noteStop({"aubefleur"}, {"clé à la boulangerie", "prise sous le préau", "",
                                                    "M. Imaginaire", "02 33 00 00 01"})),
              "done");
    StopNotes notes = desk->stopNotes({"aubefleur"}).value();
    EXPECT_EQ(notes.phone, "+33233000001");
    notes.keys = "code du portail";
    ASSERT_EQ(codeIn(desk->noteStop({"aubefleur"}, notes)), "done");
    reopen();
    EXPECT_EQ(desk->stopNotes({"aubefleur"}).value(), notes);
    EXPECT_TRUE(desk->stopNotes({"brumeval"})->isEmpty());
    notes.phone = "12";
    EXPECT_EQ(codeIn(desk->noteStop({"aubefleur"}, notes)), "clinic.phone");
    notes.phone.clear();
    notes.power = std::string(noteLimit + 1, 'x');
    EXPECT_EQ(codeIn(desk->noteStop({"aubefleur"}, notes)), "clinic.note_too_long");
    vault->lock();
    EXPECT_EQ(codeIn(desk->stopNotes({"aubefleur"})), "vault.locked");
    EXPECT_EQ(codeIn(desk->noteStop({"aubefleur"}, {})), "vault.locked");
}

TEST_F(HalfDay, DrivesAreAsLongAsTheRoadIsGuessedToBe) {
    plan::Programme programme = twoStops();
    programme.version = "0195f000-0000-7000-8000-000000000002";
    programme.depots = {{{"B1"}, {48.5, 0}}};
    ASSERT_EQ(codeIn(desk->publish(programme)), "done");
    std::vector<int> hundreds;
    const Timeline timeline = desk->timeline({"B1"}, day("2027-03-02")).value();
    for (const TimelineEntry& each : timeline.entries) {
        if (each.kind == TimelineEntry::Kind::Drive) {
            hundreds.push_back(each.estimated ? static_cast<int>(each.estimated->value / 100) : -1);
        }
    }
    // 0.1, 0.05 and 0.15 degrees of longitude at 48.5 degrees north, 73.68 km a degree, times 1.3.
    EXPECT_THAT(hundreds, ElementsAre(95, 47, 143));
}

} // namespace
} // namespace medicobus::clinic
