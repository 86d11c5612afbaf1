// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify.h"
#include "cli/command.h"
#include "cli/plan_report.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"

#include <fmt/format.h>

namespace medicobus::cli {
namespace {

OrderedJson jsonOf(const plan::BrokenRule& rule, words::Language language) {
    OrderedJson json{{"rule", rule.rule}, {"code", rule.code.name}};
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) {
            json[key] = value;
        }
    };
    add("series", rule.series.value);
    add("site", rule.site.value);
    add("bus", rule.bus.value);
    if (rule.week) {
        json["week"] = *rule.week;
    }
    if (rule.weekday) {
        json["weekday"] = weekdayCode(*rule.weekday);
    }
    if (rule.value) {
        json["value"] = *rule.value;
    }
    if (rule.limit) {
        json["limit"] = *rule.limit;
    }
    json["sentence"] = words::sentenceOf(rule, language).text();
    return json;
}

/// `verify SCENARIO PLAN`: every rule and every figure, independent of what made the plan.
class VerifyCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        CLI::App* command =
            app.add_subcommand("verify", std::string(console.pick("Juge un plan et refait ses chiffres",
                                                                  "Judge a plan and redo its figures")));
        command
            ->add_option("SCENARIO", m_scenario,
                         std::string(console.pick("Fichier du scénario", "File of the scenario")))
            ->required();
        command->add_option("PLAN", m_plan, std::string(console.pick("Fichier du plan", "File of the plan")))
            ->required();
        return command;
    }

    Exit run(const Console& console) override {
        const auto scenario = plan::readScenario(m_scenario);
        if (!scenario) {
            return console.fail(scenario.error());
        }
        const auto read = plan::readPlan(m_plan);
        if (!read) {
            return console.fail(read.error());
        }
        const plan::Verification found = plan::verify(*scenario, *read);
        if (console.isJson) {
            console.answer(toJson(console, *read, found));
        } else {
            tell(console, *read, found);
        }
        return found.holds() ? Exit::Done : Exit::Found;
    }

private:
    static OrderedJson toJson(const Console& console, const plan::Plan& plan,
                              const plan::Verification& found) {
        OrderedJson broken = OrderedJson::array();
        for (const plan::BrokenRule& rule : found.broken) {
            broken.push_back(jsonOf(rule, console.language));
        }
        OrderedJson mismatches = OrderedJson::array();
        for (const plan::FigureMismatch& mismatch : found.mismatches) {
            mismatches.push_back({{"figure", mismatch.figure},
                                  {"found", mismatch.found},
                                  {"expected", mismatch.expected},
                                  {"tolerance", mismatch.tolerance}});
            if (mismatch.tour) {
                mismatches.back()["tour"] = *mismatch.tour;
            }
        }
        OrderedJson answer{{"holds", found.holds()},
                           {"broken", broken},
                           {"mismatches", mismatches},
                           {"worth", found.score.worth},
                           {"driving_minutes_year", found.score.drivingMinutesYear},
                           {"total", found.score.total},
                           {"delivered_year", found.indicators.deliveredYear},
                           {"duty_hours_year", found.dutyHoursYear},
                           {"series", plan.series.size()},
                           {"tours", plan.tours.size()}};
        answer.update(peopleJson(console, plan, found));
        return answer;
    }

    static void tell(const Console& console, const plan::Plan& plan, const plan::Verification& found) {
        for (const plan::BrokenRule& rule : found.broken) {
            console.say(fmt::format("✗ {} {} {}", console.pick("Règle", "Rule"), rule.rule,
                                    words::sentenceOf(rule, console.language).text()));
        }
        for (const plan::FigureMismatch& mismatch : found.mismatches) {
            console.say(fmt::format("✗ {}", words::sentenceOf(mismatch, console.language).text()));
        }
        tellPeople(console, plan, found);
        const auto whole = [&](std::size_t count) { return console.number(static_cast<double>(count)); };
        console.say(fmt::format(
            fmt::runtime(console.pick("{} séries, {} tournées\u00a0: {} règles enfreintes, {} chiffres faux",
                                      "{} series, {} tours: {} broken rules, {} wrong figures")),
            whole(plan.series.size()), whole(plan.tours.size()), whole(found.broken.size()),
            whole(found.mismatches.size())));
        console.say(
            fmt::format(fmt::runtime(console.pick(
                            "Score refait\u00a0: {} (valeur {}, route {} min par an), borne du fichier {}",
                            "Score redone: {} (worth {}, driving {} min a year), bound of the file {}")),
                        console.number(found.score.total, 2), console.number(found.score.worth, 2),
                        console.number(found.score.drivingMinutesYear), console.number(plan.score.bound, 2)));
    }

    std::string m_scenario;
    std::string m_plan;
};

} // namespace

std::unique_ptr<Command> makeVerify() {
    return std::make_unique<VerifyCommand>();
}

} // namespace medicobus::cli
