// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "calendar/recurrence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace medicobus::calendar {
namespace {

Date day(const std::string& text) {
    return parseDate(text).value();
}

std::vector<std::string> told(const std::vector<Date>& dates) {
    std::vector<std::string> out;
    for (const Date date : dates) {
        out.push_back(formatDate(date));
    }
    return out;
}

TEST(Recurrence, IsWrittenAsItWasRead) {
    for (const auto* text :
         {"FREQ=WEEKLY;BYDAY=TU;WKST=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO",
          "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR;UNTIL=20271231;WKST=MO", "FREQ=WEEKLY;WKST=MO",
          "FREQ=MONTHLY;BYDAY=2TU;WKST=MO", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR,1MO;WKST=MO"}) {
        const auto rule = Recurrence::parse(text);
        ASSERT_TRUE(rule) << text << " " << rule.error().code().name;
        EXPECT_EQ(rule->text(), text);
        EXPECT_EQ(Recurrence::parse(rule->text()).value(), *rule);
    }
}

TEST(Recurrence, TakesItsPartsInAnyOrder) {
    const auto rule = Recurrence::parse("BYDAY=+2TU;UNTIL=20271231;FREQ=MONTHLY");
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->text(), "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20271231;WKST=MO");
}

TEST(Recurrence, NamesThePartThatItRefuses) {
    struct Case {
        std::string text;
        ErrorCode code;
        std::string part;
    };
    const auto syntax = codes::rruleSyntax;
    const auto unsupported = codes::rruleUnsupported;
    const std::vector<Case> cases{
        {"", syntax, ""},
        {"BYDAY=TU", syntax, "FREQ"},
        {"WEEKLY", syntax, "WEEKLY"},
        {"FREQ=WEEKLY;;BYDAY=TU", syntax, ""},
        {"FREQ=WEEKLY;FREQ=WEEKLY", syntax, "FREQ"},
        {"FREQ=WEEKLY;INTERVAL=0", syntax, "INTERVAL"},
        {"FREQ=WEEKLY;INTERVAL=-1", syntax, "INTERVAL"},
        {"FREQ=WEEKLY;INTERVAL=2x", syntax, "INTERVAL"},
        {"FREQ=WEEKLY;INTERVAL=", syntax, "INTERVAL"},
        {"FREQ=WEEKLY;INTERVAL=99999999999", syntax, "INTERVAL"},
        {"FREQ=WEEKLY;BYDAY=", syntax, "BYDAY"},
        {"FREQ=WEEKLY;BYDAY=TU,", syntax, "BYDAY"},
        {"FREQ=WEEKLY;BYDAY=TX", syntax, "BYDAY"},
        {"FREQ=WEEKLY;BYDAY=U", syntax, "BYDAY"},
        {"FREQ=MONTHLY;BYDAY=0TU", syntax, "BYDAY"},
        {"FREQ=MONTHLY;BYDAY=aTU", syntax, "BYDAY"},
        {"FREQ=WEEKLY;UNTIL=2027", syntax, "UNTIL"},
        {"FREQ=WEEKLY;UNTIL=20270230", syntax, "UNTIL"},
        {"FREQ=WEEKLY;UNTIL=202712311", syntax, "UNTIL"},
        {"FREQ=WEEKLY;UNTIL=20271231T225959Z", unsupported, "UNTIL"},
        {"FREQ=DAILY", unsupported, "FREQ"},
        {"FREQ=WEEKLY;COUNT=10", unsupported, "COUNT"},
        {"FREQ=WEEKLY;WKST=SU", unsupported, "WKST"},
        {"FREQ=MONTHLY", unsupported, "BYDAY"},
        {"FREQ=MONTHLY;BYMONTHDAY=3", unsupported, "BYMONTHDAY"},
        {"FREQ=MONTHLY;BYDAY=TU", unsupported, "BYDAY"},
        {"FREQ=MONTHLY;BYDAY=5TU", unsupported, "BYDAY"},
        {"FREQ=MONTHLY;BYDAY=-2TU", unsupported, "BYDAY"},
        {"FREQ=WEEKLY;BYDAY=2TU", unsupported, "BYDAY"},
    };
    for (const auto& [text, code, part] : cases) {
        const auto rule = Recurrence::parse(text);
        ASSERT_FALSE(rule) << text;
        EXPECT_EQ(rule.error().code().name, code.name) << text;
        EXPECT_EQ(rule.error().detail("key"), part) << text;
        EXPECT_FALSE(rule.error().detail("expected").empty()) << text;
    }
}

/// Worked out by hand on the calendar of 2027, in which 1 March is a Monday.
TEST(Expand, GivesTheDatesOfTheCalendar) {
    struct Case {
        std::string rule, start, from, until;
        std::vector<std::string> expected;
    };
    const std::vector<Case> cases{
        {"FREQ=WEEKLY;BYDAY=TU",
         "2027-03-02",
         "2027-03-01",
         "2027-03-23",
         {"2027-03-02", "2027-03-09", "2027-03-16", "2027-03-23"}},
        {"FREQ=WEEKLY", "2027-03-05", "2027-03-01", "2027-03-20", {"2027-03-05", "2027-03-12", "2027-03-19"}},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
         "2027-03-09",
         "2027-03-01",
         "2027-04-10",
         {"2027-03-09", "2027-03-23", "2027-04-06"}},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
         "2027-03-03",
         "2027-03-01",
         "2027-03-31",
         {"2027-03-05", "2027-03-15", "2027-03-19", "2027-03-29"}},
        {"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
         "2027-03-07",
         "2027-03-01",
         "2027-03-31",
         {"2027-03-07", "2027-03-15", "2027-03-21", "2027-03-29"}},
        {"FREQ=WEEKLY;INTERVAL=3;BYDAY=WE",
         "2027-03-03",
         "2027-03-20",
         "2027-05-06",
         {"2027-03-24", "2027-04-14", "2027-05-05"}},
        {"FREQ=WEEKLY;INTERVAL=4;BYDAY=TH",
         "2026-12-31",
         "2027-01-01",
         "2027-03-31",
         {"2027-01-28", "2027-02-25", "2027-03-25"}},
        {"FREQ=WEEKLY;BYDAY=TU;UNTIL=20270316",
         "2027-03-02",
         "2027-03-01",
         "2027-12-31",
         {"2027-03-02", "2027-03-09", "2027-03-16"}},
        {"FREQ=WEEKLY;BYDAY=TU;UNTIL=20270315",
         "2027-03-02",
         "2027-03-01",
         "2027-12-31",
         {"2027-03-02", "2027-03-09"}},
        {"FREQ=MONTHLY;BYDAY=2TU",
         "2027-03-01",
         "2027-03-01",
         "2027-06-30",
         {"2027-03-09", "2027-04-13", "2027-05-11", "2027-06-08"}},
        {"FREQ=MONTHLY;BYDAY=-1FR",
         "2027-01-01",
         "2027-01-01",
         "2027-04-30",
         {"2027-01-29", "2027-02-26", "2027-03-26", "2027-04-30"}},
        {"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
         "2027-01-05",
         "2027-01-01",
         "2027-08-01",
         {"2027-03-01", "2027-05-03", "2027-07-05"}},
        {"FREQ=MONTHLY;BYDAY=4TH,1TH",
         "2027-02-01",
         "2027-02-01",
         "2027-03-31",
         {"2027-02-04", "2027-02-25", "2027-03-04", "2027-03-25"}},
        {"FREQ=MONTHLY;INTERVAL=5;BYDAY=3WE",
         "2026-11-01",
         "2027-01-01",
         "2027-12-31",
         {"2027-04-21", "2027-09-15"}},
        {"FREQ=WEEKLY;BYDAY=MO", "2027-03-01", "2027-03-10", "2027-03-09", {}},
    };
    for (const auto& [rule, start, from, until, expected] : cases) {
        RecurrenceSet set{day(start), Recurrence::parse(rule).value(), {}, {}};
        EXPECT_EQ(told(expand(set, day(from), day(until))), expected)
            << rule << " from " << start << " within " << from << " " << until;
    }
}

