// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/explain.h"
#include "base/text/fold.h"
#include "cli/command.h"
#include "plan/json/reason_json.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "words/reasons.h"

#include <fmt/format.h>

#include <functional>

namespace medicobus::cli {
namespace {

/// `explain SCENARIO PLAN`: why, why not, and what would change it.
class ExplainCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand(
            "explain",
            text("Dit pourquoi ce lieu, pourquoi pas celui-là, et ce qui y changerait quelque chose",
                 "Say why this site, why not that one, and what would change it"));
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        command->add_option("PLAN", m_plan, text("Fichier du plan", "File of the plan"))->required();
        auto* site = command->add_option(
            "--site", m_site, text("Un seul lieu, choisi ou non", "One site alone, chosen or not"));
        auto* commune = command->add_option("--commune", m_commune,
                                            text("Une seule commune, par son nom ou son code INSEE",
                                                 "One commune alone, by its name or its INSEE code"));
        auto* since = command->add_option("--since", m_since,
                                          text("Un plan plus ancien\u00a0: dit ce qui a changé et pourquoi",
                                               "An older plan: say what changed and why"));
        command
            ->add_option("--since-scenario", m_sinceScenario,
                         text("Le scénario du plan plus ancien, s'il était autre",
                              "The scenario of the older plan, if it was another"))
            ->needs(since);
        site->excludes(commune)->excludes(since);
        commune->excludes(since);
        command->add_flag("--check", m_isCheck,
                          text("Recalcule chaque affirmation, et celles que le plan porte",
                               "Compute every statement again, and those that the plan carries"));
        return command;
    }

    Exit run(const Console& console) override {
        const auto scenario = plan::readScenario(m_scenario);
        if (!scenario) {
            return console.fail(scenario.error());
        }
        const auto plan = plan::readPlan(m_plan);
        if (!plan) {
            return console.fail(plan.error());
        }
        return m_since.empty() ? explainOne(console, {*scenario, *plan})
                               : explainSince(console, {*scenario, *plan});
    }

private:
    using Reasons = std::vector<plan::Reason>;
    using Check = std::function<Result<planner::Recheck>(const plan::Reason&)>;

    Exit explainOne(const Console& console, const planner::PlanOf& of) const {
        auto reasons = answer(of);
        if (!reasons) {
            return console.fail(reasons.error());
        }
        const words::ReasonNames names{of.scenario, of.plan};
        const Check check = [&](const plan::Reason& reason) {
            return planner::recheck(of.scenario, of.plan, reason);
        };
        return tell(console, names, *reasons, of.plan.explanation, check);
    }

    Exit explainSince(const Console& console, const planner::PlanOf& after) const {
        const auto oldPlan = plan::readPlan(m_since);
        if (!oldPlan) {
            return console.fail(oldPlan.error());
        }
        auto oldScenario = m_sinceScenario.empty() ? Result<plan::Scenario>(after.scenario)
                                                   : plan::readScenario(m_sinceScenario);
        if (!oldScenario) {
            return console.fail(oldScenario.error());
        }
        const planner::PlanOf before{*oldScenario, *oldPlan};
        const auto reasons = planner::explainChanges(before, after);
        if (!reasons) {
            return console.fail(reasons.error());
        }
        const words::ReasonNames names{after.scenario, after.plan, &before.scenario, &before.plan};
        const Check check = [&](const plan::Reason& reason) {
            return planner::recheckChange(before, after, reason);
        };
        return tell(console, names, *reasons, {}, check);
    }

    Result<Reasons> answer(const planner::PlanOf& of) const {
        if (!m_site.empty()) {
            return planner::explainSite(of.scenario, of.plan, {m_site}, true);
        }
        if (!m_commune.empty()) {
            return planner::explainCommune(of.scenario, of.plan, communeCalled(of.scenario, m_commune));
        }
        return planner::explain(of.scenario, of.plan);
    }

