// SPDX-License-Identifier: EUPL-1.2
#include "clinic/position/proposal.h"
#include "tests/core/clinic/desk_test.h"

#include <gmock/gmock.h>

namespace medicobus::clinic {
namespace {

class Proposals : public DeskTest {
protected:
    static Instant instant(const std::string& time) { return toInstant(at("2027-03-02T" + time)).value(); }
    Stay stay(const std::optional<plan::OccurrenceId>& stop, const std::string& from,
              const std::string& until = {}) const {
        return {stop ? stop->text() : std::string(), instant(from),
                until.empty() ? std::nullopt : std::optional(instant(until))};
    }
    void say(TourEvent event, const std::string& time,
             const std::optional<plan::OccurrenceId>& stop = std::nullopt,
             std::optional<Meters> driven = std::nullopt) {
        clock.set("2027-03-02T" + time);
        ASSERT_EQ(codeIn(desk->recordTour(event, {"B1"}, day("2027-03-02"), stop, std::nullopt, driven)),
                  "done");
    }
    std::optional<Proposal> proposed(const std::vector<Stay>& stays) const {
        return propose(stays, desk->tourFacts({"B1"}, day("2027-03-02")).value());
    }
};

TEST_F(Proposals, FollowTheDayOneByOne) {
    EXPECT_FALSE(proposed({stay(morning, "08:40")})) << "nobody said that the tour began";
    say(TourEvent::Departed, "08:07");
    EXPECT_FALSE(proposed({stay(std::nullopt, "08:06", "08:09")}));

    const Stay here = stay(morning, "08:40");
    EXPECT_EQ(proposed({here}), (Proposal{TourEvent::StopArrived, morning, instant("08:40")}));
    say(TourEvent::StopArrived, "08:41", morning);
    EXPECT_FALSE(proposed({here})) << "it stands there still";

    const Stay wasHere = stay(morning, "08:40", "12:20");
    EXPECT_EQ(proposed({wasHere}), (Proposal{TourEvent::StopLeft, morning, instant("12:20")}));
    EXPECT_FALSE(proposed({wasHere, stay(morning, "12:22")})) << "it only moved to another car park";
    say(TourEvent::StopLeft, "12:21", morning);
    EXPECT_FALSE(proposed({wasHere}));

    EXPECT_EQ(proposed({wasHere, stay(evening, "13:30")})->stop, evening);
    say(TourEvent::StopArrived, "13:31", evening);
    say(TourEvent::StopLeft, "16:15", evening);
    const std::vector<Stay> day{wasHere, stay(evening, "13:30", "16:15"), stay(std::nullopt, "16:52")};
    EXPECT_EQ(proposed(day), (Proposal{TourEvent::Returned, std::nullopt, instant("16:52")}));
    say(TourEvent::Returned, "16:53");
    EXPECT_FALSE(proposed(day));
}

TEST_F(Proposals, AskForAnArrivalThatNobodySaid) {
    say(TourEvent::Departed, "08:07");
    const std::vector<Stay> stays{stay(morning, "08:40", "12:20")};
    EXPECT_EQ(proposed(stays)->event, TourEvent::StopArrived);
    clock.set("2027-03-02T12:25");
    ASSERT_EQ(codeIn(desk->recordTour(TourEvent::StopArrived, {"B1"}, day("2027-03-02"), morning,
                                      at("2027-03-02T08:40"))),
              "done");
    EXPECT_EQ(proposed(stays), (Proposal{TourEvent::StopLeft, morning, instant("12:20")}));
}

TEST_F(Proposals, LeaveOutWhatIsCancelled) {
    ASSERT_EQ(codeIn(desk->cancelOccurrence(evening, "panne")), "done");
    const auto places = expectedPlaces(*desk->programme(), desk->passagesOn({"B1"}, day("2027-03-02")));
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].key, morning.text());
    EXPECT_EQ(places[0].point, (GeoPoint{48.5, 0.10}));
}

TEST_F(Proposals, KilometresAreKeptWithTheMomentAndShown) {
    say(TourEvent::Departed, "08:07");
    say(TourEvent::StopArrived, "08:41", morning, Meters{6'812.4});
    say(TourEvent::StopLeft, "12:21", morning, Meters{40});
    say(TourEvent::StopArrived, "13:31", evening, Meters{3'700});
    const Timeline day = desk->timeline({"B1"}, clinic::day("2027-03-02")).value();
    EXPECT_EQ(day.driven.value, 10'552);
    std::vector<double> drives;
    for (const TimelineEntry& each : day.entries) {
        if (each.kind == TimelineEntry::Kind::Drive) {
            drives.push_back(each.driven.value_or(Meters{-1}).value);
        }
    }
    EXPECT_THAT(drives, ::testing::ElementsAre(6'812, 3'700, -1));
}

} // namespace
} // namespace medicobus::clinic
