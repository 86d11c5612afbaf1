// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "base/json_reader.h"
#include "plan/programme_json.h"
#include "tests/core/json_schema.h"
#include "tests/core/plan/programme_sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace medicobus::plan {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

Programme fullProgramme() {
    Programme programme = sampleProgramme();
    programme.until = day("2027-12-31");
    programme.slot = std::chrono::minutes(15);
    programme.travelKind = "osrm";
    Tour tour;
    tour.bus = {"B1"};
    tour.week = 1;
    tour.weekday = Weekday::Thursday;
    tour.depart = TimeOfDay(490);
    tour.back = TimeOfDay(780);
    tour.drivingMinutes = 41.5;
    tour.stops = {{{"fortnightly"}, TimeOfDay(520), TimeOfDay(540), TimeOfDay(720), TimeOfDay(735)}};
    programme.tours = {tour};
    programme.sites[0].name = "Salle \"des fêtes\"";
    programme.sites[0].address = "1 place de l’Église";
    programme.sites[0].rooms = 2;
    programme.sites[0].setup = std::chrono::minutes(25);
    programme.sites[0].validFrom = day("2027-02-01");
    programme.sites[0].validUntil = day("2028-02-01");
    programme.communes = {{{"99001"}, "Val-Premier", {48.5123456, -0.25}}};
    programme.depots = {{{"B1"}, {48.5, -0.1234567}}};
    programme.booking = {"+33261910001", "du lundi au vendredi, de 9\u00A0h à 12\u00A0h"};
    programme.closures = {{{"99001-1"}, day("2027-03-09"), day("2027-03-16"), "travaux", true},
                          {{"99002-1"}, day("2027-04-01"), day("2027-04-01"), "élections"}};
    auto moved = decided("weekly", "2027-03-09", Override::Kind::Moved, "salle occupée");
    moved.start = at("2027-03-10T14:00");
    moved.end = at("2027-03-10T16:30");
    moved.sequence = 3;
    programme.overrides = {moved, decided("weekly", "2027-03-16", Override::Kind::Cancelled, "neige"),
                           decided("weekly", "2027-03-23", Override::Kind::Kept)};
    return programme;
}

Json parsed(const std::string& text) {
    return JsonReader::parse(text, "programme.json").value();
}

TEST(ProgrammeJson, GivesBackWhatWasWritten) {
    const auto written = fullProgramme();
    const auto read = parseProgramme(programmeJson(written), "programme.json");
    ASSERT_TRUE(read) << read.error().code().name << " " << read.error().detail("key");
    EXPECT_EQ(read->version, written.version);
    EXPECT_EQ(read->depots, written.depots);
    EXPECT_EQ(read->name, written.name);
    EXPECT_EQ(read->organiser, written.organiser);
    EXPECT_TRUE(read->isFictional);
    EXPECT_EQ(read->firstMonday, written.firstMonday);
    EXPECT_EQ(read->until, written.until);
    EXPECT_EQ(read->cycleWeeks, 4);
    EXPECT_EQ(read->slot, written.slot);
    EXPECT_EQ(read->travelKind, "osrm");
    EXPECT_EQ(read->buses, written.buses);
    EXPECT_EQ(read->series, written.series);
    EXPECT_EQ(read->tours, written.tours);
    EXPECT_EQ(read->communes, written.communes);
    EXPECT_EQ(read->booking, written.booking);
    EXPECT_EQ(read->closures, written.closures);
    EXPECT_EQ(read->overrides, written.overrides);
    EXPECT_EQ(programmeJson(*read), programmeJson(written)) << "sites too, byte for byte";
    EXPECT_EQ(read->sites.at(0).commune, "Commune 99001-1");
    EXPECT_EQ(read->sites.at(0).opening.at(0).days, written.sites[0].opening[0].days);
    EXPECT_EQ(read->sites.at(0).setup, std::chrono::minutes(25));
}

TEST(ProgrammeJson, IsKeptInAFile) {
    const auto path = std::filesystem::path(::testing::TempDir()) / "medicobus-programme.json";
    ASSERT_TRUE(writeProgramme(path, fullProgramme()));
    EXPECT_EQ(readProgramme(path).value().overrides, fullProgramme().overrides);
    std::filesystem::remove(path);
    EXPECT_EQ(readProgramme(path).error().code(), medicobus::codes::fileMissing);
}

TEST(ProgrammeJson, PassesOverKeysOfALaterVersion) {
    auto json = parsed(programmeJson(fullProgramme()));
    json["video"] = true;
    json["sites"][0]["wifi"] = "faible";
    json["overrides"][0]["by"] = {{"device", "x"}};
    const auto read = parseProgramme(json.dump(), "programme.json");
    ASSERT_TRUE(read) << read.error().detail("key");
    EXPECT_EQ(read->overrides, fullProgramme().overrides);
}

