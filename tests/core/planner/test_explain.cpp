// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/explain.h"

#include "plan/verify.h"
#include "planner/planner.h"
#include "small_scenario.h"
#include "territory/admidep.h"
#include "territory/commune_reader.h"
#include "tests/core/shared_data.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace medicobus::planner {
namespace {

plan::Plan planOf(const plan::Scenario& scenario, std::uint64_t iterations = 200) {
    Options options;
    options.iterations = iterations;
    return makePlan(scenario, options).value();
}

std::string describe(const plan::Reason& reason) {
    std::string text =
        fmt::format("{} {} {}", reason.code, reason.subject.commune.value, reason.subject.site.value);
    for (const plan::Figure& figure : reason.figures) {
        text += fmt::format(" {}={}", figure.name,
                            figure.id.empty() ? fmt::format("{:.3f}", figure.value) : figure.id);
    }
    for (const plan::Remedy& remedy : reason.remedies) {
        text += fmt::format(" [{}]", remedy.code);
    }
    return text;
}

/// Computes every reason of a plan again; returns how many there are of each code.
std::map<std::string, int> expectAllHold(const plan::Scenario& scenario, const plan::Plan& plan) {
    const auto reasons = explain(scenario, plan).value();
    std::map<std::string, int> codes;
    for (const plan::Reason& reason : reasons) {
        ++codes[reason.code];
        for (const plan::Remedy& remedy : reason.remedies) {
            ++codes[remedy.code];
        }
        const auto found = recheck(scenario, plan, reason);
        EXPECT_TRUE(found) << describe(reason);
        if (!found) {
            continue;
        }
        EXPECT_TRUE(found->isTrue) << describe(reason)
                                   << (found->corrected ? describe(*found->corrected) : std::string());
        for (const auto& difference : found->differences) {
            ADD_FAILURE() << describe(reason) << "\n  " << difference.figure << " stated "
                          << difference.stated << " found " << difference.found;
        }
    }
    return codes;
}

plan::Scenario department(const std::string& code, const std::string& depot) {
    const auto file = testing::sharedData() / "territory" / fmt::format("communes-{}.csv", code);
    return plan::defaultScenario(territory::readCommunes(file.string()).value(), territory::InseeCode{depot})
        .value();
}

/// The reason of that code, which must be there, be of its form and hold.
plan::Reason theOne(const plan::Scenario& scenario, const plan::Plan& plan,
                    const std::vector<plan::Reason>& reasons, std::string_view code) {
    for (const plan::Reason& reason : reasons) {
        if (reason.code == code) {
            const auto found = recheck(scenario, plan, reason).value();
            EXPECT_TRUE(found.holds()) << describe(reason);
            return reason;
        }
    }
    for (const plan::Reason& reason : reasons) {
        ADD_FAILURE() << "instead of " << code << ": " << describe(reason);
    }
    return {};
}

plan::Reason ofCommune(const plan::Scenario& scenario, const plan::Plan& plan, const std::string& insee,
                       std::string_view code) {
    return theOne(scenario, plan, explainCommune(scenario, plan, {insee}).value(), code);
}

std::vector<std::string> remediesOf(const plan::Reason& reason) {
    std::vector<std::string> codes;
    for (const plan::Remedy& remedy : reason.remedies) {
        codes.push_back(remedy.code);
    }
    return codes;
}

/// The depot's town with a room, and another commune further east.
plan::Scenario twoCommunes(double kilometres) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 1, 8000, 1.0);
    testing::addCommune(scenario, "10002", kilometres, 8000, 1.0);
    return scenario;
}

constexpr double kilometresPerMinute = 50.0 / 60.0 / 1.3;

TEST(Explain, SaysWhatAChosenSiteIsWorthAndToWhom) {
    const auto scenario = twoCommunes(30);
    const auto plan = planOf(scenario);
    const auto reasons = explainSite(scenario, plan, {"10001-1"}).value();
    const auto value = theOne(scenario, plan, reasons, "site.value");
    const auto judged = plan::verify(scenario, plan);
    EXPECT_GT(value.number("worth_lost"), 0);
    EXPECT_LT(value.number("worth_lost"), judged.score.worth);
    // Three half-days a week, nine places each: the other commune is out of its reach.
    EXPECT_NEAR(value.number("consultations_lost"), 3 * 9 * 46, 1e-6);
    EXPECT_EQ(value.number("half_days_year"), 3 * 46);
    EXPECT_EQ(value.number("communes"), 1);
    const auto serves = theOne(scenario, plan, reasons, "site.serves");
    EXPECT_EQ(serves.subject.commune.value, "10001");
    EXPECT_NEAR(serves.number("need_met"), 3 * 9 * 46 / 12000.0, 1e-9);
}

