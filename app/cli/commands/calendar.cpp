// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/plan_report.h"
#include "cli/table.h"
#include "plan/plan_json.h"
#include "plan/programme.h"
#include "plan/scenario_json.h"
#include "words/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace medicobus::cli {
namespace {

using Status = plan::Occurrence::Status;

std::string_view codeOf(Status status) {
    constexpr std::array<std::string_view, 4> codes{"planned", "to_confirm", "moved", "cancelled"};
    return codes[static_cast<std::size_t>(status)];
}

std::string statusWords(const Console& console, const plan::Occurrence& passage) {
    constexpr std::array<std::string_view, 4> french{"prévu", "à confirmer", "déplacé", "annulé"};
    constexpr std::array<std::string_view, 4> english{"planned", "to confirm", "moved", "cancelled"};
    const auto at = static_cast<std::size_t>(passage.status);
    std::string words(console.pick(french[at], english[at]));
    if (passage.status == Status::Moved) {
        words += fmt::format(fmt::runtime(console.pick(" du {}", " from {}")),
                             words::dateAndTime(passage.id.originalStart, console.language));
    }
    if (!passage.reason.empty()) {
        words += fmt::format(" ({})", passage.reason);
    }
    return words;
}

/// The shortest cycle, of those that planning allows, in which the weeks of every series come round evenly.
/// A plan without its scenario does not say its length.
int likelyCycle(const plan::Plan& plan) {
    constexpr int longest = 4;
    int atLeast = 1;
    for (const plan::Series& series : plan.series) {
        for (const int week : series.weeks) {
            atLeast = std::max(atLeast, week + 1);
        }
    }
    for (int cycle = atLeast; cycle <= longest; ++cycle) {
        const bool isEven =
            std::all_of(plan.series.begin(), plan.series.end(), [&](const plan::Series& series) {
                return plan::recurrenceOf(series, cycle).has_value();
            });
        if (isEven) {
            return cycle;
        }
    }
    return atLeast;
}

/// What a plan tells by itself: its series at places known by their id alone.
plan::Programme bareProgramme(const plan::Plan& plan, Date from) {
    plan::Programme programme;
    programme.firstMonday = mondayOf(from);
    programme.cycleWeeks = likelyCycle(plan);
    programme.series = plan.series;
    programme.tours = plan.tours;
    std::set<plan::SiteKey> sites;
    for (const plan::Series& series : plan.series) {
        if (sites.insert(series.site).second) {
            plan::Site site;
            site.id = series.site;
            programme.sites.push_back(std::move(site));
        }
    }
    return programme;
}

/// `calendar PLAN --from DATE --weeks N`: dated passages after holidays, closures and moves.
class CalendarCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand(
            "calendar", text("Donne les passages datés d'un plan", "Give the dated passages of a plan"));
        command->add_option("PLAN", m_plan, text("Fichier du plan", "File of the plan"))->required();
        command
            ->add_option("--from", m_from,
                         text("Premier jour\u00a0; la semaine 1 du cycle est la sienne",
                              "First day; week 1 of the cycle is its week"))
            ->required();
        command->add_option("--weeks", m_weeks, text("Nombre de semaines", "Number of weeks"))
            ->check(CLI::Range(1, 104))
            ->capture_default_str();
        command->add_option("--scenario", m_scenario,
                            text("Scénario du plan, pour le nom des lieux et la longueur du cycle",
                                 "Scenario of the plan, for names of places and the length of the cycle"));
        command->add_option(
            "--close", m_closures,
            text("Fermeture\u00a0: LIEU=2027-07-01..2027-07-14", "Closure: SITE=2027-07-01..2027-07-14"));
        command->add_option("--move", m_moves,
                            text("Déplacement\u00a0: SERIE@2027-03-02T09:00=2027-03-03T14:00",
                                 "Move: SERIES@2027-03-02T09:00=2027-03-03T14:00"));
        return command;
    }

    Exit run(const Console& console) override {
        const auto from = parseDate(m_from);
        if (!from) {
            return console.fail(from.error());
        }
        auto programme = load(*from);
        if (!programme) {
            return console.fail(programme.error());
        }
        if (const auto changed = change(*programme); !changed) {
            return console.fail(changed.error());
        }
        if (m_scenario.empty() && !console.isJson) {
            console.note(
                fmt::format(fmt::runtime(console.pick(
                                "Cycle de {} semaines d'après les séries\u00a0; --scenario le dit avec "
                                "certitude, et nomme les lieux.",
                                "Cycle of {} weeks by the series; --scenario tells it for sure, and "
                                "names the places.")),
                            programme->cycleWeeks));
        }
        const auto passages =
            plan::occurrences(*programme, *from, *from + date::weeks(m_weeks) - date::days(1));
        if (console.isJson) {
            console.answer(toJson(*programme, passages));
        } else {
            tell(console, *programme, passages);
        }
        return Exit::Done;
    }

