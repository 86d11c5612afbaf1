// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "planner/planner.h"
#include "publish/svg/curve.h"
#include "publish/svg/plan_map.h"
#include "territory/cells.h"
#include "words/format.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <filesystem>

namespace medicobus::cli {
namespace {

/// `picture SCENARIO PLAN -o FILE.svg`: the map of a plan; with `--curve`, how fast a plan of the scenario
/// gets better.
class PictureCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand(
            "picture", text("Dessine la carte d'un plan, ou la courbe de sa recherche (SVG)",
                            "Draw the map of a plan, or the curve of its search (SVG)"));
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        CLI::Option* plan = command->add_option("PLAN", m_plan, text("Fichier du plan", "File of the plan"));
        command->add_option("-o,--output", m_output, text("Fichier de l'image", "File of the picture"))
            ->required();
        command->add_option("--title", m_title, text("Titre", "Title"));
        command
            ->add_option("--contours", m_contours,
                         text("Contours des communes (GeoJSON)\u00a0; sinon une forme schématique",
                              "Contours of the communes (GeoJSON); else a schematic shape"))
            ->needs(plan);
        CLI::Option* curve = command->add_flag(
            "--curve", m_isCurve,
            text("Cherche un plan et dessine la valeur selon les secondes, au lieu de la carte",
                 "Search a plan and draw value against seconds, instead of the map"));
        command->add_option("--seed", m_options.seed, text("Graine du hasard", "Seed of chance"))
            ->needs(curve)
            ->capture_default_str();
        command->add_option("--iterations", m_options.iterations, text("Essais", "Moves tried"))
            ->needs(curve)
            ->capture_default_str();
        command->add_option("--time-limit", m_seconds, text("Secondes au plus", "Seconds at most"))
            ->needs(curve)
            ->check(CLI::PositiveNumber);
        curve->excludes(plan);
        return command;
    }

    Exit run(const Console& console) override {
        const auto scenario = plan::readScenario(m_scenario);
        if (!scenario) {
            return console.fail(scenario.error());
        }
        const auto svg = m_isCurve ? curve(console, *scenario) : map(console, *scenario);
        if (!svg) {
            return console.fail(svg.error());
        }
        if (const auto written = writeFile(m_output, *svg); !written) {
            return console.fail(written.error());
        }
        if (console.isJson) {
            console.answer({{"picture", m_output}, {"bytes", svg->size()}});
        } else {
            console.say(
                fmt::format("{} ({} ko)", m_output, console.number(static_cast<double>(svg->size()) / 1000)));
        }
        return Exit::Done;
    }

private:
    Result<std::string> map(const Console& console, const plan::Scenario& scenario) {
        const auto plan = plan::readPlan(m_plan);
        if (!plan) {
            return Fault(plan.error());
        }
        std::vector<territory::Contour> contours;
        if (m_contours.empty()) {
            contours = territory::schematicContours(scenario.territory);
        } else {
            auto read = territory::readContours(m_contours);
            if (!read) {
                return Fault(read.error());
            }
            contours = std::move(*read);
        }
        return publish::planMap(scenario, *plan, contours, mapWords(console, scenario, *plan));
    }

    std::string titleOr(std::string_view otherwise) const {
        return m_title.empty() ? std::string(otherwise) : m_title;
    }

    static std::string territoryName(const Console& console, const plan::Scenario& scenario) {
        return scenario.territory.isFictional
                   ? std::string(console.pick("Admidep (territoire fictif)", "Admidep (fictional territory)"))
                   : std::filesystem::path(scenario.territory.source).filename().string();
    }

    static std::vector<std::string> figures(const Console& console, const plan::Scenario& scenario,
                                            const plan::Plan& plan) {
        const plan::Indicators& is = plan.indicators;
        const auto pair = [&](plan::BeforeAfter figure) {
            return fmt::format("{} → {}", console.number(figure.before), console.number(figure.after));
        };
        const double share = plan.score.bound > 0 ? plan.score.total / plan.score.bound : 0;
        return {fmt::format("{}{}{}{}{}{}{}{}", console.pick("Valeur\u00a0: ", "Value: "),
                            words::percent(share, console.language, 1),
                            console.pick(" de la borne · ", " of the bound · "),
                            console.number(is.deliveredYear),
                            console.pick(" consultations par an · communes sous le seuil\u00a0: ",
                                         " consultations a year · communes under the line: "),
                            pair(is.communesUnderLine),
                            console.pick(" · gravité du manque\u00a0: ", " · weight of the lack: "),
                            pair(is.severity)),
                fmt::format("{}{}{}{} {}{}",
                            console.pick("Habitants à 15\u00a0min d'un lieu\u00a0: ",
                                         "Inhabitants within 15 min of a site: "),
                            pair(is.within15Min), " · ", console.number(is.kilometresYear),
                            console.pick("km par an · cycle de ", "km a year · cycle of "),
                            fmt::format("{} {}", scenario.cycleWeeks, console.pick("semaines", "weeks")))};
    }

