// SPDX-License-Identifier: EUPL-1.2
#include "plan/scenario_json.h"
#include "tests/core/plan/scenario_sample.h"
#include "tests/core/plan/small_case.h"
#include "tests/core/shared_data.h"

#include "territory/admidep.h"

#include <gtest/gtest.h>

namespace medicobus::plan {
namespace {

using namespace testing;

Result<Scenario> readSample(const Json& json, const std::filesystem::path& folder) {
    EXPECT_TRUE(writeFile(folder / "scenario.json", json.dump()));
    return readScenario(folder / "scenario.json");
}

TEST(ReadScenario, ReadsEveryKey) {
    const auto scenario = readSample(sampleScenario(), sampleFolder("every-key"));
    ASSERT_TRUE(scenario) << scenario.error().code().name << scenario.error().detail("key");
    EXPECT_EQ(scenario->territory.communes.size(), 4U);
    EXPECT_EQ(scenario->cycleWeeks, 4);
    EXPECT_EQ(scenario->policy.showRate, 0.95);
    EXPECT_EQ(scenario->policy.reach[1].upTo, travel::Seconds(900));
    EXPECT_EQ(scenario->sessions[1].from, at(13, 30));
    EXPECT_EQ(scenario->sessions[1].length, std::chrono::minutes(180));
    const Bus& bus = scenario->buses[0];
    EXPECT_EQ(bus.depot, (GeoPoint{50.748, 2.252}));
    EXPECT_EQ(bus.weekdays.size(), 5U);
    EXPECT_EQ(bus.maxDriving, std::chrono::minutes(240));
    const Site& site = scenario->sites[0];
    EXPECT_TRUE(scenario->hasGivenSites);
    EXPECT_EQ(site.commune, "Aubert") << "taken from the territory";
    EXPECT_EQ(site.address, "1 place du Test");
    EXPECT_EQ(formatDate(site.validUntil.value()), "2027-12-31");
    EXPECT_TRUE(site.isOpen(Weekday::Thursday, at(8), at(18)));
    EXPECT_FALSE(site.isOpen(Weekday::Thursday, at(7, 59), at(18)));
    EXPECT_FALSE(site.isOpen(Weekday::Tuesday, at(9), at(12)));
    EXPECT_EQ(scenario->sites[1].setup, std::chrono::minutes(20));
    EXPECT_EQ(scenario->sites[1].teardown, std::chrono::minutes(15));
    ASSERT_EQ(scenario->locked.size(), 2U);
    EXPECT_FALSE(scenario->locked[0].hasTime());
    EXPECT_TRUE(scenario->locked[0].id.empty());
    EXPECT_EQ(scenario->locked[1].start, at(14));
    ASSERT_EQ(scenario->forbidden.size(), 2U);
    const Forbidden& entry = scenario->forbidden[0];
    EXPECT_TRUE(entry.matches({"B1"}, {"00002-1"}, Weekday::Monday, {"matin"}, 1));
    EXPECT_FALSE(entry.matches({"B1"}, {"00002-1"}, Weekday::Monday, {"matin"}, 0));
    EXPECT_FALSE(entry.matches({"B1"}, {"00001-1"}, Weekday::Monday, {"matin"}, 1));
    EXPECT_FALSE(scenario->forbidden[1].matches({"B1"}, {"00002-1"}, Weekday::Friday, {"matin"}, 0))
        << "a date is not a day of the cycle";
}

TEST(ReadScenario, ReadsWhatIsOfferedAndByWhom) {
    const auto scenario = readSample(sampleScenario(), sampleFolder("offered"));
    ASSERT_TRUE(scenario) << scenario.error().code().name << scenario.error().detail("key");
    EXPECT_EQ(scenario->sessions[0].gpShare, 1);
    EXPECT_FALSE(scenario->sessions[0].isFree());
    const SessionKind& free = scenario->sessions[2];
    EXPECT_TRUE(free.isFree());
    EXPECT_EQ(free.minLength, std::chrono::minutes(60));
    EXPECT_EQ(free.length, std::chrono::minutes(240));
    EXPECT_EQ(free.pause, std::chrono::minutes(30));
    EXPECT_EQ(free.service, Service::NurseVideo);
    EXPECT_EQ(free.gpShare, 0.6);
    EXPECT_EQ(free.slotOr(scenario->policy.slot), std::chrono::minutes(30));
    EXPECT_EQ(scenario->sessions[3].gpShare, 0);
    EXPECT_EQ(scenario->policy.findService(Service::Prevention)->weight, 0.5);
    EXPECT_EQ(scenario->policy.uncovered, Policy::Uncovered::Avoid);
    EXPECT_TRUE(scenario->hasNetwork(scenario->sites[0]));
    EXPECT_FALSE(scenario->hasNetwork(scenario->sites[1])) << "nobody knows";
    const Person* doctor = scenario->findPerson({"dr"});
    ASSERT_NE(doctor, nullptr);
    EXPECT_TRUE(doctor->isAvailable(2, Weekday::Monday, at(8), at(19)));
    EXPECT_FALSE(doctor->isAvailable(1, Weekday::Monday, at(8), at(19)));
    EXPECT_FALSE(doctor->isAvailable(2, Weekday::Monday, at(7, 59), at(19)));
    EXPECT_TRUE(doctor->isAuthorisedIn(departmentOf(scenario->sites[0].insee)));
    EXPECT_EQ(scenario->findEmployment("vacataire")->maxDay, std::chrono::minutes(480));
    EXPECT_EQ(scenario->findEmployment("salaried")->maxWeek, std::chrono::minutes(2400));
    EXPECT_EQ(scenario->findEmployment("salaried")->rest, std::chrono::minutes(660)) << "as known";
    EXPECT_EQ(scenario->findEmployment("public_service")->maxSpan, std::chrono::hours(12));
}

TEST(ReadScenario, GivesAVideoConsultationItsUsualShare) {
    Json json = sampleScenario();
    json["sessions"][2].erase("gp_share");
    const auto scenario = readSample(json, sampleFolder("share"));
    ASSERT_TRUE(scenario);
    EXPECT_EQ(scenario->sessions[2].gpShare, 0.7);
}

TEST(ReadScenario, TakesEveryDefaultOfThePlanningModel) {
    Json json = sampleScenario();
    for (const char* key : {"policy", "travel", "sites", "locked", "forbidden", "cycle_weeks"}) {
        json.erase(key);
    }
    json["sessions"].erase(3); // Its need was in the policy.
    for (const char* key : {"max_duty_minutes", "max_driving_minutes", "break_minutes"}) {
        json["buses"][0].erase(key);
    }
    const auto scenario = readSample(json, sampleFolder("defaults"));
    ASSERT_TRUE(scenario) << scenario.error().code().name << scenario.error().detail("key");
    const Policy& policy = scenario->policy;
    EXPECT_EQ(policy.threshold, 2.5);
    EXPECT_EQ(policy.alpha, 2);
    EXPECT_EQ(policy.reachWeight(travel::Seconds(600)), 1);
    EXPECT_EQ(policy.reachWeight(travel::Seconds(600.001)), 0.3);
    EXPECT_EQ(policy.reachWeight(travel::Seconds(900)), 0.3);
    EXPECT_EQ(policy.reachWeight(travel::Seconds(1200)), 0.1);
    EXPECT_EQ(policy.reachWeight(travel::Seconds(1200.001)), 0);
    EXPECT_EQ(policy.weeksPerYear, 46);
    EXPECT_EQ(policy.lambda, 0.002);
    EXPECT_EQ(policy.maxGapWeeks, 2);
    EXPECT_EQ(scenario->travel.detour, 1.3);
    EXPECT_EQ(scenario->travel.kilometresPerHour, 50);
    EXPECT_EQ(scenario->buses[0].maxDuty, std::chrono::minutes(600));
    EXPECT_EQ(scenario->buses[0].breakLength, std::chrono::minutes(45));
}

TEST(ReadScenario, MakesACandidateOfEveryCommuneLargeEnough) {
    Json json = sampleScenario();
    json.erase("sites");
    json["locked"] = Json::array();
    json["policy"]["min_site_population"] = 1000;
    const auto scenario = readSample(json, sampleFolder("candidates"));
    ASSERT_TRUE(scenario) << scenario.error().code().name << scenario.error().detail("key");
    EXPECT_FALSE(scenario->hasGivenSites);
    // Clos is too small, and nobody knows where Dune is.
    ASSERT_EQ(scenario->sites.size(), 2U);
    const Site& site = scenario->sites[0];
    EXPECT_EQ(site.id, SiteKey{"00001-1"});
    EXPECT_EQ(site.commune, "Aubert");
    EXPECT_EQ(site.point, (GeoPoint{50.73, 1.99}));
    EXPECT_EQ(site.setup, std::chrono::minutes(20));
    EXPECT_EQ(site.teardown, std::chrono::minutes(15));
    EXPECT_TRUE(site.isOpen(Weekday::Friday, at(0), at(24)));
    EXPECT_FALSE(site.isOpen(Weekday::Saturday, at(9), at(12)));
}

TEST(ReadScenario, NamesWhatIsWrongAndItsPlace) {
    const auto folder = sampleFolder("flaws");
    for (const Flaw& flaw : scenarioFlaws()) {
        Json json = sampleScenario();
        flaw.make(json);
        const auto scenario = readSample(json, folder);
        ASSERT_FALSE(scenario) << flaw.name;
        EXPECT_EQ(scenario.error().code().name, flaw.code) << flaw.name;
        EXPECT_EQ(scenario.error().detail("key"), flaw.key) << flaw.name;
        EXPECT_EQ(scenario.error().detail("file"), (folder / "scenario.json").string()) << flaw.name;
    }
}

TEST(ReadScenario, AgreesWithItsSchema) {
    std::map<std::string, Json> documents{{"sample", sampleScenario()}};
    for (const Flaw& flaw : scenarioFlaws()) {
        documents["flaw_" + flaw.name] = sampleScenario();
        flaw.make(documents["flaw_" + flaw.name]);
    }
    const auto own = defaultScenario(territory::admidep());
    ASSERT_TRUE(own);
    documents["own"] = Json::parse(scenarioJson(*own));
    const auto answers = askSchema("scenario.schema.json", documents);
    if (!answers) {
        GTEST_SKIP() << "skipped: no python3-jsonschema";
    }
    EXPECT_TRUE(answers->at("sample"));
    EXPECT_TRUE(answers->at("own"));
    for (const Flaw& flaw : scenarioFlaws()) {
        EXPECT_EQ(answers->at("flaw_" + flaw.name), !flaw.isForm) << flaw.name;
    }
}

TEST(ReadScenario, NamesAFileThatCannotBeRead) {
    const auto folder = sampleFolder("files");
    const auto missing = readScenario(folder / "none.json");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code(), medicobus::codes::fileMissing);