TEST(Explain, ComparesWithThePlanMadeAnewWithoutTheSite) {
    auto scenario = twoCommunes(3);
    scenario.buses[0].weekdays = {Weekday::Monday};
    const auto plan = planOf(scenario, 50);
    const plan::SiteKey site = plan.series.front().site;
    const auto reasons = explainSite(scenario, plan, site, true).value();
    const auto again = theOne(scenario, plan, reasons, "site.replanned");
    // The neighbour takes over nearly everything.
    EXPECT_LT(again.number("worth_lost"), 0.5 * reasons.front().number("worth_lost"));
}

TEST(Explain, NamesTheNearestRoomWhenNoneIsInReach) {
    auto scenario = twoCommunes(30);
    scenario.sites.pop_back();
    const auto plan = planOf(scenario);
    const auto reason = ofCommune(scenario, plan, "10002", "no_site");
    EXPECT_EQ(reason.id("nearest"), "10001-1");
    EXPECT_NEAR(reason.number("minutes"), 29 / kilometresPerMinute, 0.1);
    EXPECT_EQ(reason.number("reach"), 20);
    EXPECT_THAT(remediesOf(reason), ::testing::ElementsAre("lend_room"));
}

TEST(Explain, CountsTheMinutesThatTheDayLacks) {
    // 105 min away a whole day is 210 min of driving and 395 of work on the spot: 5 more than the ten hours.
    auto scenario = twoCommunes(104.9 * kilometresPerMinute);
    const auto plan = planOf(scenario);
    const auto reason = ofCommune(scenario, plan, "10002", "out_of_duty_day");
    EXPECT_EQ(reason.id("limit"), "duty");
    EXPECT_EQ(reason.number("excess"), 5);
    EXPECT_NEAR(reason.number("round_trip"), 209.8, 0.1);
    EXPECT_THAT(remediesOf(reason), ::testing::ElementsAre("longer_day"));
}

TEST(Explain, FindsTheDayOnWhichARoomShouldOpen) {
    auto scenario = twoCommunes(30);
    scenario.sites[1].opening = {{{Weekday::Monday}, std::chrono::hours(8), std::chrono::hours(10)},
                                 {{Weekday::Sunday}, std::chrono::hours(0), std::chrono::hours(24)}};
    const auto plan = planOf(scenario);
    const auto reason = ofCommune(scenario, plan, "10002", "opening");
    EXPECT_EQ(reason.number("longest"), 90); // From 8:30, when the half-day begins.
    EXPECT_EQ(reason.number("needed"), 180);
    EXPECT_THAT(remediesOf(reason), ::testing::ElementsAre("open_day"));
}

TEST(Explain, NamesABan) {
    auto scenario = twoCommunes(30);
    plan::Forbidden ban;
    ban.site = plan::SiteKey{"10002-1"};
    scenario.forbidden = {ban};
    const auto plan = planOf(scenario);
    const auto reason = ofCommune(scenario, plan, "10002", "forbidden");
    EXPECT_THAT(remediesOf(reason), ::testing::ElementsAre("lift_ban"));
}

TEST(Explain, NamesTheNumberOfSites) {
    auto scenario = twoCommunes(30);
    scenario.policy.maxSites = 1;
    const auto plan = planOf(scenario);
    const std::string other = plan.series.front().site.value == "10001-1" ? "10002" : "10001";
    const auto reason = ofCommune(scenario, plan, other, "max_sites");
    EXPECT_EQ(reason.number("limit"), 1);
    EXPECT_GT(reason.number("gain_without_limit"), 0);
    EXPECT_THAT(remediesOf(reason), ::testing::ElementsAre("one_more_site"));
    theOne(scenario, plan, explain(scenario, plan).value(), "plan.one_more_site");
}

TEST(Explain, NamesTheWeakestChosenOne) {
    auto scenario = testing::emptyScenario();
    scenario.buses[0].weekdays = {Weekday::Monday};
    testing::addCommune(scenario, "10001", 1, 8000, 0.5);
    testing::addCommune(scenario, "10002", 30, 900, 2.0);
    const auto plan = planOf(scenario);
    const auto reason = ofCommune(scenario, plan, "10002", "worth_less");
    EXPECT_EQ(reason.id("instead_of_site"), "10001-1");
    EXPECT_NEAR(reason.number("displaced_worth") - reason.number("worth"), reason.number("difference"), 1e-9);
    EXPECT_THAT(remediesOf(reason), ::testing::Contains("one_more_bus"));
    theOne(scenario, plan, explain(scenario, plan).value(), "plan.one_more_bus_day");
}

