// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/plan_report.h"
#include "cli/progress.h"
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
        return command;
    }

    Exit run(const Console& console) override {
        const auto scenario = plan::readScenario(m_scenario);
        if (!scenario) {
            return console.fail(scenario.error());
        }
        auto made = search(console, *scenario);
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
        tell(console, *scenario, *made);
        return Exit::Done;
    }

private:
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

    void tell(const Console& console, const plan::Scenario& scenario, const plan::Plan& made) const {
        const auto spreadsheet = planner::spreadsheetPlan(scenario);
        const double duty = plan::verify(scenario, made).dutyHoursYear;
        const bool isStopped = console.stop.stop_requested();
        if (console.isJson) {
            OrderedJson answer = figuresJson(made, duty, spreadsheet);
            answer["plan"] = m_output;
            answer["stopped"] = isStopped;
            console.answer(answer);
            return;
        }
        tellSeries(console, scenario, made);
        console.say();
        tellFigures(console, made, duty, spreadsheet);
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
    planner::Options m_options;
    double m_seconds = 0;
};

} // namespace

std::unique_ptr<Command> makePlanCommand() {
    return std::make_unique<PlanCommand>();
}

} // namespace medicobus::cli
