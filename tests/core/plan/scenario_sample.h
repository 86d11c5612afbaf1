// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.h"
#include "base/json_reader.h"
#include "tests/core/plan/schema_check.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace medicobus::plan::testing {

/// Every key of the format at least once.
inline Json sampleScenario() {
    return Json::parse(R"({"format":"medicobus-scenario/1","territory":"communes.csv","cycle_weeks":4,
 "policy":{"threshold":2.5,"alpha":2,"reach":[[600,1],[900,0.3],[1200,0.1]],"slot_minutes":20,"show_rate":0.95,
           "weeks_per_year":46,"lambda":0.002,"max_gap_weeks":2,"max_sites":10,"max_sessions_per_site_week":3,
           "min_site_population":500,"min_4g_share":0.9,"uncovered":"avoid",
           "services":[{"id":"prevention","per_1000_year":80,"population":"65plus","weight":0.5}]},
 "travel":{"kind":"estimate","detour":1.3,"kmh":50},
 "sessions":[{"id":"matin","from":"08:30","to":"12:45","minutes":180},
             {"id":"apres-midi","from":"13:30","to":"17:45","minutes":180},
             {"id":"libre","from":"08:00","to":"18:00","min_minutes":60,"max_minutes":240,"pause_minutes":30,
              "service":"nurse_video","gp_share":0.6,"slot_minutes":30,"skills":["frottis"]},
             {"id":"vaccins","from":"14:00","to":"18:00","minutes":120,"service":"prevention"}],
 "buses":[{"id":"B1","depot":{"lat":50.748,"lon":2.252},"weekdays":["MO","TU","WE","TH","FR"],"start":"07:30",
           "end":"18:30","max_duty_minutes":600,"max_driving_minutes":240,"break_minutes":45}],
 "sites":[{"id":"00001-1","insee":"00001","name":"Salle communale","address":"1 place du Test","lat":50.7307,
           "lon":1.992,"rooms":1,"setup_minutes":20,"teardown_minutes":15,
           "opening":[{"days":["MO","TH"],"from":"08:00","to":"18:00"}],
           "network":true,"valid_from":"2027-01-01","valid_until":"2027-12-31"},
          {"id":"00002-1","insee":"00002","lat":50.7,"lon":2.1,
           "opening":[{"days":["MO"],"from":"00:00","to":"24:00"}]}],
 "employment":[{"id":"salaried","max_week_minutes":2400},
               {"id":"vacataire","max_day_minutes":480,"max_span_minutes":600,"break_minutes":30,"rest_minutes":720,
                "weekly_rest_minutes":2880,"max_week_minutes":900,"max_average_minutes":800,"legal_week_minutes":600}],
 "people":[{"id":"dr","role":"doctor","skills":["frottis"],"drives":true,"remote":false,"employment":"vacataire",
            "available":[{"days":["MO"],"from":"08:00","to":"19:00","weeks":[0,2]}],
            "authorised_departements":["00"]},
           {"id":"as","role":"assistant","available":[]}],
 "locked":[{"bus":"B1","site":"00001-1","weekday":"MO","session":"matin","weeks":[0,2]},
           {"id":"s9","bus":"B1","site":"00001-1","weekday":"TH","session":"apres-midi","weeks":[0,1,2,3],
            "start":"14:00","end":"17:00"}],
 "forbidden":[{"site":"00002-1","weekday":"MO","session":"matin","weeks":[1]},
              {"bus":"B1","date":"2027-05-07"}]})");
}

inline const std::string sampleCommunes = "insee,nom,population,lat,lon,apl\n"
                                          "00001,Aubert,1000,50.73,1.99,1.5\n"
                                          "00002,Bois,2000,50.70,2.10,2.0\n"
                                          "00003,Clos,499,50.75,2.00,0.5\n"
                                          "00004,Dune,3000,,,1\n";

/// A folder that holds the sample's territory.
inline std::filesystem::path sampleFolder(const std::string& name) {
    const auto folder = emptyFolder(name);
    EXPECT_TRUE(writeFile(folder / "communes.csv", sampleCommunes));
    return folder;
}

/// One thing wrong with the sample, and how it must be named.
struct Flaw {
    std::string name;
    std::function<void(Json&)> make;
    std::string code;
    std::string key;
    bool isForm = true; ///< What a JSON Schema can see.
};

const std::vector<Flaw>& scenarioFlaws();

} // namespace medicobus::plan::testing