    const auto broken = parseScenario("{\"format\":\n 1,}", "broken.json");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code(), medicobus::codes::jsonSyntax);
    EXPECT_EQ(broken.error().detail("line"), "2");

    const auto list = parseScenario("[]", "list.json");
    ASSERT_FALSE(list);
    EXPECT_EQ(list.error().code(), medicobus::codes::jsonType);

    const auto huge = parseScenario("{\"cycle_weeks\":1e999}", "huge.json");
    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.error().code(), medicobus::codes::jsonRange);
}

TEST(ReadScenario, PassesOnWhatTheTerritorySays) {
    const auto folder = sampleFolder("territory");
    Json json = sampleScenario();
    json["territory"] = "elsewhere/communes.csv";
    const auto missing = readSample(json, folder);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code(), medicobus::codes::fileMissing);
    EXPECT_EQ(missing.error().detail("file"), (folder / "elsewhere/communes.csv").string());
    EXPECT_EQ(missing.error().detail("key"), "$.territory");

    ASSERT_TRUE(writeFile(folder / "communes.csv", sampleCommunes + "00001,Bis,10,50,2,1\n"));
    const auto twice = readSample(sampleScenario(), folder);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code().name, "territory.duplicate_insee");
    EXPECT_EQ(twice.error().detail("line"), "6");
}