TEST(Explain, OwnsUpToABetterPlan) {
    auto scenario = twoCommunes(30);
    // A plan made while the room was closed, judged once it is open.
    plan::Scenario closed = scenario;
    plan::Forbidden ban;
    ban.site = plan::SiteKey{"10002-1"};
    closed.forbidden = {ban};
    const auto plan = planOf(closed);
    const auto reason = ofCommune(scenario, plan, "10002", "better_swap");
    EXPECT_GT(reason.number("gain"), 0);
    EXPECT_EQ(reason.find("instead_of"), nullptr);
}

TEST(Explain, ChargesTheDrive) {
    auto scenario = twoCommunes(30);
    scenario.policy.lambda = 0.5;
    const auto plan = planOf(scenario);
    const auto reason = ofCommune(scenario, plan, "10002", "drive_costs_more");
    EXPECT_GT(reason.number("driving_cost"), reason.number("worth"));
    EXPECT_NEAR(reason.number("driving_cost"), 0.5 * reason.number("driving"), 1e-6);
}

TEST(Explain, SaysThatEveryDayIsLocked) {
    auto scenario = twoCommunes(30);
    scenario.policy.maxSessionsPerSiteWeek = 10;
    for (const Weekday day : scenario.buses[0].weekdays) {
        for (const plan::SessionKind& kind : scenario.sessions) {
            plan::Series series;
            series.bus = {"B1"};
            series.site = {"10001-1"};
            series.weekday = day;
            series.session = kind.id;
            series.weeks = {0, 1, 2, 3};
            scenario.locked.push_back(series);
        }
    }
    const auto plan = planOf(scenario);
    EXPECT_THAT(remediesOf(ofCommune(scenario, plan, "10002", "no_free_day")),
                ::testing::ElementsAre("one_more_bus"));
    scenario.policy.maxSessionsPerSiteWeek = 10;
    const auto full = ofCommune(scenario, plan, "10001", "served_by_neighbour");
    EXPECT_EQ(full.id("site"), "10001-1");
}

TEST(Explain, SaysThatASiteHasAllThatThePolicyAllows) {
    auto scenario = testing::emptyScenario();
    testing::addCommune(scenario, "10001", 1, 90000, 1.0);
    const auto plan = planOf(scenario);
    const auto reason = ofCommune(scenario, plan, "10001", "site_limit");
    EXPECT_EQ(reason.number("limit"), 3);
    EXPECT_LT(reason.number("need_met"), poorlyServed);
}

TEST(Explain, NeverGuessesMissingFigures) {
    auto scenario = twoCommunes(30);
    scenario.territory.communes[1].apl.reset();
    scenario.territory.communes[1].point.reset();
    const auto plan = planOf(scenario);
    EXPECT_EQ(ofCommune(scenario, plan, "10002", "unknown_figures").id("missing"), "apl point");
}

TEST(Explain, HasNothingToSayOfACommuneAboveTheLine) {
    auto scenario = twoCommunes(30);
    scenario.territory.communes[1].apl = 3;
    const auto plan = planOf(scenario);
    EXPECT_TRUE(explainCommune(scenario, plan, {"10002"}).value().empty());
    theOne(scenario, plan, explainSite(scenario, plan, {"10002-1"}).value(), "no_need");
}

TEST(Explain, NamesWhatItDoesNotKnow) {
    const auto scenario = twoCommunes(30);
    const auto plan = planOf(scenario);
    EXPECT_EQ(explainSite(scenario, plan, {"x"}).error().code(), codes::explainUnknownSite);
    EXPECT_EQ(explainCommune(scenario, plan, {"x"}).error().code(), codes::explainUnknownCommune);
    auto other = scenario;
    other.sites.clear();
    EXPECT_EQ(explain(other, plan).error().code(), plan::codes::planUnknownSite);
}

TEST(Explain, EveryReasonIsOfItsForm) {
    const auto scenario = plan::defaultScenario(territory::admidep()).value();
    const auto plan = planOf(scenario);
    const auto conforms = [](std::string_view code, const std::vector<plan::Figure>& figures,
                             std::span<const plan::ReasonForm> forms) {
        const auto form = std::ranges::find(forms, code, &plan::ReasonForm::code);
        ASSERT_NE(form, forms.end()) << code;
        std::size_t next = 0;
        for (const plan::FigureForm& expected : form->figures) {
            if (next < figures.size() && figures[next].name == expected.name) {
                EXPECT_EQ(figures[next].unit, expected.unit) << code;
                ++next;
            } else {
                EXPECT_FALSE(expected.isAlways) << code << " lacks " << expected.name;
            }
        }
        EXPECT_EQ(next, figures.size()) << code;
    };
    const auto reasons = explain(scenario, plan).value();
    for (const plan::Reason& reason : reasons) {
        conforms(reason.code, reason.figures, plan::reasonForms());
        for (const plan::Remedy& remedy : reason.remedies) {
            conforms(remedy.code, remedy.figures, plan::remedyForms());
        }
    }
}

