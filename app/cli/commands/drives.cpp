// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/progress.h"
#include "plan/scenario_json.h"
#include "platform/clock/system_clock.h"
#include "platform/network/curl_transport.h"
#include "travel/drive_cache.h"

#include <fmt/format.h>

namespace medicobus::cli {
namespace {

/// `drives SCENARIO`: asks the road server of a scenario for every drive that its plan needs.
class DrivesCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand(
            "drives", text("Demande les temps de route d'un scénario à son serveur d'itinéraires (OSRM)",
                           "Ask the road server (OSRM) of a scenario for its driving times"));
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        command
            ->add_option("--block", m_block,
                         text("Points par côté d'une demande", "Points a side of one request"))
            ->check(CLI::Range(1, 1000))
            ->capture_default_str();
        return command;
    }

    Exit run(const Console& console) override {
        const auto scenario = plan::readScenario(m_scenario, plan::Roads::Skip);
        if (!scenario) {
            return console.fail(scenario.error());
        }
        if (scenario->travel.kind != "osrm") {
            return console.fail(Error(plan::codes::scenarioTravelKind)
                                    .with("file", m_scenario)
                                    .with("key", "$.travel.kind")
                                    .with("value", scenario->travel.kind)
                                    .with("expected", "osrm"));
        }
        const auto file = std::filesystem::path(m_scenario).parent_path() / scenario->travel.file;
        auto cache = travel::DriveCache::open(file, scenario->travel.server, scenario->travel.profile);
        if (!cache) {
            return console.fail(cache.error());
        }
        const auto asked = fetch(console, *scenario, *cache);
        if (!asked) {
            return console.fail(asked.error());
        }
        tell(console, *asked, file);
        return Exit::Done;
    }

private:
    Result<std::size_t> fetch(const Console& console, const plan::Scenario& scenario,
                              travel::DriveCache& cache) const {
        std::vector<GeoPoint> points;
        for (const travel::NamedPoint& point : plan::roadPoints(scenario)) {
            points.push_back(point.point);
        }
        ProgressBar bar(console);
        travel::DriveCache::FetchOptions options;
        options.block = m_block;
        options.stop = console.stop;
        options.onProgress = [&](std::size_t done, std::size_t all) {
            bar.show(static_cast<double>(done) / static_cast<double>(all), fmt::format("{} / {}", done, all));
        };
        CurlTransport transport;
        return cache.fetch(transport, points, platform::SystemClock().now(), options);
    }

    static void tell(const Console& console, std::size_t asked, const std::filesystem::path& file) {
        if (console.isJson) {
            console.answer(
                {{"requests", asked}, {"file", file.string()}, {"stopped", console.stop.stop_requested()}});
            return;
        }
        console.say(
            fmt::format(fmt::runtime(console.pick("Demandes faites\u00a0: {}. Trajets gardés dans {}.",
                                                  "Requests made: {}. Drives kept in {}.")),
                        asked, file.string()));
    }

    std::string m_scenario;
    std::size_t m_block = 50;
};

} // namespace

std::unique_ptr<Command> makeDrives() {
    return std::make_unique<DrivesCommand>();
}

} // namespace medicobus::cli
