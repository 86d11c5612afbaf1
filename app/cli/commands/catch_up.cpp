// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/catch_up.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/plan_report.h"
#include "cli/table.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "words/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace medicobus::cli {
namespace {

using planner::LostPassage;

constexpr std::array<std::string_view, 3> lossCodes{"bus_out", "room_out", "holiday"};

/// `catch-up SCENARIO PLAN --from DATE --weeks N`: what a missing bus, a closed room or a public holiday
/// takes away, and where each passage can be held instead.
class CatchUpCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand(
            "catch-up",
            text("Propose une autre date aux passages perdus (bus absent, salle fermée, jour férié)",
                 "Propose another date for lost passages (bus away, room closed, public holiday)"));
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        command->add_option("PLAN", m_plan, text("Fichier du plan", "File of the plan"))->required();
        command
            ->add_option("--from", m_from,
                         text("Premier jour\u00a0; la semaine 1 du cycle est la sienne",
                              "First day; week 1 of the cycle is its week"))
            ->required();
        command->add_option("--weeks", m_weeks, text("Nombre de semaines", "Number of weeks"))
            ->check(CLI::Range(1, 104))
            ->capture_default_str();
        command->add_option(
            "--bus-out", m_buses,
            text("Bus absent\u00a0: BUS=2027-03-08..2027-03-12", "Bus away: BUS=2027-03-08..2027-03-12"));
        command->add_option("--close", m_rooms,
                            text("Salle fermée\u00a0: LIEU=2027-03-08..2027-03-12",
                                 "Room closed: SITE=2027-03-08..2027-03-12"));
        return command;
    }

    Exit run(const Console& console) override {
        const auto from = parseDate(m_from);
        if (!from) {
            return console.fail(from.error());
        }
        const auto scenario = plan::readScenario(m_scenario);
        if (!scenario) {
            return console.fail(scenario.error());
        }
        const auto made = plan::readPlan(m_plan);
        if (!made) {
            return console.fail(made.error());
        }
        const auto outages = read(*scenario);
        if (!outages) {
            return console.fail(outages.error());
        }
        const auto lost = planner::catchUp(*scenario, plan::publishable(*scenario, *made, *from), *outages,
                                           *from, *from + date::weeks(m_weeks) - date::days(1));
        tell(console, *scenario, lost);
        return Exit::Done;
    }

private:
    Result<std::vector<planner::Outage>> read(const plan::Scenario& scenario) const {
        std::vector<planner::Outage> out;
        for (const std::string& text : m_buses) {
            const auto period = parseClosure(text);
            if (!period) {
                return Fault(period.error());
            }
            const plan::BusKey bus{period->site.value};
            if (!scenario.findBus(bus)) {
                return fault(plan::codes::scenarioUnknownBus, {{"value", bus.value}});
            }
            out.push_back({bus, std::nullopt, period->from, period->until});
        }
        for (const std::string& text : m_rooms) {
            const auto period = parseClosure(text);
            if (!period) {
                return Fault(period.error());
            }
            if (!scenario.findSite(period->site)) {
                return fault(plan::codes::scenarioUnknownSite, {{"value", period->site.value}});
            }
            out.push_back({std::nullopt, period->site, period->from, period->until});
        }
        return out;
    }

    static std::string causeOf(const Console& console, const LostPassage& lost) {
        switch (lost.lostTo) {
        case planner::LostTo::BusOut:
            return std::string(console.pick("bus absent", "bus away"));
        case planner::LostTo::RoomOut:
            return std::string(console.pick("salle fermée", "room closed"));
        case planner::LostTo::Holiday:
            break;
        }
        return lost.passage.reason;
    }

    static std::string momentOf(const Console& console, LocalTime start, LocalTime end) {
        return fmt::format("{}, {} – {}", words::longDate(dateOf(start), console.language),
                           words::timeOfDay(timeOf(start), console.language),
                           words::timeOfDay(timeOf(end), console.language));
    }

    static void tell(const Console& console, const plan::Scenario& scenario,
                     const std::vector<LostPassage>& lost) {
        if (console.isJson) {
            console.answer(toJson(lost));
            return;
        }
        const auto found =
            std::ranges::count_if(lost, [](const LostPassage& one) { return one.instead.has_value(); });
        console.say(fmt::format(
            fmt::runtime(console.pick("Passages perdus\u00a0: {}, dont {} ont une autre date possible.",
                                      "Lost passages: {}, of which {} have another date.")),
            lost.size(), found));
        Table table({{std::string(console.pick("Lieu", "Place"))},
                     {std::string(console.pick("Passage perdu", "Lost passage"))},
                     {std::string(console.pick("Cause", "Cause"))},
                     {std::string(console.pick("Autre date", "Another date"))},
                     {"Bus"}});
        for (const LostPassage& one : lost) {
            const plan::Site* site = scenario.findSite(one.passage.site);
            table.add({site ? placeName(*site) : one.passage.site.value,
                       momentOf(console, one.passage.start, one.passage.end), causeOf(console, one),
                       one.instead
                           ? momentOf(console, one.instead->start, one.instead->end)
                           : std::string(console.pick("aucune dans les règles", "none within the rules")),
                       one.instead ? one.instead->bus.value : std::string()});
        }
        if (!table.isEmpty()) {
            console.say(table.text());
        }
    }

    static OrderedJson toJson(const std::vector<LostPassage>& lost) {
        OrderedJson list = OrderedJson::array();
        for (const LostPassage& one : lost) {
            OrderedJson instead = nullptr;
            if (one.instead) {
                instead = {{"bus", one.instead->bus.value},
                           {"start", formatLocal(one.instead->start)},
                           {"end", formatLocal(one.instead->end)}};
            }
            list.push_back({{"passage", one.passage.id.text()},
                            {"site", one.passage.site.value},
                            {"cause", lossCodes[static_cast<std::size_t>(one.lostTo)]},
                            {"instead", instead}});
        }
        return {{"lost", list}};
    }

    std::string m_scenario;
    std::string m_plan;
    std::string m_from;
    int m_weeks = 4;
    std::vector<std::string> m_buses;
    std::vector<std::string> m_rooms;
};

} // namespace

std::unique_ptr<Command> makeCatchUp() {
    return std::make_unique<CatchUpCommand>();
}

} // namespace medicobus::cli