TEST(ReadScenario, HearsOfItsOwnFaultsBeforeThoseOfTheTerritory) {
    Json json = sampleScenario();
    json["territory"] = "none.csv";
    json["cycle_weeks"] = 9;
    const auto scenario = readSample(json, sampleFolder("order"));
    ASSERT_FALSE(scenario);
    EXPECT_EQ(scenario.error().detail("key"), "$.cycle_weeks");
}

TEST(ScenarioJson, GivesBackWhatWasRead) {
    const auto folder = sampleFolder("round-trip");
    const auto first = readSample(sampleScenario(), folder);
    ASSERT_TRUE(first);
    ASSERT_TRUE(writeScenario(folder / "again.json", *first));
    const auto second = readScenario(folder / "again.json");
    ASSERT_TRUE(second) << second.error().code().name << second.error().detail("key");
    EXPECT_EQ(scenarioJson(*second), scenarioJson(*first));

    Json expected = sampleScenario();
    expected["sites"][1].update(
        Json{{"name", ""}, {"rooms", 1}, {"setup_minutes", 20}, {"teardown_minutes", 15}});
    // Defaults are left out, and every limit of a type of employment is written.
    expected["people"][0].erase("remote");
    expected["people"][1]["employment"] = "salaried";
    expected["employment"][0] =
        Json{{"id", "salaried"},         {"max_day_minutes", 600},      {"max_span_minutes", 780},
             {"break_minutes", 20},      {"rest_minutes", 660},         {"weekly_rest_minutes", 2100},
             {"max_week_minutes", 2400}, {"max_average_minutes", 2640}, {"legal_week_minutes", 2100}};
    EXPECT_EQ(Json::parse(scenarioJson(*first)), expected);
}