    /// By its INSEE code or, whatever its accents and capitals, by its name.
    static territory::InseeCode communeCalled(const plan::Scenario& scenario, const std::string& called) {
        for (const territory::Commune& commune : scenario.territory.communes) {
            if (commune.insee.value != called && foldForSearch(commune.name) == foldForSearch(called)) {
                return commune.insee;
            }
        }
        return {called};
    }

    Exit tell(const Console& console, const words::ReasonNames& names, const Reasons& reasons,
              const Reasons& carried, const Check& check) const {
        Reasons wrong;
        for (const Reasons* list : {&reasons, &carried}) {
            for (const plan::Reason& reason : *list) {
                const auto found = m_isCheck ? check(reason) : planner::Recheck{};
                if (!found) {
                    return console.fail(found.error());
                }
                if (!found->holds()) {
                    wrong.push_back(reason);
                }
            }
        }
        if (console.isJson) {
            answerJson(console, names, reasons, wrong);
        } else {
            tellPeople(console, names, reasons);
            tellCheck(console, names, reasons.size() + carried.size(), wrong);
        }
        return wrong.empty() ? Exit::Done : Exit::Found;
    }

    static OrderedJson jsonOf(const words::ReasonNames& names, const plan::Reason& reason,
                              words::Language language) {
        OrderedJson json = plan::reasonJson(reason);
        json["text"] = words::reasonText(reason, names, language);
        for (std::size_t i = 0; i < reason.remedies.size(); ++i) {
            json["remedies"][i]["text"] = words::remedyText(reason.remedies[i], names, language);
        }
        return json;
    }

    void answerJson(const Console& console, const words::ReasonNames& names, const Reasons& reasons,
                    const Reasons& wrong) const {
        const auto list = [&](const Reasons& all) {
            OrderedJson json = OrderedJson::array();
            for (const plan::Reason& reason : all) {
                json.push_back(jsonOf(names, reason, console.language));
            }
            return json;
        };
        OrderedJson json{{"reasons", list(reasons)}};
        if (m_isCheck) {
            json["holds"] = wrong.empty();
            json["wrong"] = list(wrong);
        }
        console.answer(json);
    }

    static void tellPeople(const Console& console, const words::ReasonNames& names, const Reasons& reasons) {
        if (reasons.empty()) {
            console.say(console.pick("Cette commune n'est pas sous-dotée\u00a0: il n'y a rien à expliquer.",
                                     "This commune is not under-served: there is nothing to explain."));
            return;
        }
        console.say(words::valueExplained(console.language));
        for (const plan::Reason& reason : reasons) {
            // Whom a site serves stands under the site.
            const bool isDetail = reason.code == plan::reasons::siteServes;
            if (!isDetail) {
                console.say();
            }
            console.say(fmt::format("{}{}", isDetail ? "  - " : "",
                                    words::reasonText(reason, names, console.language)));
            for (const plan::Remedy& remedy : reason.remedies) {
                console.say(fmt::format("  → {}", words::remedyText(remedy, names, console.language)));
            }
        }
    }

    void tellCheck(const Console& console, const words::ReasonNames& names, std::size_t count,
                   const Reasons& wrong) const {
        if (!m_isCheck) {
            return;
        }
        console.say();
        console.say(fmt::format(fmt::runtime(console.pick("{} affirmations recalculées, {} fausses.",
                                                          "{} statements computed again, {} wrong.")),
                                count, wrong.size()));
        for (const plan::Reason& reason : wrong) {
            console.say(fmt::format("  ✗ {}", words::reasonText(reason, names, console.language)));
        }
    }

    std::string m_scenario;
    std::string m_plan;
    std::string m_site;
    std::string m_commune;
    std::string m_since;
    std::string m_sinceScenario;
    bool m_isCheck = false;
};

} // namespace

std::unique_ptr<Command> makeExplain() {
    return std::make_unique<ExplainCommand>();
}

} // namespace medicobus::cli
