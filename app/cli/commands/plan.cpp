// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/plan_report.h"
#include "cli/progress.h"
#include "cli/replan_report.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "plan/verify.h"
#include "planner/explain/explain.h"
#include "planner/planner.h"
#include "words/format.h"

#include <fmt/format.h>

#include <cmath>

namespace medicobus::cli {
namespace {

/// `plan SCENARIO -o PLAN`: makes a plan, writes it and tells it.
class PlanCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        m_options.iterations = 30'000;
        CLI::App* command =
            app.add_subcommand("plan", std::string(console.pick("Propose un plan", "Make a plan")));
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        command->add_option("-o,--output", m_output, text("Fichier du plan", "File of the plan"))->required();
        command->add_option("--seed", m_options.seed, text("Graine du hasard", "Seed of chance"))
            ->capture_default_str();
        command
            ->add_option("--iterations", m_options.iterations,
                         text("Essais\u00a0; avec la graine, ils décident du résultat",
                              "Moves tried; with the seed they decide the result"))
            ->capture_default_str();
        command
            ->add_option("--time-limit", m_seconds,
                         text("Secondes au plus\u00a0; arrête seulement plus tôt",
                              "Seconds at most; only stops early"))
            ->check(CLI::PositiveNumber);
        command->add_option("--from", m_announced,
                            text("Plan annoncé, à changer le moins possible",
                                 "Announced plan, to be changed as little as can be"));
        return command;
    }

    Exit run(const Console& console) override {
        const auto scenario = plan::readScenario(m_scenario);
        if (!scenario) {
            return console.fail(scenario.error());
        }
        std::optional<planner::Replanned> replanned;
        auto made = m_announced.empty() ? search(console, *scenario) : replan(console, *scenario, replanned);
        if (!made) {
            return console.fail(made.error());
        }
        auto reasons = planner::explain(*scenario, *made, planner::briefDetail);
        if (!reasons) {
            return console.fail(reasons.error());
        }
        made->explanation = std::move(*reasons);
        if (const auto written = plan::writePlan(m_output, *made); !written) {
            return console.fail(written.error());
        }
        tell(console, *scenario, *made, replanned);
        return Exit::Done;
    }

private:
    Result<plan::Plan> replan(const Console& console, const plan::Scenario& scenario,
                              std::optional<planner::Replanned>& replanned) {
        const auto announced = plan::readPlan(m_announced);
        if (!announced) {
            return Fault(announced.error());
        }
        planner::ReplanOptions options;
        options.search.seed = m_options.seed;
        options.search.stop = console.stop;
        if (m_seconds > 0) {
            options.search.timeLimit = std::chrono::milliseconds(std::llround(m_seconds * 1000));
        }
        auto made = planner::replan(scenario, *announced, options);
        if (!made) {
            return Fault(made.error());
        }
        replanned = std::move(*made);
        return replanned->plan;
    }

    Result<plan::Plan> search(const Console& console, const plan::Scenario& scenario) {
        ProgressBar bar(console);
        planner::Options options = m_options;
        options.stop = console.stop;
        if (m_seconds > 0) {
            options.timeLimit = std::chrono::milliseconds(std::llround(m_seconds * 1000));
        }
        options.onProgress = [&](const planner::Progress& progress) {
            const double share = progress.iterations > 0 ? static_cast<double>(progress.iteration)
                                                               / static_cast<double>(progress.iterations)
                                                         : 0;
            bar.show(share, fmt::format("{} / {}", console.number(progress.best.total, 1),
                                        console.number(progress.best.bound, 1)));
        };
        return planner::makePlan(scenario, options);
    }

    void tell(const Console& console, const plan::Scenario& scenario, const plan::Plan& made,
              const std::optional<planner::Replanned>& replanned) const {
        const auto spreadsheet = planner::spreadsheetPlan(scenario);
        const plan::Verification found = plan::verify(scenario, made);
        const double duty = found.dutyHoursYear;
        const bool isStopped = console.stop.stop_requested();
        if (console.isJson) {
            OrderedJson answer = figuresJson(made, duty, spreadsheet);
            answer.update(peopleJson(console, made, found));
            answer["plan"] = m_output;
            answer["stopped"] = isStopped;
            if (replanned) {
                answer["replanned"] = changesJson(*replanned);
            }
            console.answer(answer);
            return;
        }
        tellSeries(console, scenario, made);
        console.say();
        if (replanned) {
            tellChanges(console, scenario, scenario, *replanned);
            console.say();
        }
        tellFigures(console, made, duty, spreadsheet);
        tellPeople(console, made, found);
        console.say();
        if (isStopped) {
            console.say(console.pick("Arrêté\u00a0: c'est le meilleur plan trouvé jusque-là.",
                                     "Stopped: this is the best plan found so far."));
        }
        console.say(
            fmt::format(fmt::runtime(console.pick("Plan écrit\u00a0: {}", "Plan written: {}")), m_output));
    }

    std::string m_scenario;
    std::string m_output;
    std::string m_announced;
    planner::Options m_options;
    double m_seconds = 0;
};

} // namespace

std::unique_ptr<Command> makePlanCommand() {
    return std::make_unique<PlanCommand>();
}

} // namespace medicobus::cli
