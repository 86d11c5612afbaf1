// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/plan_report.h"
#include "cli/table.h"
#include "clinic/desk.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "planner/adapt/accept.h"
#include "platform/clock/system_clock.h"
#include "words/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace medicobus::cli {
namespace {

using planner::Advice;
using planner::Attendance;
using planner::Confidence;
using planner::Proposal;

constexpr std::array<std::string_view, 6> adviceCodes{"longer",     "more_often", "shorter",
                                                      "less_often", "merge",      "release"};

/// What the journal holds of one passage, added to its series.
Result<void> add(const clinic::Desk& desk, const plan::Occurrence& passage, Attendance& sum) {
    const auto counts = desk.counts(passage.id);
    const auto appointments = desk.openAppointments(passage.id);
    if (!counts || !appointments) {
        return Fault(counts ? appointments.error() : counts.error());
    }
    ++sum.sessions;
    sum.slots += counts->slots;
    sum.booked += counts->booked;
    sum.seen += counts->seen;
    sum.absent += counts->absent;
    for (const clinic::Appointment& each : *appointments) {
        const bool isRefused = each.cause == clinic::CancelCause::LeftUnseen;
        sum.refused += isRefused ? 1 : 0;
        sum.walkIns += each.isWalkIn() && !isRefused && each.seenAt ? 1 : 0;
    }
    return {};
}

/// `adapt SCENARIO PLAN JOURNAL`: what the recorded attendance suggests, and a new version with what a
/// person accepts.
class AdaptCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command =
            app.add_subcommand("adapt", text("Propose des ajustements d'après la fréquentation",
                                             "Suggest changes from the recorded attendance"));
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        command->add_option("PLAN", m_plan, text("Plan en vigueur", "Plan in force"))->required();
        command->add_option("JOURNAL", m_journal, text("Journal d'un appareil", "Journal of a device"))
            ->required();
        command->add_option("--from", m_from, text("Premier jour", "First day"))->required();
        command->add_option("--to", m_to, text("Dernier jour", "Last day"))->required();
        command->add_option(
            "--accept", m_accepted,
            text("Série dont la proposition est acceptée", "Series whose proposal is accepted"));
        auto* output = command->add_option("-o,--output", m_output,
                                           text("Fichier de la nouvelle version", "File of the new version"));
        auto* scenario =
            command->add_option("--scenario-output", m_scenarioOutput,
                                text("Scénario de la nouvelle version", "Scenario of the new version"));
        command->get_option("--accept")->needs(output)->needs(scenario);
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
        const auto attendance = read(*plan);
        if (!attendance) {
            return console.fail(attendance.error());
        }
        const auto adaptation = planner::adapt(*scenario, *plan, *attendance);
        if (!adaptation) {
            return console.fail(adaptation.error());
        }
        tell(console, *scenario, *plan, *adaptation);
        if (m_accepted.empty()) {
            return Exit::Done;
        }
        if (const auto written = accept(*scenario, *plan, *adaptation); !written) {
            return console.fail(written.error());
        }
        return Exit::Done;
    }