    publish::PlanMapWords mapWords(const Console& console, const plan::Scenario& scenario,
                                   const plan::Plan& plan) const {
        const auto in = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        publish::PlanMapWords words;
        words.title = titleOr(in("Tournées du médicobus – ", "Tours of the mobile clinic – ")
                              + territoryName(console, scenario));
        words.figures = figures(console, scenario, plan);
        words.description = words.figures.front() + " " + words.figures.back();
        words.need = in("Consultations qui manquent", "Missing consultations");
        const double quarter = scenario.policy.threshold / 4;
        words.depths[0] = in("aucune (par hab. et an)", "none (per head and year)");
        for (std::size_t at = 1; at < words.depths.size(); ++at) {
            const double from = quarter * static_cast<double>(at - 1);
            words.depths[at] = fmt::format("{} {} {}", console.number(from, 2), in("à", "to"),
                                           console.number(from + quarter, 2));
        }
        words.unknown = in("inconnu", "unknown");
        words.tours = in("Tournées", "Tours");
        for (std::size_t day = 0; day < words.weekdays.size(); ++day) {
            words.weekdays[day] = words::weekdayName(static_cast<Weekday>(day), console.language);
        }
        words.places = in("Lieux", "Places");
        words.site = in("lieu d'accueil visité", "site visited");
        words.depot = in("dépôt", "depot");
        words.bus = in("Bus ", "Bus ");
        words.notes = {in("Traits droits de lieu en lieu,", "Straight lines from place to place,"),
                       in("et non le tracé des routes.", "not the course of the roads.")};
        if (m_contours.empty()) {
            words.notes.push_back(in("Contours schématiques.", "Schematic contours."));
        }
        return words;
    }

    Result<std::string> curve(const Console& console, const plan::Scenario& scenario) {
        std::vector<publish::CurvePoint> points;
        ProgressBar bar(console);
        planner::Options options = m_options;
        options.stop = console.stop;
        if (m_seconds > 0) {
            options.timeLimit = std::chrono::milliseconds(std::llround(m_seconds * 1000));
        }
        const auto start = std::chrono::steady_clock::now();
        const auto elapsed = [&] {
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        };
        options.onProgress = [&](const planner::Progress& progress) {
            if (points.empty() || progress.best.total > points.back().value) {
                points.push_back({elapsed(), progress.best.total});
            }
            bar.show(static_cast<double>(progress.iteration)
                         / static_cast<double>(std::max<std::uint64_t>(progress.iterations, 1)),
                     console.number(progress.best.total, 1));
        };
        const auto plan = planner::makePlan(scenario, options);
        if (!plan) {
            return Fault(plan.error());
        }
        points.push_back({elapsed(), plan->score.total});
        return publish::anytimeCurve(points, plan->score.bound, curveWords(console, scenario, *plan, points));
    }

    publish::CurveWords curveWords(const Console& console, const plan::Scenario& scenario,
                                   const plan::Plan& plan,
                                   const std::vector<publish::CurvePoint>& points) const {
        const auto in = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        const double share = plan.score.bound > 0 ? plan.score.total / plan.score.bound : 0;
        publish::CurveWords words;
        words.title = titleOr(in("Valeur du plan selon le temps – ", "Value of the plan against time – ")
                              + territoryName(console, scenario));
        words.seconds = in("secondes", "seconds");
        words.share = in("% de la borne", "% of the bound");
        words.bound = fmt::format("{} {}", in("borne de la relaxation\u00a0:", "bound of the relaxation:"),
                                  console.number(plan.score.bound, 1));
        words.last =
            fmt::format("{} {} {}{}", words::percent(share, console.language, 2), in("après", "after"),
                        console.number(points.back().seconds, 1), in("\u00a0s", " s"));
        words.description = words.last + ", " + words.bound;
        words.decimal = console.language == words::Language::French ? ',' : '.';
        return words;
    }

    std::string m_scenario;
    std::string m_plan;
    std::string m_output;
    std::string m_title;
    std::string m_contours;
    bool m_isCurve = false;
    double m_seconds = 0;
    planner::Options m_options;
};

} // namespace

std::unique_ptr<Command> makePicture() {
    return std::make_unique<PictureCommand>();
}

} // namespace medicobus::cli
