// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/crew/crew_test.h"
#include "tests/platform/positioning/replay.h"

#include <gmock/gmock.h>

namespace medicobus::app {
namespace {

using platform::Replay;
using ::testing::ElementsAre;

/// A receiver that a test speaks for.
class Receiver : public clinic::PositionSource {
public:
    void start(std::function<void(const clinic::Fix&)> take, std::function<void(Health)> note) override {
        ++starts;
        isOn = true;
        m_take = std::move(take);
        say = std::move(note);
    }
    void stop() override { isOn = false; }
    void stand(const GeoPoint& point, const std::string& from, int minutes) {
        const Instant start = toInstant(at("2027-03-02T" + from)).value();
        for (int i = 0; i <= minutes * 6; ++i) {
            m_take({start + std::chrono::seconds(10 * i), point, Meters{8}});
        }
    }

    int starts = 0;
    bool isOn = false;
    std::function<void(Health)> say;

private:
    std::function<void(const clinic::Fix&)> m_take;
};

class CrewPosition : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        give(&receiver);
    }
    void TearDown() override {
        CrewTest::TearDown();
        EXPECT_FALSE(receiver.isOn) << "the receiver outlives the day";
    }
    void give(clinic::PositionSource* source) {
        workspace->usePositions(source);
        space->day()->refresh();
    }
    TourPosition& position() { return *space->day()->position(); }
    void depart() {
        goTo("2027-03-02T08:07");
        space->day()->confirm();
    }
    std::vector<clinic::TourFact> facts() { return desk().tourFacts({"B1"}, day("2027-03-02")).value(); }

    Receiver receiver;
    const GeoPoint aubefleur{48.5, 0.10};
    const GeoPoint elsewhere{48.47, 0.02};
};

TEST_F(CrewPosition, IsOnOnlyWhileTheTourRuns) {
    EXPECT_FALSE(position().isOffered());
    EXPECT_EQ(receiver.starts, 0);
    depart();
    EXPECT_TRUE(position().isOffered());
    EXPECT_TRUE(receiver.isOn);
    EXPECT_EQ(position().stateText(), "Position\u00A0: recherche");
    receiver.say(clinic::PositionSource::Health::Good);
    EXPECT_EQ(position().stateText(), "Position active");
    receiver.say(clinic::PositionSource::Health::Silent);
    EXPECT_EQ(position().stateText(), "Position\u00A0: pas de signal");
    receiver.say(clinic::PositionSource::Health::Missing);
    EXPECT_FALSE(position().isOffered());

    goTo("2027-03-02T16:50");
    ASSERT_EQ(codeIn(desk().recordTour(clinic::TourEvent::Returned, {"B1"}, day("2027-03-02"))), "done");
    workspace->noteChange();
    EXPECT_FALSE(receiver.isOn);
    EXPECT_FALSE(position().isOffered());
    EXPECT_EQ(workspace->local("crew.position.B1@2027-03-02"), "") << "where it went is forgotten";
}

TEST_F(CrewPosition, IsOffAtATouchAndStaysOffAfterARestart) {
    depart();
    position().switchOn(false);
    EXPECT_FALSE(receiver.isOn);
    EXPECT_EQ(position().stateText(), "Position coupée");
    restart();
    give(&receiver);
    EXPECT_FALSE(receiver.isOn);
    EXPECT_TRUE(position().isOffered());
    position().switchOn(true);
    EXPECT_TRUE(receiver.isOn);
}

TEST_F(CrewPosition, IsNotOfferedWithoutAReceiver) {
    give(nullptr);
    depart();
    EXPECT_FALSE(position().isOffered());
    EXPECT_EQ(position().question(), "");
}

TEST_F(CrewPosition, AsksAndRecordsWhatAPersonConfirms) {
    depart();
    receiver.stand(elsewhere, "08:07", 1);
    receiver.stand(aubefleur, "08:38", 4);
    EXPECT_EQ(position().question(), "D’après la position, le bus est arrivé à aubefleur à 08:38.");
    EXPECT_EQ(position().confirmText(), "Noter 08:38");
    EXPECT_THAT(facts(), ::testing::SizeIs(1)) << "nothing is recorded by itself";

    goTo("2027-03-02T08:45");
    position().confirm();
    EXPECT_EQ(position().question(), "");
    ASSERT_THAT(facts(), ::testing::SizeIs(2));
    EXPECT_EQ(facts()[1].at, at("2027-03-02T08:38"));
    EXPECT_NEAR(facts()[1].driven->kilometres(), 6.8, 0.1);
    EXPECT_EQ(space->day()->timeline()->rows()[1].note, "6,8\u00A0km parcourus");
}

TEST_F(CrewPosition, DoesNotAskAgainWhatWasNotSo) {
    depart();
    receiver.stand(aubefleur, "08:38", 4);
    position().dismiss();
    EXPECT_EQ(position().question(), "");
    receiver.stand(aubefleur, "08:43", 10);
    goTo("2027-03-02T08:55");
    EXPECT_EQ(position().question(), "");
}

TEST_F(CrewPosition, ATapOfOnesOwnTellsTheKilometresToo) {
    depart();
    receiver.stand(elsewhere, "08:07", 1);
    receiver.stand(aubefleur, "08:38", 1);
    goTo("2027-03-02T08:40");
    space->day()->confirm();
    ASSERT_THAT(facts(), ::testing::SizeIs(2));
    EXPECT_NEAR(facts()[1].driven->kilometres(), 6.8, 0.1);

    // What is taken back is counted with the next.
    ASSERT_EQ(codeIn(desk().undoLast()), "done");
    workspace->noteChange();
    space->day()->confirm();
    EXPECT_NEAR(facts()[1].driven->kilometres(), 6.8, 0.1);
}

TEST_F(CrewPosition, GoesOnAfterAKill) {
    depart();
    receiver.stand(elsewhere, "08:07", 1);
    receiver.stand(aubefleur, "08:38", 4);
    restart();
    give(&receiver);
    EXPECT_EQ(position().confirmText(), "Noter 08:38");
    EXPECT_NEAR(position().driven()->kilometres(), 6.8, 0.1);
}

TEST_F(CrewPosition, AWholeTrackBecomesTheRecordOfTheDay) {
    Replay replay(platform::track("detour"));
    give(replay.positions.get());
    depart();
    replay.arrive();
    goTo("2027-03-02T09:30");
    for (const char* each : {"08:30", "08:51", "08:55", "09:05", "09:17"}) {
        EXPECT_EQ(position().confirmText(), QStringLiteral("Noter ") + each);
        position().confirm();
    }
    EXPECT_EQ(space->day()->doneText(), "La tournée est terminée\u00A0: 26\u00A0km parcourus.");
    std::vector<std::string> times;
    for (const clinic::TourFact& each : facts()) {
        times.push_back(formatTimeOfDay(timeOf(each.at)));
    }
    EXPECT_THAT(times, ElementsAre("08:07", "08:30", "08:51", "08:55", "09:05", "09:17"));
    give(nullptr);
}

} // namespace
} // namespace medicobus::app
