// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

#include <gmock/gmock.h>

namespace medicobus::clinic {
namespace {

using ::testing::ElementsAre;
using Kind = TimelineEntry::Kind;
using Progress = TimelineEntry::Progress;
using std::chrono::minutes;

class Timelines : public DeskTest {
protected:
    Timeline today() const { return desk->timeline({"B1"}, day("2027-03-02")).value(); }
    static std::vector<std::string> lines(const Timeline& timeline) {
        static const std::vector<std::string> names{"depart", "drive", "setup", "receive",
                                                    "pack",   "break", "return"};
        std::vector<std::string> out;
        for (const TimelineEntry& each : timeline.entries) {
            out.push_back(formatTimeOfDay(timeOf(each.start)) + " "
                          + names[static_cast<std::size_t>(each.kind)]);
        }
        return out;
    }
    const TimelineEntry& entry(const Timeline& timeline, Kind kind, std::size_t nth = 0) const {
        for (const TimelineEntry& each : timeline.entries) {
            if (each.kind == kind && nth-- == 0) {
                return each;
            }
        }
        throw std::out_of_range("no such line");
    }
    std::string say(TourEvent event, const std::optional<plan::OccurrenceId>& stop = std::nullopt) {
        return codeIn(desk->recordTour(event, {"B1"}, day("2027-03-02"), stop));
    }
};

TEST_F(Timelines, FollowThePlannedDay) {
    booked(morning, 0, "Imagine");
    const Timeline timeline = today();
    // 80 minutes of driving, 35 at each end: 10 between the stops, and the rest of the gap is the break.
    EXPECT_THAT(lines(timeline), ElementsAre("08:05 depart", "08:05 drive", "08:40 setup", "09:00 receive",
                                             "12:00 pack", "12:15 break", "13:30 drive", "13:40 setup",
                                             "14:00 receive", "16:00 pack", "16:15 drive", "16:50 return"));
    EXPECT_EQ(entry(timeline, Kind::Receive).counts.booked, 1);
    EXPECT_EQ(timeline.late, minutes(0));
    EXPECT_EQ(timeline.next, 0U);
    for (const TimelineEntry& each : timeline.entries) {
        EXPECT_FALSE(each.confirms);
        EXPECT_EQ(each.progress, Progress::Ahead);
    }
    EXPECT_TRUE(desk->timeline({"B1"}, day("2027-03-03"))->entries.empty());
}

TEST_F(Timelines, CarryLatenessForward) {
    clock.set("2027-03-02T08:07");
    EXPECT_EQ(today().entries[0].confirms, TourEvent::Departed);
    EXPECT_EQ(today().late, minutes(2));
    ASSERT_EQ(say(TourEvent::Departed), "done");
    clock.set("2027-03-02T08:50");
    Timeline timeline = today();
    EXPECT_EQ(timeline.late, minutes(10));
    EXPECT_EQ(entry(timeline, Kind::Depart).actualStart, at("2027-03-02T08:07"));
    EXPECT_EQ(entry(timeline, Kind::Drive).progress, Progress::Now);
    EXPECT_EQ(entry(timeline, Kind::Setup).confirms, TourEvent::StopArrived);
    EXPECT_EQ(entry(timeline, Kind::Setup).expected, at("2027-03-02T08:50"));
    ASSERT_EQ(say(TourEvent::StopArrived, morning), "done");
    reopen();
    clock.set("2027-03-02T09:30");
    timeline = today();
    EXPECT_EQ(timeline.late, minutes(10));
    EXPECT_EQ(entry(timeline, Kind::Drive).progress, Progress::Done);
    EXPECT_EQ(entry(timeline, Kind::Drive).actualEnd, at("2027-03-02T08:50"));
    EXPECT_EQ(entry(timeline, Kind::Setup).progress, Progress::Done);
    EXPECT_EQ(entry(timeline, Kind::Receive).progress, Progress::Now);
    EXPECT_EQ(entry(timeline, Kind::Receive).expected, at("2027-03-02T09:10"));
    EXPECT_EQ(entry(timeline, Kind::Receive, 1).expected, at("2027-03-02T14:10"));
    EXPECT_EQ(entry(timeline, Kind::Pack).confirms, TourEvent::StopLeft);
    EXPECT_EQ(timeline.next, 3U);
    clock.set("2027-03-02T12:15");
    ASSERT_EQ(say(TourEvent::StopLeft, morning), "done");
    EXPECT_EQ(today().late, minutes(0));
    EXPECT_EQ(entry(today(), Kind::Break).progress, Progress::Now);
    EXPECT_EQ(entry(today(), Kind::Receive).late, minutes(10));
    expectSound();
}

TEST_F(Timelines, EndWhenTheBusIsBackAndForgiveAForgottenTap) {
    clock.set("2027-03-02T08:05");
    ASSERT_EQ(say(TourEvent::Departed), "done");
    clock.set("2027-03-02T17:00");
    ASSERT_EQ(say(TourEvent::Returned), "done");
    const Timeline timeline = today();
    EXPECT_FALSE(timeline.next);
    EXPECT_EQ(timeline.late, minutes(10));
    for (const TimelineEntry& each : timeline.entries) {
        EXPECT_EQ(each.progress, Progress::Done);
        EXPECT_FALSE(each.confirms);
    }
}

TEST_F(Timelines, RefuseWhatCannotHaveHappened) {
    EXPECT_EQ(say(TourEvent::Departed), "clinic.too_early");
    clock.set("2027-03-02T09:00");
    const auto sayAt = [&](TourEvent event, const std::optional<plan::OccurrenceId>& stop, const char* when) {
        return codeIn(desk->recordTour(event, {"B1"}, day("2027-03-02"), stop, at(when)));
    };
    ASSERT_EQ(sayAt(TourEvent::Departed, {}, "2027-03-02T08:10"), "done");
    EXPECT_EQ(say(TourEvent::Departed), "clinic.already_so");
    EXPECT_EQ(sayAt(TourEvent::StopArrived, morning, "2027-03-02T08:00"), "clinic.tour_order");
    EXPECT_EQ(sayAt(TourEvent::StopArrived, morning, "2027-03-02T09:30"), "clinic.too_early");
    EXPECT_EQ(say(TourEvent::StopArrived, nextMorning), "clinic.passage_unknown");
    EXPECT_EQ(say(TourEvent::StopArrived), "clinic.passage_unknown");
    EXPECT_EQ(codeIn(desk->recordTour(TourEvent::Departed, {"B1"}, day("2027-03-01"))), "clinic.no_tour");
    ASSERT_EQ(say(TourEvent::StopArrived, morning), "done");
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_EQ(say(TourEvent::StopArrived, morning), "done");
    expectSound();
}

TEST_F(Timelines, LeaveOutTheDrivesOfACancelledStop) {
    ASSERT_TRUE(desk->cancelOccurrence(evening, "panne"));
    EXPECT_THAT(lines(today()), ElementsAre("08:05 depart", "08:05 drive", "08:40 setup", "09:00 receive",
                                            "12:00 pack", "12:15 drive", "12:50 return", "14:00 receive"));
    EXPECT_EQ(entry(today(), Kind::Receive, 1).occurrence->status, plan::Occurrence::Status::Cancelled);
    ASSERT_TRUE(desk->cancelOccurrence(morning, "panne"));
    EXPECT_THAT(lines(today()), ElementsAre("09:00 receive", "14:00 receive"));
    EXPECT_FALSE(today().next);
}

TEST_F(Timelines, ShowAPassageOnTheDayToWhichItMoved) {
    ASSERT_TRUE(desk->moveOccurrence(evening, at("2027-03-04T10:00"), at("2027-03-04T12:00"), "travaux"));
    EXPECT_EQ(lines(desk->timeline({"B1"}, day("2027-03-04")).value()),
              (std::vector<std::string>{"09:40 setup", "10:00 receive", "12:00 pack"}));
    EXPECT_EQ(lines(today()).back(), "12:50 return");
}

} // namespace
} // namespace medicobus::clinic