TEST(Expand, LeavesOutAndAddsDates) {
    RecurrenceSet set{day("2027-03-02"), Recurrence::parse("FREQ=WEEKLY;BYDAY=TU").value(), {}, {}};
    set.excluded = {day("2027-03-09"), day("2027-03-20")};
    set.added = {day("2027-03-11"), day("2027-03-16"), day("2027-03-20"), day("2027-05-01")};
    EXPECT_EQ(
        told(expand(set, day("2027-03-01"), day("2027-03-31"))),
        (std::vector<std::string>{"2027-03-02", "2027-03-11", "2027-03-16", "2027-03-23", "2027-03-30"}));
}

TEST(Expand, WithoutARuleIsTheStartAndWhatIsAdded) {
    const RecurrenceSet set{day("2027-03-02"), std::nullopt, {}, {day("2027-03-05")}};
    EXPECT_EQ(told(expand(set, day("2027-03-01"), day("2027-03-31"))),
              (std::vector<std::string>{"2027-03-02", "2027-03-05"}));
    EXPECT_TRUE(expand(set, day("2027-03-06"), day("2027-03-31")).empty());
}

/// Decides for one day alone whether RFC 5545 has it, without stepping through the others.
bool isInSet(const RecurrenceSet& set, Date date) {
    const auto has = [](const std::vector<Date>& dates, Date wanted) {
        return std::find(dates.begin(), dates.end(), wanted) != dates.end();
    };
    if (has(set.excluded, date)) {
        return false;
    }
    if (has(set.added, date)) {
        return true;
    }
    const Recurrence& rule = *set.rule;
    if (date < set.start || (rule.until && date > *rule.until)) {
        return false;
    }
    const date::year_month_day civil(date);
    const date::year_month_day startCivil(set.start);
    const int nthFromStart = (static_cast<int>(static_cast<unsigned>(civil.day())) - 1) / 7 + 1;
    const bool isLast = date::year_month_day(date + date::weeks(1)).month() != civil.month();
    const auto months = (static_cast<int>(civil.year()) - static_cast<int>(startCivil.year())) * 12
                        + static_cast<int>(static_cast<unsigned>(civil.month()))
                        - static_cast<int>(static_cast<unsigned>(startCivil.month()));
    const auto weeks = (mondayOf(date) - mondayOf(set.start)).count() / 7;
    const bool isWeekly = rule.frequency == Recurrence::Frequency::Weekly;
    const bool isInStep = (isWeekly ? weeks : months) % rule.interval == 0;
    return isInStep
           && std::any_of(rule.byDay.begin(), rule.byDay.end(), [&](const Recurrence::ByDay& wanted) {
                  const bool isNth = wanted.nth < 0 ? isLast : wanted.nth == nthFromStart;
                  return wanted.day == weekdayOf(date) && (isWeekly || isNth);
              });
}

