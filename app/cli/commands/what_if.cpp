// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/replan_report.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "planner/replan/world.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace medicobus::cli {
namespace {

/// `A=B` in two; nothing without both.
std::optional<std::pair<std::string, std::string>> pairOf(const std::string& text) {
    const std::size_t at = text.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) {
        return std::nullopt;
    }
    return std::pair{text.substr(0, at), text.substr(at + 1)};
}

Fault badChange(const std::string& text, std::string_view expected) {
    return fault(codes::cliChange, {{"value", text}, {"expected", std::string(expected)}});
}

/// `what-if SCENARIO PLAN --close SITE …`: the world changed, what was announced kept as far as can be.
class WhatIfCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand(
            "what-if",
            text("Dit ce qu'un changement ferait au plan annoncé, en y touchant le moins possible",
                 "Tell what a change would do to the announced plan, touching it as little as can be"));
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        command->add_option("PLAN", m_plan, text("Plan annoncé", "Announced plan"))->required();
        command->add_option("--close", m_closed,
                            text("Un lieu ferme pour de bon\u00a0: LIEU", "A room closes for good: SITE"));
        command->add_option(
            "--lend", m_lent,
            text("Une commune prête une salle\u00a0: code INSEE", "A commune lends a room: INSEE code"));
        command->add_option("--doctor", m_doctors,
                            text("Un médecin s'installe\u00a0: INSEE=CONSULTATIONS_PAR_AN",
                                 "A doctor settles: INSEE=CONSULTATIONS_A_YEAR"));
        command->add_option("--lose-bus", m_lost, text("Un bus s'en va\u00a0: BUS", "A bus goes: BUS"));
        command->add_option(
            "--gain-bus", m_gained,
            text("Un bus de plus\u00a0: BUS=INSEE du dépôt", "One more bus: BUS=INSEE of its depot"));
        command->add_flag("--only-forced", m_isOnlyForced,
                          text("Ne rien céder de ce qui peut rester", "Give up nothing that can stay"));
        command->add_option("-o,--output", m_output, text("Fichier du nouveau plan", "File of the new plan"));
        command->add_option("--scenario-output", m_scenarioOutput,
                            text("Fichier du scénario changé", "File of the changed scenario"));
        return command;
    }

    Exit run(const Console& console) override {
        const auto before = plan::readScenario(m_scenario);
        if (!before) {
            return console.fail(before.error());
        }
        const auto announced = plan::readPlan(m_plan);
        if (!announced) {
            return console.fail(announced.error());
        }
        auto after = afterAll(*before);
        if (!after) {
            return console.fail(after.error());
        }
        planner::ReplanOptions options;
        options.search.stop = console.stop;
        if (m_isOnlyForced) {
            options.releaseGain.reset();
        }
        const auto made = planner::replan(*after, *announced, options);
        if (!made) {
            return console.fail(made.error());
        }
        if (const auto written = write(*after, made->plan); !written) {
            return console.fail(written.error());
        }
        tell(console, *before, *after, *announced, *made);
        return Exit::Done;
    }

private:
    Result<std::vector<planner::Change>> changes() const {
        std::vector<planner::Change> out;
        for (const std::string& site : m_closed) {
            out.emplace_back(planner::RoomClosed{{site}});
        }
        for (const std::string& commune : m_lent) {
            out.emplace_back(planner::RoomLent{{commune}});
        }
        for (const std::string& bus : m_lost) {
            out.emplace_back(planner::BusLost{{bus}});
        }
        for (const std::string& text : m_gained) {
            const auto pair = pairOf(text);
            if (!pair) {
                return badChange(text, "BUS=INSEE");
            }
            out.emplace_back(planner::BusGained{{pair->first}, {pair->second}});
        }
        for (const std::string& text : m_doctors) {
            const auto pair = pairOf(text);
            double consultations = 0;
            const char* const end = pair ? pair->second.data() + pair->second.size() : nullptr;
            if (!pair || std::from_chars(pair->second.data(), end, consultations).ptr != end
                || !(consultations > 0)) {
                return badChange(text, "INSEE=5000");
            }
            out.emplace_back(planner::DoctorSettles{{pair->first}, consultations});
        }
        return out;
    }

    Result<plan::Scenario> afterAll(const plan::Scenario& before) const {
        const auto list = changes();
        if (!list) {
            return Fault(list.error());
        }
        Result<plan::Scenario> scenario = before;
        for (std::size_t i = 0; i < list->size() && scenario; ++i) {
            scenario = planner::changed(std::move(*scenario), (*list)[i]);
        }
        return scenario;
    }

    Result<void> write(const plan::Scenario& scenario, const plan::Plan& made) const {
        if (!m_scenarioOutput.empty()) {
            if (const auto written = plan::writeScenario(m_scenarioOutput, scenario); !written) {
                return written;
            }
        }
        return m_output.empty() ? Result<void>() : plan::writePlan(m_output, made);
    }

    static void tell(const Console& console, const plan::Scenario& before, const plan::Scenario& after,
                     const plan::Plan& announced, const planner::Replanned& made) {
        if (console.isJson) {
            OrderedJson answer = changesJson(made);
            answer["total"] = {announced.score.total, made.plan.score.total};
            answer["delivered_year"] = {announced.indicators.deliveredYear,
                                        made.plan.indicators.deliveredYear};
            console.answer(answer);
            return;
        }
        tellChanges(console, before, after, made);
        console.say(
            fmt::format(fmt::runtime(console.pick("Consultations données par an\u00a0: {} avant, {} après.",
                                                  "Consultations given a year: {} before, {} after.")),
                        console.number(announced.indicators.deliveredYear),
                        console.number(made.plan.indicators.deliveredYear)));
    }

    std::string m_scenario;
    std::string m_plan;
    std::vector<std::string> m_closed;
    std::vector<std::string> m_lent;
    std::vector<std::string> m_doctors;
    std::vector<std::string> m_lost;
    std::vector<std::string> m_gained;
    bool m_isOnlyForced = false;
    std::string m_output;
    std::string m_scenarioOutput;
};

} // namespace

std::unique_ptr<Command> makeWhatIf() {
    return std::make_unique<WhatIfCommand>();
}

} // namespace medicobus::cli
