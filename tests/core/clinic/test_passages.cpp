// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

namespace medicobus::clinic {
namespace {

using Status = plan::Occurrence::Status;

class Passages : public DeskTest {};

TEST_F(Passages, ComeFromTheProgrammeInForce) {
    EXPECT_EQ(desk->occurrences(day("2027-03-01"), day("2027-03-14")).size(), 4U);
    plan::Programme second = twoStops();
    second.version = "0195f000-0000-7000-8000-000000000002";
    second.series.pop_back();
    second.tours.clear();
    clock.step(std::chrono::minutes(1));
    ASSERT_EQ(codeIn(desk->publish(second)), "done");
    const auto count = desk->waiting()->count;
    ASSERT_EQ(codeIn(desk->publish(second)), "done");
    EXPECT_EQ(desk->waiting()->count, count);
    reopen();
    EXPECT_EQ(desk->programme()->version, second.version);
    EXPECT_EQ(desk->occurrences(day("2027-03-01"), day("2027-03-14")).size(), 2U);
    expectSound();
}

TEST_F(Passages, KeepTheirAppointmentsWhenMoved) {
    const AppointmentId id = booked(morning, 3, "Imagine");
    const auto moved =
        desk->moveOccurrence(morning, at("2027-03-03T13:00"), at("2027-03-03T16:00"), "travaux").value();
    ASSERT_EQ(moved.moved.size(), 1U);
    EXPECT_TRUE(moved.toReplace.empty());
    EXPECT_EQ(moved.passages.front().status, Status::Moved);
    reopen();
    EXPECT_EQ(desk->occurrence(morning)->sequence, 1);
    EXPECT_EQ(desk->dayList(morning)->entries[3].appointment->id, id);
    EXPECT_EQ(desk->dayList(morning)->entries[3].slot->start, at("2027-03-03T14:00"));
    EXPECT_EQ(desk->passagesOn({"B1"}, day("2027-03-02")).size(), 1U);
    EXPECT_EQ(desk->passagesOn({"B1"}, day("2027-03-03")).front().id, morning);
    expectSound();
}

TEST_F(Passages, ThatShrinkLeaveSomeoneToReplace) {
    const AppointmentId id = booked(morning, 8, "Imagine");
    const auto moved =
        desk->moveOccurrence(morning, at("2027-03-02T09:00"), at("2027-03-02T11:00"), "").value();
    ASSERT_EQ(moved.toReplace.size(), 1U);
    EXPECT_EQ(moved.toReplace.front().appointment.id, id);
    EXPECT_EQ(desk->toReplace()->size(), 1U);
    ASSERT_EQ(codeIn(desk->move(id, morning, 0)), "done");
    EXPECT_TRUE(desk->toReplace()->empty());
}

TEST_F(Passages, RefuseToMoveWhereTheyCannotBe) {
    const auto refusal = [&](const char* start, const char* end) {
        return codeIn(desk->moveOccurrence(morning, at(start), at(end), ""));
    };
    EXPECT_EQ(refusal("2027-03-02T12:00", "2027-03-02T12:00"), "clinic.bad_times");
    EXPECT_EQ(refusal("2027-03-02T22:00", "2027-03-03T02:00"), "clinic.bad_times");
    EXPECT_EQ(refusal("2027-02-26T09:00", "2027-02-26T12:00"), "clinic.passage_past");
    EXPECT_EQ(refusal("2027-03-02T13:00", "2027-03-02T15:00"), "clinic.bus_busy");
    ASSERT_TRUE(desk->closeSite({"aubefleur"}, day("2027-03-04"), day("2027-03-04"), "fête"));
    EXPECT_EQ(refusal("2027-03-04T09:00", "2027-03-04T12:00"), "clinic.site_closed");
    clock.set("2027-03-02T12:30");
    EXPECT_EQ(refusal("2027-03-05T09:00", "2027-03-05T12:00"), "clinic.passage_past");
}

TEST_F(Passages, OfAClosedSiteAreCancelledAndTheirPeopleListed) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    booked(nextMorning, 0, "Autre");
    const auto preview = desk->previewClosure({"aubefleur"}, day("2027-03-02"), day("2027-03-05")).value();
    ASSERT_EQ(preview.toReplace.size(), 1U);
    EXPECT_EQ(desk->occurrence(morning)->status, Status::Planned);
    const auto closed = desk->closeSite({"aubefleur"}, day("2027-03-02"), day("2027-03-05"), "fête").value();
    ASSERT_EQ(closed.toReplace.size(), 1U);
    EXPECT_EQ(closed.toReplace.front().appointment.id, id);
    EXPECT_EQ(closed.passages.front().status, Status::Cancelled);
    EXPECT_EQ(closed.passages.front().reason, "fête");
    EXPECT_EQ(desk->dayList(morning)->entries.size(), 1U);
    EXPECT_EQ(desk->occurrence(nextMorning)->status, Status::Planned);
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    reopen();
    EXPECT_EQ(desk->occurrence(morning)->status, Status::Planned);
    EXPECT_EQ(desk->occurrence(morning)->sequence, 2);
    EXPECT_TRUE(desk->toReplace()->empty());
    EXPECT_EQ(codeIn(desk->closeSite({"nowhere"}, day("2027-03-02"), day("2027-03-02"), "")),
              "clinic.site_unknown");
    EXPECT_EQ(codeIn(desk->closeSite({"aubefleur"}, day("2027-03-03"), day("2027-03-02"), "")),
              "clinic.bad_times");
    expectSound();
}

TEST_F(Passages, RaiseTheirSequenceAtEveryDecisionAndItsUndoing) {
    ASSERT_TRUE(desk->cancelOccurrence(morning, "panne"));
    EXPECT_EQ(desk->occurrence(morning)->sequence, 1);
    EXPECT_EQ(desk->occurrence(morning)->status, Status::Cancelled);
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_EQ(desk->occurrence(morning)->sequence, 2);
    EXPECT_EQ(desk->occurrence(morning)->status, Status::Planned);
    ASSERT_TRUE(desk->cancelOccurrence(morning, "panne"));
    EXPECT_EQ(desk->occurrence(morning)->sequence, 3);
    ASSERT_TRUE(desk->keepOccurrence(morning));
    EXPECT_EQ(desk->occurrence(morning)->sequence, 4);
    EXPECT_EQ(desk->occurrence(morning)->status, Status::Planned);
}

TEST_F(Passages, OnAHolidayWaitForADecision) {
    // Tuesday 8 May 2029 is a public holiday.
    const plan::OccurrenceId holiday{{"matin"}, at("2029-05-08T09:00")};
    const PatientId who = person("Imagine");
    ASSERT_EQ(desk->occurrence(holiday)->status, Status::ToConfirm);
    EXPECT_EQ(codeIn(desk->book({holiday, 0, who, {}, {}})), "clinic.passage_unconfirmed");
    ASSERT_TRUE(desk->keepOccurrence(holiday));
    EXPECT_EQ(codeIn(desk->book({holiday, 0, who, {}, {}})), "done");
}

TEST_F(Passages, ThatTheNewProgrammeDropsLeavePeopleToReplace) {
    const AppointmentId id = booked(evening, 0, "Imagine");
    plan::Programme second = twoStops();
    second.version = "0195f000-0000-7000-8000-000000000002";
    second.series.pop_back();
    second.tours.clear();
    clock.step(std::chrono::minutes(1));
    ASSERT_EQ(codeIn(desk->publish(second)), "done");
    const auto lost = desk->toReplace().value();
    ASSERT_EQ(lost.size(), 1U);
    EXPECT_EQ(lost.front().appointment.id, id);
    EXPECT_FALSE(lost.front().occurrence);
}

TEST_F(Passages, ToComeLeaveOutWhatIsOver) {
    const auto first = [&] { return desk->nextPassages({"aubefleur"}, 2); };
    EXPECT_EQ(first().front().id, morning);
    clock.set("2027-03-02T12:00");
    ASSERT_EQ(first().size(), 2U);
    EXPECT_EQ(first().front().id, nextMorning);
}

TEST(BeforeAnyProgramme, TheDeskOpensAndSaysSo) {
    std::string name = (std::filesystem::temp_directory_path() / "medicobus-desk-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    SteppedClock clock;
    clock.set("2027-03-01T10:00");
    {
        Desk desk =
            Desk::open(std::filesystem::path(name) / "medicobus.db", clock, systemEntropy(), "crew").value();
        EXPECT_EQ(desk.programme(), nullptr);
        EXPECT_TRUE(desk.occurrences(day("2027-03-01"), day("2027-03-31")).empty());
        EXPECT_EQ(codeIn(desk.timeline({"B1"}, day("2027-03-02"))), "clinic.no_programme");
        EXPECT_EQ(codeIn(desk.dayList({{"matin"}, at("2027-03-02T09:00")})), "vault.locked");
        EXPECT_EQ(codeIn(desk.counts({{"matin"}, at("2027-03-02T09:00")})), "clinic.no_programme");
        EXPECT_EQ(codeIn(desk.undoLast()), "clinic.nothing_to_undo");
    }
    std::filesystem::remove_all(name);
}

} // namespace
} // namespace medicobus::clinic