TEST(Explain, EveryReasonOfAdmidepHolds) {
    const auto scenario = plan::defaultScenario(territory::admidep()).value();
    const auto plan = planOf(scenario);
    const auto codes = expectAllHold(scenario, plan);
    EXPECT_GT(codes.size(), 5U);
}

TEST(Explain, IsBrief) {
    const auto scenario = plan::defaultScenario(territory::admidep()).value();
    const auto plan = planOf(scenario);
    const auto brief = explain(scenario, plan, briefDetail).value();
    std::map<std::string, std::size_t> of;
    std::set<std::string> communes;
    for (const plan::Reason& reason : brief) {
        ++of[reason.code];
        if (!reason.code.starts_with("site.")) {
            communes.insert(reason.subject.commune.value);
        }
    }
    communes.erase("");
    EXPECT_LE(of["site.value"], briefDetail.sites);
    EXPECT_LE(of["site.serves"], briefDetail.communesOfSite * of["site.value"]);
    EXPECT_EQ(communes.size(), briefDetail.communes);
}

TEST(Recheck, CatchesAFalsifiedFigure) {
    const auto scenario = plan::defaultScenario(territory::admidep()).value();
    const auto plan = planOf(scenario);
    std::set<std::string> tried;
    const auto brief = explain(scenario, plan, briefDetail).value();
    for (const plan::Reason& reason : brief) {
        if (!tried.insert(reason.code).second) {
            continue;
        }
        for (std::size_t i = 0; i < reason.figures.size(); ++i) {
            plan::Reason lie = reason;
            plan::Figure& figure = lie.figures[i];
            if (figure.id.empty()) {
                figure.value += 1;
            } else {
                figure.id += "x";
            }
            const auto found = recheck(scenario, plan, lie).value();
            EXPECT_FALSE(found.holds()) << reason.code << " " << figure.name;
            ASSERT_TRUE(found.corrected) << reason.code;
            EXPECT_EQ(*found.corrected, reason);
            if (figure.id.empty()) {
                ASSERT_FALSE(found.differences.empty()) << reason.code << " " << figure.name;
                EXPECT_EQ(found.differences.front().figure, figure.name);
            }
        }
    }
    EXPECT_GT(tried.size(), 4U);
}

TEST(Recheck, CatchesAReasonThatIsNotTheOne) {
    const auto scenario = twoCommunes(30);
    const auto plan = planOf(scenario);
    plan::Reason lie;
    lie.code = "forbidden";
    lie.subject.commune = {"10002"};
    EXPECT_FALSE(recheck(scenario, plan, lie).value().holds());
}

class ExplainReal : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(ExplainReal, EveryReasonHolds) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto scenario = department(GetParam().first, GetParam().second);
    const auto plan = planOf(scenario, 500);
    const auto codes = expectAllHold(scenario, plan);
    EXPECT_TRUE(codes.contains("worth_less"));
    EXPECT_TRUE(codes.contains("out_of_duty_day"));
    EXPECT_TRUE(codes.contains("served_by_neighbour"));
    EXPECT_TRUE(codes.contains("one_more_bus"));
}

INSTANTIATE_TEST_SUITE_P(Departments, ExplainReal,
                         ::testing::Values(std::pair("62", "62765"), std::pair("58", "58194")));

TEST(ExplainFewRooms, EveryReasonHoldsWhereFewRoomsAreLent) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    auto scenario = department("62", "62765");
    std::vector<plan::Site> lent;
    for (std::size_t i = 0; i < scenario.sites.size(); i += 7) {
        plan::Site site = scenario.sites[i];
        const auto day = static_cast<Weekday>(lent.size() % 5);
        const auto until = std::chrono::hours(lent.size() % 3 == 0 ? 10 : 18);
        site.opening = {{{day}, std::chrono::hours(8), until}};
        if (lent.size() % 11 == 0) {
            plan::Forbidden ban;
            ban.site = site.id;
            scenario.forbidden.push_back(ban);
        }
        lent.push_back(std::move(site));
    }
    scenario.sites = std::move(lent);
    scenario.hasGivenSites = true;
    scenario.policy.maxSites = 3;
    const auto codes = expectAllHold(scenario, planOf(scenario, 500));
    for (const char* code : {"no_site", "opening", "max_sites", "lend_room", "open_day"}) {
        EXPECT_TRUE(codes.contains(code)) << code;
    }
}

} // namespace
} // namespace medicobus::planner
