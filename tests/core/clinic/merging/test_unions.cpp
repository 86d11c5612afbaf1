// SPDX-License-Identifier: EUPL-1.2
#include "clinic/person/unions.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace medicobus::clinic {
namespace {

PatientId person(int number) {
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = static_cast<std::uint8_t>(number + 1);
    return {Uuid(bytes)};
}

PatientMerge merged(int number, int gone, int stays, std::int64_t millis) {
    std::array<std::uint8_t, 16> bytes{};
    bytes[0] = static_cast<std::uint8_t>(number);
    bytes[1] = 1;
    return {journal::OperationId{Uuid(bytes)}, HybridTime{millis, 0}, journal::DeviceId{}, person(gone),
            person(stays)};
}

bool everybody(const PatientId&) {
    return true;
}

/// "1<0,3 2": who is shown under whom.
std::string told(const Unions& unions, int persons) {
    std::string text;
    for (int each = 0; each < persons; ++each) {
        if (unions.standingFor(person(each)) == person(each)) {
            text += std::to_string(each) + "<";
            for (const Unions::Member& member : unions.under(person(each))) {
                text += std::to_string(member.id.value.bytes()[15] - 1) + ",";
            }
            text += " ";
        }
    }
    return text;
}

TEST(Unions, FollowChains) {
    EXPECT_EQ(told(Unions({merged(0, 0, 1, 10), merged(1, 1, 2, 20)}, everybody), 3), "2<1,0, ");
    EXPECT_EQ(told(Unions({merged(1, 1, 2, 10), merged(0, 0, 1, 20)}, everybody), 3), "2<1,0, ");
}

TEST(Unions, LetTheFirstDecideWhoStaysInACircle) {
    EXPECT_EQ(told(Unions({merged(0, 0, 1, 10), merged(1, 1, 0, 20)}, everybody), 2), "1<0, ");
    EXPECT_EQ(told(Unions({merged(0, 0, 1, 20), merged(1, 1, 0, 10)}, everybody), 2), "0<1, ");
    EXPECT_EQ(told(Unions({merged(0, 0, 1, 1), merged(1, 1, 2, 2), merged(2, 2, 0, 3)}, everybody), 3),
              "2<1,0, ");
    EXPECT_EQ(told(Unions({merged(0, 0, 0, 1)}, everybody), 1), "0< ");
}

TEST(Unions, LeaveOutWhoDoesNotCount) {
    const auto counts = [](const PatientId& id) { return id != person(1); };
    EXPECT_EQ(told(Unions({merged(0, 0, 1, 1), merged(1, 1, 2, 2), merged(2, 3, 0, 3)}, counts), 4),
              "0<3, 1< 2< ");
}

TEST(Unions, NameEveryMergeThatHoldsAnEntry) {
    // The same two merged by two people, each the other way round, and once by way of a third.
    const std::vector<PatientMerge> said{merged(0, 0, 1, 1), merged(1, 1, 0, 2), merged(2, 0, 2, 3),
                                         merged(3, 2, 1, 4), merged(4, 3, 1, 5)};
    std::vector<PatientMerge> left = said;
    for (const PatientMerge& each : Unions(said, everybody).holding(person(0))) {
        std::erase(left, each);
    }
    const Unions after(left, everybody);
    EXPECT_FALSE(after.areOne(person(0), Unions(said, everybody).standingFor(person(0))));
    EXPECT_NE(std::find(left.begin(), left.end(), said[4]), left.end()) << "of others, nothing is taken back";
}

TEST(Shown, TakesFromTheOthersWhatTheOneWhoStaysLeavesEmpty) {
    PatientRecord stays{{"Dupont", "Ana", std::nullopt, "", ""}, {}, {}, {}, false};
    PatientRecord first{{"Dupond", "Anna", Date(date::days(1)), "", "99001"}, {}, {}, {}, false};
    PatientRecord second{{"Dupon", "A", Date(date::days(2)), "+33233000001", "99002"}, {}, {}, {}, false};
    const PatientDetails expected{"Dupont", "Ana", Date(date::days(1)), "+33233000001", "99001"};
    EXPECT_EQ(shownOf(stays, {{&first, {10, 0}}, {&second, {20, 0}}}), expected);
    stays.writtenAt["phone"] = {15, 0};
    EXPECT_EQ(shownOf(stays, {{&first, {10, 0}}, {&second, {20, 0}}}), expected) << "before it joined";
    stays.writtenAt["phone"] = {25, 0};
    EXPECT_EQ(shownOf(stays, {{&first, {10, 0}}, {&second, {20, 0}}}).phone, "") << "emptied since";
}

std::vector<PatientMerge> someMerges(int persons) {
    const int count = *rc::gen::inRange(0, 9);
    std::vector<PatientMerge> said;
    for (int number = 0; number < count; ++number) {
        // Clocks often agree to the millisecond.
        said.push_back(merged(number, *rc::gen::inRange(0, persons), *rc::gen::inRange(0, persons),
                              *rc::gen::inRange(0, 5)));
    }
    return said;
}

RC_GTEST_PROP(Unions, AreWhatTheirMergesSayInAnyOrder, ()) {
    const auto said = someMerges(5);
    auto again = said;
    for (int times = *rc::gen::inRange(0, 3); times > 0 && !said.empty(); --times) {
        again.push_back(said[*rc::gen::inRange<std::size_t>(0, said.size())]);
    }
    std::shuffle(again.begin(), again.end(), std::mt19937(*rc::gen::arbitrary<std::uint32_t>()));
    RC_ASSERT(told(Unions(again, everybody), 5) == told(Unions(said, everybody), 5));
}

RC_GTEST_PROP(Unions, HoldWhoeverIsJoinedByMergesAndNobodyElse, ()) {
    const auto said = someMerges(5);
    const Unions unions(said, everybody);
    std::vector<int> part{0, 1, 2, 3, 4};
    for (int round = 0; round < 5; ++round) {
        for (const PatientMerge& each : said) {
            int& one = part[each.gone.value.bytes()[15] - 1U];
            int& other = part[each.stays.value.bytes()[15] - 1U];
            one = other = std::min(one, other);
        }
    }
    for (int one = 0; one < 5; ++one) {
        for (int other = 0; other < 5; ++other) {
            const bool areJoined =
                part[static_cast<std::size_t>(one)] == part[static_cast<std::size_t>(other)];
            RC_ASSERT(unions.areOne(person(one), person(other)) == areJoined);
        }
    }
}

RC_GTEST_PROP(Unions, LetGoOfAnEntryWithoutWhatHoldsIt, ()) {
    const auto said = someMerges(5);
    const Unions unions(said, everybody);
    const PatientId entry = person(*rc::gen::inRange(0, 5));
    auto left = said;
    for (const PatientMerge& each : unions.holding(entry)) {
        RC_ASSERT(std::erase(left, each) == 1U);
    }
    const PatientId stays = unions.standingFor(entry);
    RC_ASSERT(entry == stays || !Unions(left, everybody).areOne(entry, stays));
}

} // namespace
} // namespace medicobus::clinic
