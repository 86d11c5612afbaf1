// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "clinic/appointment.h"
#include "clinic/states.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::clinic {
namespace {

/// The whole product, written apart from the table: what each state answers to arrive, begin, see,
/// mark_absent, cancel, move and reinstate.
const std::map<std::string, std::vector<std::string>> answers{
    {"booked",
     {"arrived", "in_consultation", "seen", "absent", "cancelled", "booked", "clinic.nothing_to_reinstate"}},
    {"arrived",
     {"clinic.already_so", "in_consultation", "seen", "clinic.already_arrived", "cancelled", "booked",
      "clinic.nothing_to_reinstate"}},
    {"in_consultation",
     {"clinic.consultation_begun", "clinic.already_so", "seen", "clinic.consultation_begun",
      "clinic.consultation_begun", "clinic.consultation_begun", "clinic.nothing_to_reinstate"}},
    {"seen",
     {"clinic.already_seen", "clinic.already_seen", "clinic.already_so", "clinic.already_seen",
      "clinic.already_seen", "clinic.already_seen", "clinic.nothing_to_reinstate"}},
    {"absent",
     {"arrived", "clinic.marked_absent", "clinic.marked_absent", "clinic.already_so", "clinic.marked_absent",
      "clinic.marked_absent", "booked"}},
    {"cancelled",
     {"clinic.appointment_cancelled", "clinic.appointment_cancelled", "clinic.appointment_cancelled",
      "clinic.appointment_cancelled", "clinic.already_so", "clinic.appointment_cancelled", "booked"}},
};

TEST(States, AnswerEveryEventAsTheTableSays) {
    ASSERT_EQ(answers.size(), allStates.size());
    for (const AppointmentState state : allStates) {
        const auto& row = answers.at(std::string(codeOf(state)));
        ASSERT_EQ(row.size(), allEvents.size());
        for (std::size_t i = 0; i < allEvents.size(); ++i) {
            SCOPED_TRACE(std::string(codeOf(state)) + " x " + std::string(codeOf(allEvents[i])));
            const auto after = next(state, allEvents[i]);
            EXPECT_EQ(after ? codeOf(*after) : after.error().code().name, row[i]);
            EXPECT_EQ(allows(state, allEvents[i]), after.has_value());
            if (!after) {
                EXPECT_EQ(after.error().detail("value"), codeOf(state));
                EXPECT_EQ(after.error().detail("event"), codeOf(allEvents[i]));
            }
        }
    }
}

TEST(States, OfferOnlyWhatTheTableAllows) {
    for (const AppointmentState state : allStates) {
        if (const auto event = naturalNext(state)) {
            EXPECT_TRUE(allows(state, *event)) << codeOf(state);
        }
    }
    EXPECT_EQ(naturalNext(AppointmentState::Booked), AppointmentEvent::Arrive);
    EXPECT_EQ(naturalNext(AppointmentState::Arrived), AppointmentEvent::Begin);
    EXPECT_EQ(naturalNext(AppointmentState::InConsultation), AppointmentEvent::See);
    EXPECT_FALSE(naturalNext(AppointmentState::Seen));
}

TEST(States, HaveCodesThatComeBack) {
    for (const AppointmentState state : allStates) {
        EXPECT_EQ(parseState(codeOf(state)), state);
    }
    for (const AppointmentEvent event : allEvents) {
        EXPECT_EQ(parseEvent(codeOf(event)), event);
    }
    EXPECT_FALSE(parseState("teleported"));
}

Fact fact(std::int64_t when, const std::string& kind, Json body = Json::object()) {
    Fact made;
    made.time = {when, 0};
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = static_cast<std::uint8_t>(when);
    made.operation = {Uuid(bytes)};
    made.kind = kind;
    made.body = std::move(body);
    return made;
}

const Json place{{"occurrence", "matin@2027-03-02T09:00"}, {"slot", 2}, {"promised", "2027-03-02T09:40"}};

TEST(Facts, MakeTheSameAppointmentInAnyOrder) {
    Fact undone = fact(5, "reverted");
    undone.reverts = fact(4, "begun").operation;
    std::vector<Fact> facts{
        fact(1, "booked", place),  fact(2, "arrived"), fact(3, "teleported"), fact(4, "begun"), undone,
        fact(6, "visit_recorded"), fact(7, "absent")};
    constexpr std::uint64_t seed = 7;
    RecordProperty("seed", std::to_string(seed));
    Random random(seed);
    for (int round = 0; round < 200; ++round) {
        for (std::size_t i = facts.size(); i > 1; --i) {
            std::swap(facts[i - 1], facts[random.below(i)]);
        }
        const Standing standing = standingOf(facts);
        ASSERT_EQ(standing.state, AppointmentState::Seen) << "seed " << seed << " round " << round;
        ASSERT_EQ(standing.place->slot, 2);
        ASSERT_FALSE(standing.begunAt);
        ASSERT_EQ(standing.arrivedAt->time_since_epoch().count(), 2);
        ASSERT_EQ(standing.lastKind, "visit_recorded");
    }
}

TEST(Facts, ThatTheTableRefusesChangeNothing) {
    const Standing standing = standingOf(
        {fact(1, "booked", place), fact(2, "cancelled", {{"cause", "mistake"}}), fact(3, "arrived")});
    EXPECT_EQ(standing.state, AppointmentState::Cancelled);
    EXPECT_EQ(standing.cause.known(), CancelCause::Mistake);
    EXPECT_EQ(standing.lastKind, "cancelled");
}

TEST(Facts, BringSomeoneWithoutASlotBackAsHere) {
    const Json noSlot{{"occurrence", "matin@2027-03-02T09:00"}, {"promised", "2027-03-02T09:40"}};
    const Standing standing =
        standingOf({fact(1, "walked_in", noSlot), fact(2, "cancelled"), fact(3, "reinstated")});
    EXPECT_EQ(standing.state, AppointmentState::Arrived);
}

} // namespace
} // namespace medicobus::clinic