private:
    Result<std::vector<Attendance>> read(const plan::Plan& plan) const {
        const auto from = parseDate(m_from);
        const auto to = parseDate(m_to);
        if (!from || !to) {
            return Fault(from ? to.error() : from.error());
        }
        const auto desk = clinic::Desk::open(m_journal, m_clock, systemEntropy(), "adapt",
                                             {.ifMissing = journal::OpenOptions::IfMissing::Refuse});
        if (!desk) {
            return Fault(desk.error());
        }
        std::map<plan::SeriesKey, Attendance> sums;
        for (const plan::Occurrence& passage : desk->occurrences(*from, *to)) {
            const bool isHeld =
                passage.status != plan::Occurrence::Status::Cancelled && passage.end <= desk->now();
            if (!isHeld || !plan.findSeries(passage.id.series)) {
                continue;
            }
            Attendance& sum = sums[passage.id.series];
            sum.series = passage.id.series;
            if (const auto added = add(*desk, passage, sum); !added) {
                return Fault(added.error());
            }
        }
        std::vector<Attendance> out;
        for (auto& [key, sum] : sums) {
            out.push_back(std::move(sum));
        }
        return out;
    }

    Result<void> accept(const plan::Scenario& scenario, const plan::Plan& plan,
                        const planner::Adaptation& adaptation) const {
        std::vector<Proposal> chosen;
        for (const std::string& key : m_accepted) {
            const auto at = std::ranges::find(adaptation.proposals, plan::SeriesKey{key}, &Proposal::series);
            if (at == adaptation.proposals.end()) {
                return fault(planner::codes::adaptNoChange, {{"value", key}});
            }
            chosen.push_back(*at);
        }
        const auto next = planner::accept(scenario, plan, chosen);
        if (!next) {
            return Fault(next.error());
        }
        if (const auto written = plan::writeScenario(m_scenarioOutput, next->scenario); !written) {
            return written;
        }
        return plan::writePlan(m_output, next->plan);
    }

    static std::string adviceWords(const Console& console, const Proposal& proposal) {
        const auto slots = proposal.slots.value_or(0);
        switch (proposal.advice) {
        case Advice::Longer:
            return fmt::format(fmt::runtime(console.pick("allonger à {} créneaux", "lengthen to {} slots")),
                               slots);
        case Advice::Shorter:
            return fmt::format(fmt::runtime(console.pick("raccourcir à {} créneaux", "shorten to {} slots")),
                               slots);
        case Advice::MoreOften:
            return std::string(proposal.weeks.empty()
                                   ? console.pick("ajouter une demi-journée", "add a half-day")
                                   : console.pick("venir deux fois plus souvent", "come twice as often"));
        case Advice::LessOften:
            return std::string(console.pick("venir deux fois moins souvent", "come half as often"));
        case Advice::Merge:
            return fmt::format(fmt::runtime(console.pick("réunir avec {}", "merge with {}")),
                               proposal.with ? proposal.with->value : std::string());
        case Advice::Release:
            return std::string(console.pick("libérer", "release"));
        }
        return {};
    }

    static std::string confidenceWords(const Console& console, const Proposal& proposal) {
        const bool isSure = proposal.confidence == Confidence::Sure;
        return fmt::format("{} ({}\u00a0%)",
                           isSure ? console.pick("presque sûr", "nearly sure")
                                  : console.pick("probable", "likely"),
                           console.number(100 * proposal.probability));
    }

    static void tell(const Console& console, const plan::Scenario& scenario, const plan::Plan& plan,
                     const planner::Adaptation& adaptation) {
        if (console.isJson) {
            console.answer(toJson(adaptation));
            return;
        }
        const auto title = [&](std::string_view french, std::string_view english,
                               Table::Side side = Table::Side::Left) {
            return Table::Column{std::string(console.pick(french, english)), side};
        };
        Table table({title("Série", "Series"), title("Lieu", "Place"), title("Proposition", "Proposal"),
                     title("Passages", "Sessions", Table::Side::Right),
                     title("Créneaux", "Slots", Table::Side::Right),
                     title("Personnes par passage", "People a session"), title("Confiance", "Confidence")});
        for (const Proposal& proposal : adaptation.proposals) {
            const plan::Series* series = plan.findSeries(proposal.series);
            const plan::Site* site = series ? scenario.findSite(series->site) : nullptr;
            table.add(
                {proposal.series.value, site ? placeName(*site) : std::string(),
                 adviceWords(console, proposal), console.number(proposal.attendance.sessions),
                 console.number(proposal.slotsPerSession),
                 fmt::format(fmt::runtime(console.pick("{} (entre {} et {})", "{} (between {} and {})")),
                             console.number(proposal.wantedPerSession, 1),
                             console.number(proposal.wantedLow, 1), console.number(proposal.wantedHigh, 1)),
                 confidenceWords(console, proposal)});
        }
        if (table.isEmpty()) {
            console.say(console.pick("Rien à changer d'après ce qui est enregistré.",
                                     "Nothing to change by what is recorded."));
        } else {
            console.say(table.text());
        }
        if (!adaptation.undecided.empty()) {
            console.say(fmt::format(
                fmt::runtime(console.pick("Trop peu de passages pour se prononcer\u00a0: {} séries.",
                                          "Too few sessions to tell: {} series.")),
                adaptation.undecided.size()));
        }
        console.say(console.pick("Rien ne change tant que personne n'accepte (--accept SERIE).",
                                 "Nothing changes until a person accepts (--accept SERIES)."));
    }

    static OrderedJson toJson(const planner::Adaptation& adaptation) {
        OrderedJson proposals = OrderedJson::array();
        for (const Proposal& proposal : adaptation.proposals) {
            const Attendance& counts = proposal.attendance;
            OrderedJson one{{"series", proposal.series.value},
                            {"advice", adviceCodes[static_cast<std::size_t>(proposal.advice)]},
                            {"sessions", counts.sessions},
                            {"slots", counts.slots},
                            {"booked", counts.booked},
                            {"seen", counts.seen},
                            {"absent", counts.absent},
                            {"walk_ins", counts.walkIns},
                            {"refused", counts.refused},
                            {"wanted_per_session", proposal.wantedPerSession},
                            {"wanted_low", proposal.wantedLow},
                            {"wanted_high", proposal.wantedHigh},
                            {"probability", proposal.probability},
                            {"confidence", proposal.confidence == Confidence::Sure ? "sure" : "likely"}};
            if (proposal.slots) {
                one["proposed_slots"] = *proposal.slots;
            }
            if (!proposal.weeks.empty()) {
                one["proposed_weeks"] = proposal.weeks;
            }
            if (proposal.with) {
                one["with"] = proposal.with->value;
            }
            proposals.push_back(std::move(one));
        }
        OrderedJson undecided = OrderedJson::array();
        for (const planner::Undecided& one : adaptation.undecided) {
            undecided.push_back({{"series", one.series.value},
                                 {"sessions", one.attendance.sessions},
                                 {"wanted_low", one.wantedLow},
                                 {"wanted_high", one.wantedHigh}});
        }
        return {{"proposals", proposals}, {"undecided", undecided}};
    }

    std::string m_scenario;
    std::string m_plan;
    std::string m_journal;
    std::string m_from;
    std::string m_to;
    std::vector<std::string> m_accepted;
    std::string m_output;
    std::string m_scenarioOutput;
    platform::SystemClock m_clock;
};

} // namespace

std::unique_ptr<Command> makeAdapt() {
    return std::make_unique<AdaptCommand>();
}

} // namespace medicobus::cli