private:
    Result<plan::Programme> load(Date from) const {
        const auto plan = plan::readPlan(m_plan);
        if (!plan) {
            return Fault(plan.error());
        }
        if (m_scenario.empty()) {
            return bareProgramme(*plan, from);
        }
        const auto scenario = plan::readScenario(m_scenario);
        if (!scenario) {
            return Fault(scenario.error());
        }
        return plan::publishable(*scenario, *plan, from);
    }

    Result<void> change(plan::Programme& programme) const {
        for (const std::string& text : m_closures) {
            const auto closure = parseClosure(text);
            if (!closure) {
                return Fault(closure.error());
            }
            if (programme.findSite(closure->site) == nullptr) {
                return fault(plan::codes::scenarioUnknownSite, {{"value", closure->site.value}});
            }
            programme.closures.push_back(*closure);
        }
        for (const std::string& text : m_moves) {
            auto move = parseMove(text);
            if (!move) {
                return Fault(move.error());
            }
            const plan::Series* series = programme.findSeries(move->occurrence.series);
            const Date day = dateOf(move->occurrence.originalStart);
            const auto dates = series ? plan::datesOf(programme, *series, day, day) : std::vector<Date>();
            if (dates.empty() || timeOf(move->occurrence.originalStart) != series->start) {
                return fault(codes::cliNoPassage, {{"value", move->occurrence.text()}});
            }
            move->end = move->start + (series->end - series->start);
            programme.overrides.push_back(*move);
        }
        return {};
    }

    static OrderedJson toJson(const plan::Programme& programme,
                              const std::vector<plan::Occurrence>& passages) {
        OrderedJson list = OrderedJson::array();
        for (const plan::Occurrence& passage : passages) {
            const plan::Site* site = programme.findSite(passage.site);
            list.push_back({{"id", passage.id.text()},
                            {"bus", passage.bus.value},
                            {"site", passage.site.value},
                            {"place", site ? placeName(*site) : passage.site.value},
                            {"session", passage.session.value},
                            {"start", formatLocal(passage.start)},
                            {"end", formatLocal(passage.end)},
                            {"status", codeOf(passage.status)},
                            {"reason", passage.reason},
                            {"sequence", passage.sequence}});
        }
        return {{"cycle_weeks", programme.cycleWeeks},
                {"first_monday", formatDate(programme.firstMonday)},
                {"passages", list}};
    }

    static void tell(const Console& console, const plan::Programme& programme,
                     const std::vector<plan::Occurrence>& passages) {
        Table table({{std::string(console.pick("Jour", "Day"))},
                     {std::string(console.pick("Heures", "Hours"))},
                     {"Bus"},
                     {std::string(console.pick("Lieu", "Place"))},
                     {std::string(console.pick("Passage", "Passage"))},
                     {std::string(console.pick("État", "State"))}});
        for (const plan::Occurrence& passage : passages) {
            const plan::Site* site = programme.findSite(passage.site);
            table.add({words::longDate(dateOf(passage.start), console.language),
                       fmt::format("{} – {}", words::timeOfDay(timeOf(passage.start), console.language),
                                   words::timeOfDay(timeOf(passage.end), console.language)),
                       passage.bus.value, site ? placeName(*site) : passage.site.value, passage.id.text(),
                       statusWords(console, passage)});
        }
        console.say(table.text());
    }

    std::string m_plan;
    std::string m_from;
    int m_weeks = 4;
    std::string m_scenario;
    std::vector<std::string> m_closures;
    std::vector<std::string> m_moves;
};

} // namespace

std::unique_ptr<Command> makeCalendar() {
    return std::make_unique<CalendarCommand>();
}

} // namespace medicobus::cli