TEST(ProgrammeJson, NamesThePlaceOfWhatItRefuses) {
    struct Case {
        std::string pointer;
        Json value;
        ErrorCode code;
        std::string key;
    };
    const std::vector<Case> cases{
        {"/format", "medicobus-programme/2", codes::programmeFormat, "$.format"},
        {"/first_monday", "2027-03-02", codes::programmeMonday, "$.first_monday"},
        {"/first_monday", "2027-02-30", medicobus::codes::timeDate, "$.first_monday"},
        {"/cycle_weeks", 0, medicobus::codes::jsonRange, "$.cycle_weeks"},
        {"/fictional", "yes", medicobus::codes::jsonType, "$.fictional"},
        {"/series/1/id", "weekly", codes::programmeDuplicate, "$.series[1].id"},
        {"/series/1/site", "99009-1", codes::programmeUnknownSite, "$.series[1].site"},
        {"/series/1/weeks", {1, 4}, codes::programmeWeek, "$.series[1].weeks"},
        {"/series/1/weeks", {3, 1}, codes::programmeWeek, "$.series[1].weeks"},
        {"/series/0/end", "09:00", codes::programmeOrder, "$.series[0].end"},
        {"/series/0/weekday", "XX", medicobus::codes::timeWeekday, "$.series[0].weekday"},
        {"/sites/1/id", "99001-1", codes::programmeUnknownSite, "$.series[1].site"},
        {"/sites/0/lat", 91, medicobus::codes::jsonRange, "$.sites[0].lat"},
        {"/tours/0/stops/0/leave", "25:00", medicobus::codes::timeTimeOfDay, "$.tours[0].stops[0].leave"},
        {"/closures/1/until", "2027-03-31", codes::programmeOrder, "$.closures[1].until"},
        {"/overrides/0/end", "2027-03-10T14:00", codes::programmeOrder, "$.overrides[0].end"},
        {"/overrides/0/original_start", "2027-03-09", medicobus::codes::timeDate,
         "$.overrides[0].original_start"},
        {"/overrides/1/kind", "postponed", medicobus::codes::jsonRange, "$.overrides[1].kind"},
        {"/overrides/2/sequence", 0, medicobus::codes::jsonRange, "$.overrides[2].sequence"},
    };
    for (const auto& [pointer, value, code, key] : cases) {
        auto json = parsed(programmeJson(fullProgramme()));
        json[Json::json_pointer(pointer)] = value;
        const auto read = parseProgramme(json.dump(), "programme.json");
        ASSERT_FALSE(read) << pointer << " " << value;
        EXPECT_EQ(read.error().code().name, code.name) << pointer << " " << value;
        EXPECT_EQ(read.error().detail("key"), key);
        EXPECT_EQ(read.error().detail("file"), "programme.json");
    }
}

TEST(ProgrammeJson, RefusesTwoSitesOfOneId) {
    auto json = parsed(programmeJson(fullProgramme()));
    json["sites"].push_back(json["sites"][0]);
    EXPECT_EQ(parseProgramme(json.dump(), "f").error().code(), codes::programmeDuplicate);
}

/// Every object of the value with its place, so that each key can be taken away in turn.
void forEachObject(const Json& value, const Json::json_pointer& place,
                   const std::function<void(const Json::json_pointer&, const Json&)>& visit) {
    if (value.is_object()) {
        visit(place, value);
    }
    if (value.is_structured()) {
        for (const auto& [key, part] : value.items()) {
            forEachObject(part, value.is_array() ? place / std::stoul(key) : place / key, visit);
        }
    }
}

TEST(ProgrammeSchema, AgreesWithTheReader) {
    const auto schemaFile =
        std::filesystem::path(MEDICOBUS_SOURCE_DIR) / "core/plan/json/programme.schema.json";
    medicobus::testing::SchemaCheck schema(parsed(readFile(schemaFile).value()));
    const auto whole = parsed(programmeJson(fullProgramme()));
    EXPECT_THAT(schema.faults(whole), IsEmpty());

    forEachObject(whole, Json::json_pointer(), [&](const Json::json_pointer& place, const Json& object) {
        for (const auto& [key, value] : object.items()) {
            auto without = whole;
            without[place].erase(key);
            const bool isMoveTime = key == "start" || key == "end";
            if (!(isMoveTime && place.to_string().starts_with("/overrides"))) {
                EXPECT_EQ(schema.faults(without).empty(), parseProgramme(without.dump(), "f").has_value())
                    << "without " << (place / key);
            }
            auto wrong = whole;
            wrong[place / key] = Json::array({Json::array()});
            EXPECT_THAT(schema.faults(wrong), Not(IsEmpty())) << "an array at " << (place / key);
            EXPECT_FALSE(parseProgramme(wrong.dump(), "f")) << "an array at " << (place / key);
        }
    });
}

} // namespace
} // namespace medicobus::plan
