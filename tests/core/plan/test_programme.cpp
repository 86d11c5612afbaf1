// SPDX-License-Identifier: EUPL-1.2
#include "plan/programme.h"
#include "tests/core/plan/programme_sample.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace medicobus::plan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Status = Occurrence::Status;

/// "2027-03-02T09:00 weekly planned 0" for each, so that a failure reads like a programme.
std::vector<std::string> told(const std::vector<Occurrence>& occurrences) {
    constexpr std::array<std::string_view, 4> names{"planned", "to confirm", "moved", "cancelled"};
    std::vector<std::string> lines;
    for (const Occurrence& occurrence : occurrences) {
        std::string line =
            fmt::format("{} {} {} {}", formatLocal(occurrence.start), occurrence.id.series.value,
                        names[static_cast<std::size_t>(occurrence.status)], occurrence.sequence);
        if (!occurrence.reason.empty()) {
            line += " " + occurrence.reason;
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> march(const Programme& programme) {
    return told(occurrences(programme, day("2027-03-01"), day("2027-03-31")));
}

TEST(OccurrenceId, IsWrittenAndReadBack) {
    const OccurrenceId id{SeriesKey{"s1"}, at("2027-03-02T09:00")};
    EXPECT_EQ(id.text(), "s1@2027-03-02T09:00");
    EXPECT_EQ(OccurrenceId::parse(id.text()), id);
    EXPECT_EQ(OccurrenceId::parse("a@b@2027-03-02T09:00")->series.value, "a@b");
}

TEST(OccurrenceId, RefusesAnotherForm) {
    for (const auto* text : {"", "s1", "s1@", "@2027-03-02T09:00", "s1@2027-03-02", "s1@2027-02-30T09:00"}) {
        EXPECT_FALSE(OccurrenceId::parse(text)) << text;
    }
}

TEST(Occurrences, FollowTheWeeksOfTheCycle) {
    EXPECT_THAT(march(sampleProgramme()),
                ElementsAre("2027-03-02T09:00 weekly planned 0", "2027-03-09T09:00 weekly planned 0",
                            "2027-03-11T09:00 fortnightly planned 0", "2027-03-16T09:00 weekly planned 0",
                            "2027-03-23T09:00 weekly planned 0", "2027-03-25T09:00 fortnightly planned 0",
                            "2027-03-30T09:00 weekly planned 0"));
}

TEST(Occurrences, CarryWhatTheirSeriesSays) {
    const auto first = occurrences(sampleProgramme(), day("2027-03-02"), day("2027-03-02")).at(0);
    EXPECT_EQ(first.bus.value, "B1");
    EXPECT_EQ(first.site.value, "99001-1");
    EXPECT_EQ(first.session.value, "matin");
    EXPECT_EQ(first.end, at("2027-03-02T12:00"));
    EXPECT_EQ(first.id.text(), "weekly@2027-03-02T09:00");
}

TEST(Occurrences, FollowWeeksThatNoSingleRuleSays) {
    auto programme = sampleProgramme();
    programme.series = {seriesOn("uneven", "99001-1", Weekday::Friday, {0, 1, 3})};
    EXPECT_THAT(told(occurrences(programme, day("2027-03-01"), day("2027-04-11"))),
                ElementsAre("2027-03-05T09:00 uneven planned 0", "2027-03-12T09:00 uneven planned 0",
                            "2027-03-26T09:00 uneven planned 0", "2027-04-02T09:00 uneven planned 0",
                            "2027-04-09T09:00 uneven planned 0"));
}

TEST(Occurrences, OfOneDayAreOrderedByStartThenSite) {
    auto programme = sampleProgramme();
    programme.series = {seriesOn("b", "99002-1", Weekday::Tuesday, {0}),
                        seriesOn("a", "99001-1", Weekday::Tuesday, {0}),
                        seriesOn("early", "99002-1", Weekday::Tuesday, {0})};
    programme.series[2].start = TimeOfDay(8 * 60);
    EXPECT_THAT(march(programme),
                ElementsAre("2027-03-02T08:00 early planned 0", "2027-03-02T09:00 a planned 0",
                            "2027-03-02T09:00 b planned 0", "2027-03-30T08:00 early planned 0",
                            "2027-03-30T09:00 a planned 0", "2027-03-30T09:00 b planned 0"));
}

TEST(Occurrences, NeverComeBeforeTheFirstMondayNorAfterTheEnd) {
    auto programme = sampleProgramme();
    programme.until = day("2027-03-11");
    EXPECT_THAT(told(occurrences(programme, day("2026-01-01"), day("2028-12-31"))),
                ElementsAre("2027-03-02T09:00 weekly planned 0", "2027-03-09T09:00 weekly planned 0",
                            "2027-03-11T09:00 fortnightly planned 0"));
}

TEST(Occurrences, KeepToTheValidityOfTheirSite) {
    auto programme = sampleProgramme();
    programme.sites[0].validFrom = day("2027-03-09");
    programme.sites[0].validUntil = day("2027-03-16");
    programme.sites[1].validUntil = day("2027-03-10");
    EXPECT_THAT(march(programme),
                ElementsAre("2027-03-09T09:00 weekly planned 0", "2027-03-16T09:00 weekly planned 0"));
}

TEST(Occurrences, OnAPublicHolidayWaitForADecision) {
    auto programme = sampleProgramme();
    programme.series = {seriesOn("mondays", "99001-1", Weekday::Monday, {0, 1, 2, 3})};
    const auto easterWeek = [&] {
        return told(occurrences(programme, day("2027-03-22"), day("2027-04-05")));
    };
    EXPECT_THAT(easterWeek(), ElementsAre("2027-03-22T09:00 mondays planned 0",
                                          "2027-03-29T09:00 mondays to confirm 0 Lundi de Pâques",
                                          "2027-04-05T09:00 mondays planned 0"));

    programme.overrides = {decided("mondays", "2027-03-29", Override::Kind::Kept)};
    EXPECT_EQ(easterWeek().at(1), "2027-03-29T09:00 mondays planned 1");

    programme.overrides = {decided("mondays", "2027-03-29", Override::Kind::Cancelled, "jour férié")};
    EXPECT_EQ(easterWeek().at(1), "2027-03-29T09:00 mondays cancelled 1 jour férié");
}

TEST(Occurrences, AreCancelledByAClosureOfTheirSite) {
    auto programme = sampleProgramme();
    programme.closures = {{{"99001-1"}, day("2027-03-09"), day("2027-03-16"), "travaux"}};
    const auto lines = march(programme);
    EXPECT_EQ(lines.size(), 7U) << "a closed passage stays listed";
    EXPECT_EQ(lines[0], "2027-03-02T09:00 weekly planned 0");
    EXPECT_EQ(lines[1], "2027-03-09T09:00 weekly cancelled 1 travaux") << "the first day is included";
    EXPECT_EQ(lines[2], "2027-03-11T09:00 fortnightly planned 0") << "another site is not concerned";
    EXPECT_EQ(lines[3], "2027-03-16T09:00 weekly cancelled 1 travaux") << "the last day is included";
    EXPECT_EQ(lines[4], "2027-03-23T09:00 weekly planned 0");
}

TEST(Occurrences, ReturnWithAHigherSequenceWhenAClosureIsLifted) {
    auto programme = sampleProgramme();
    programme.closures = {{{"99001-1"}, day("2027-03-09"), day("2027-03-09"), "travaux", true}};
    EXPECT_EQ(march(programme)[1], "2027-03-09T09:00 weekly planned 2");
}

TEST(Occurrences, ThatWereKeptAreStillCancelledByALaterClosure) {
    auto programme = sampleProgramme();
    programme.series = {seriesOn("mondays", "99001-1", Weekday::Monday, {0, 1, 2, 3})};
    programme.overrides = {decided("mondays", "2027-03-29", Override::Kind::Kept)};
    programme.closures = {{{"99001-1"}, day("2027-03-29"), day("2027-03-29"), "travaux"}};
    EXPECT_EQ(march(programme).back(), "2027-03-29T09:00 mondays cancelled 2 travaux");
}

Programme withOneMoved(const std::string& start, const std::string& end) {
    auto programme = sampleProgramme();
    auto moved = decided("weekly", "2027-03-09", Override::Kind::Moved, "salle occupée");
    moved.start = at(start);
    moved.end = at(end);
    programme.overrides = {moved};
    return programme;
}

TEST(MovedOccurrence, KeepsItsIdentity) {
    const auto programme = withOneMoved("2027-03-10T14:00", "2027-03-10T16:30");
    const auto all = occurrences(programme, day("2027-03-08"), day("2027-03-14"));
    EXPECT_THAT(told(all), ElementsAre("2027-03-10T14:00 weekly moved 1 salle occupée",
                                       "2027-03-11T09:00 fortnightly planned 0"));
    EXPECT_EQ(all[0].id.text(), "weekly@2027-03-09T09:00");
    EXPECT_EQ(all[0].end, at("2027-03-10T16:30"));
}

TEST(MovedOccurrence, ShowsBothWhereItLeftAndWhereItCame) {
    const auto programme = withOneMoved("2027-05-04T09:00", "2027-05-04T12:00");
    const auto left = told(occurrences(programme, day("2027-03-09"), day("2027-03-09")));
    EXPECT_THAT(left, ElementsAre("2027-05-04T09:00 weekly moved 1 salle occupée"));
    const auto came = occurrences(programme, day("2027-05-04"), day("2027-05-04"));
    EXPECT_THAT(told(came), ElementsAre("2027-05-04T09:00 weekly moved 1 salle occupée",
                                        "2027-05-04T09:00 weekly planned 0"))
        << "the passage of that day is another one, with its own identity";
    EXPECT_NE(came[0].id, came[1].id);
}

TEST(MovedOccurrence, LeavesAClosedDayAndObeysThatOfItsNewDay) {
    auto programme = withOneMoved("2027-03-10T14:00", "2027-03-10T16:30");
    programme.closures = {{{"99001-1"}, day("2027-03-09"), day("2027-03-09"), "travaux"}};
    EXPECT_EQ(march(programme)[1], "2027-03-10T14:00 weekly moved 1 salle occupée");
    programme.closures[0] = {{"99001-1"}, day("2027-03-10"), day("2027-03-10"), "travaux"};
    EXPECT_EQ(march(programme)[1], "2027-03-10T14:00 weekly cancelled 2 travaux");
}

TEST(MovedOccurrence, IsThatOfTheLastDecision) {
    auto programme = withOneMoved("2027-03-10T14:00", "2027-03-10T16:30");
    auto later = decided("weekly", "2027-03-09", Override::Kind::Cancelled, "neige");
    later.sequence = 2;
    programme.overrides.insert(programme.overrides.begin(), later);
    EXPECT_EQ(march(programme)[1], "2027-03-09T09:00 weekly cancelled 2 neige");
}

TEST(MovedOccurrence, OfNoSeriesHasNoEffect) {
    auto programme = sampleProgramme();
    programme.overrides = {decided("gone", "2027-03-09", Override::Kind::Cancelled),
                           decided("weekly", "2027-03-10", Override::Kind::Cancelled)};
    auto stray = decided("weekly", "2027-02-23", Override::Kind::Moved);
    stray.start = at("2027-03-03T09:00");
    stray.end = at("2027-03-03T12:00");
    programme.overrides.push_back(stray);
    EXPECT_EQ(march(programme), march(sampleProgramme()));
}

TEST(Occurrences, KeepTheirWallClockAcrossBothClockChanges) {
    const auto programme = sampleProgramme();
    const auto instants = [&](const std::string& from, const std::string& until) {
        std::vector<std::string> out;
        for (const auto& occurrence : occurrences(programme, day(from), day(until))) {
            if (occurrence.id.series.value == "weekly") {
                const auto utc = toInstant(occurrence.start).value();
                out.push_back(date::format("%FT%RZ", date::floor<std::chrono::minutes>(utc)));
                EXPECT_EQ(timeOf(occurrence.start), TimeOfDay(9 * 60));
            }
        }
        return out;
    };
    EXPECT_THAT(instants("2027-03-23", "2027-03-30"), ElementsAre("2027-03-23T08:00Z", "2027-03-30T07:00Z"));
    EXPECT_THAT(instants("2027-10-26", "2027-11-02"), ElementsAre("2027-10-26T07:00Z", "2027-11-02T08:00Z"));
}

TEST(NextPassages, ListThoseThatTakePlaceAndTheCancelledBetween) {
    auto programme = sampleProgramme();
    programme.closures = {{{"99001-1"}, day("2027-03-09"), day("2027-03-09"), "travaux"}};
    EXPECT_THAT(told(nextPassages(programme, {"99001-1"}, day("2027-03-03"), 2)),
                ElementsAre("2027-03-09T09:00 weekly cancelled 1 travaux",
                            "2027-03-16T09:00 weekly planned 0", "2027-03-23T09:00 weekly planned 0"));
}

TEST(NextPassages, LookAtThePresentTimeOfAMovedPassage) {
    const auto later = withOneMoved("2027-03-12T14:00", "2027-03-12T16:30");
    EXPECT_THAT(told(nextPassages(later, {"99001-1"}, day("2027-03-10"), 1)),
                ElementsAre("2027-03-12T14:00 weekly moved 1 salle occupée"));
    const auto earlier = withOneMoved("2027-03-08T14:00", "2027-03-08T16:30");
    EXPECT_THAT(told(nextPassages(earlier, {"99001-1"}, day("2027-03-09"), 1)),
                ElementsAre("2027-03-16T09:00 weekly planned 0"));
}

TEST(NextPassages, WaitForAProgrammeThatHasNotBegun) {
    const auto programme = sampleProgramme();
    EXPECT_THAT(told(nextPassages(programme, {"99002-1"}, day("2025-01-01"), 1)),
                ElementsAre("2027-03-11T09:00 fortnightly planned 0"));
    EXPECT_THAT(nextPassages(programme, {"99009-1"}, day("2027-03-01"), 1), IsEmpty());
    EXPECT_THAT(nextPassages(programme, {"99001-1"}, day("2027-03-01"), 0), IsEmpty());
}

} // namespace
} // namespace medicobus::plan