/// The sample of the format's page, on the real territory that it names.
TEST(ReadScenario, ReadsARealTerritory) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    Json json = sampleScenario();
    json["territory"] = (medicobus::testing::sharedData() / "territory" / "communes-62.csv").string();
    json["sites"].erase(1);
    json["sites"][0]["id"] = "62024-1";
    json["sites"][0]["insee"] = "62024";
    json["locked"] = Json::array();
    json["forbidden"] = Json::array();
    const auto folder = sampleFolder("real");
    const auto given = readSample(json, folder);
    ASSERT_TRUE(given) << given.error().code().name << given.error().detail("key");
    EXPECT_EQ(given->territory.communes.size(), 887U);
    EXPECT_EQ(given->sites[0].commune, "Alquines");

    json.erase("sites");
    const auto candidates = readSample(json, folder);
    ASSERT_TRUE(candidates) << candidates.error().code().name << candidates.error().detail("key");
    EXPECT_EQ(candidates->sites.size(), 436U);
}

TEST(DefaultScenario, StandsOnAdmidepFromItsLargestTown) {
    const auto scenario = defaultScenario(territory::admidep());
    ASSERT_TRUE(scenario);
    EXPECT_EQ(scenario->territoryFile, "admidep");
    EXPECT_GT(scenario->sites.size(), 50U);
    double largest = 0;
    GeoPoint town;
    for (const auto& commune : scenario->territory.communes) {
        if (commune.point && commune.population.value_or(0) > largest) {
            largest = *commune.population;
            town = *commune.point;
        }
    }
    EXPECT_EQ(scenario->buses[0].depot, town);

    const auto again = parseScenario(scenarioJson(*scenario), "default.json");
    ASSERT_TRUE(again) << again.error().code().name << again.error().detail("key");
    EXPECT_EQ(scenarioJson(*again), scenarioJson(*scenario));
    EXPECT_EQ(again->sites.size(), scenario->sites.size());
}

TEST(DefaultScenario, StartsFromTheCommuneThatIsAskedFor) {
    const auto admidep = territory::admidep();
    const auto& home = admidep.communes[7];
    const auto scenario = defaultScenario(admidep, home.insee);
    ASSERT_TRUE(scenario);
    EXPECT_EQ(scenario->buses[0].depot, home.point.value());
    const auto nowhere = defaultScenario(admidep, territory::InseeCode{"99999"});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code(), codes::scenarioUnknownCommune);
    EXPECT_EQ(nowhere.error().detail("value"), "99999");
}

TEST(Weeks, AreThoseThatARecurrenceCanSay) {
    for (const auto& weeks : std::vector<std::vector<int>>{{0, 1, 2, 3}, {0, 2}, {1, 3}, {0}, {3}}) {
        EXPECT_TRUE(isRecurring(weeks, 4));
    }
    for (const auto& weeks :
         std::vector<std::vector<int>>{{}, {0, 1}, {0, 3}, {0, 1, 2}, {4}, {2, 4}, {-1}, {2, 0}}) {
        EXPECT_FALSE(isRecurring(weeks, 4));
    }
    EXPECT_TRUE(isRecurring({2}, 3));
    EXPECT_FALSE(isRecurring({0, 2}, 3));
}

} // namespace
} // namespace medicobus::plan