RecurrenceSet randomSet(Random& random) {
    const auto someDay = [&] { return day("2026-06-01") + date::days(random.below(500)); };
    RecurrenceSet set{someDay(), Recurrence{}, {}, {}};
    Recurrence& rule = *set.rule;
    const bool isMonthly = random.below(2) == 0;
    rule.frequency = isMonthly ? Recurrence::Frequency::Monthly : Recurrence::Frequency::Weekly;
    rule.interval = 1 + static_cast<int>(random.below(5));
    for (std::uint64_t i = 0; i < 1 + random.below(3); ++i) {
        const int nth = random.below(5) == 0 ? -1 : 1 + static_cast<int>(random.below(4));
        rule.byDay.push_back({static_cast<Weekday>(random.below(7)), isMonthly ? nth : 0});
    }
    if (random.below(3) == 0) {
        rule.until = someDay();
    }
    for (std::uint64_t i = 0; i < random.below(4); ++i) {
        set.excluded.push_back(someDay());
        set.added.push_back(someDay());
    }
    return set;
}

TEST(Expand, AgreesWithAnOracleDayByDay) {
    constexpr std::uint64_t seed = 5545;
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::size_t dates = 0;
    for (int round = 0; round < 2000; ++round) {
        const RecurrenceSet set = randomSet(random);
        const Date from = day("2026-06-01") + date::days(random.below(500));
        const Date until = from + date::days(random.below(300));
        std::vector<Date> expected;
        for (Date date = from; date <= until; date += date::days(1)) {
            if (isInSet(set, date)) {
                expected.push_back(date);
            }
        }
        dates += expected.size();
        ASSERT_EQ(told(expand(set, from, until)), told(expected))
            << "round " << round << ": " << set.rule->text() << " from " << formatDate(set.start)
            << " within " << formatDate(from) << " " << formatDate(until);
    }
    EXPECT_GT(dates, 10'000U) << "the rounds must not be empty";
}

} // namespace
} // namespace medicobus::calendar
