// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "base/json_reader.h"
#include "plan/scenario_json.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>

namespace medicobus::fuzz {
namespace {

namespace fs = std::filesystem;

/// A folder with one small territory, on which the scenarios of the corpus stand.
const fs::path& folder() {
    static const fs::path path = [] {
        std::string name = (fs::temp_directory_path() / "medicobus-fuzz-XXXXXX").string();
        const fs::path made = ::mkdtemp(name.data());
        const auto written = writeFile(made / "communes.csv", "insee,nom,population,lat,lon,apl\n"
                                                              "00001,Aubert,1000,50.73,1.99,1.5\n"
                                                              "00002,Bois,2000,50.70,2.10,2.0\n"
                                                              "00004,Dune,3000,,,1\n");
        require(written.has_value(), "the territory of the target is there");
        return made;
    }();
    return path;
}

/// Only the file that stands there is read: a scenario may name any file of the machine.
bool namesTheTerritory(std::string_view bytes) {
    const Json json = Json::parse(bytes, nullptr, false);
    return !json.is_object() || !json.contains("territory") || json["territory"] == "communes.csv";
}

} // namespace

void feed(std::string_view bytes) {
    static const std::string file = (folder() / "scenario.json").string();
    if (!namesTheTerritory(bytes)) {
        return;
    }
    requireRoundTrip(
        bytes, [](std::string_view text) { return plan::parseScenario(text, file, plan::Roads::Skip); },
        plan::scenarioJson);
}

} // namespace medicobus::fuzz
