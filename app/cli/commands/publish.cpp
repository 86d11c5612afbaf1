// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/inputs.h"
#include "plan/plan_json.h"
#include "plan/scenario_json.h"
#include "plan/verify.h"
#include "platform/clock/system_clock.h"
#include "publish/site.h"

#include <fmt/format.h>

#include <filesystem>

namespace medicobus::cli {
namespace {

/// `publish SCENARIO PLAN -o DIR`: pages and feeds of a lawful plan.
class PublishCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand("publish", text("Écrit les pages et les calendriers publics",
                                                               "Write the public pages and feeds"));
        command->add_option("SCENARIO", m_scenario, text("Fichier du scénario", "File of the scenario"))
            ->required();
        command->add_option("PLAN", m_plan, text("Fichier du plan", "File of the plan"))->required();
        command->add_option("-o,--output", m_output, text("Dossier des pages", "Folder of the pages"))
            ->required();
        command
            ->add_option("--from", m_from,
                         text("Premier jour\u00a0; la semaine 1 du cycle est la sienne",
                              "First day; week 1 of the cycle is its week"))
            ->required();
        command->add_option("--weeks", m_weeks, text("Nombre de semaines", "Number of weeks"))
            ->check(CLI::Range(1, 104))
            ->capture_default_str();
        command->add_option("--name", m_name, text("Nom du service", "Name of the service"));
        command->add_option("--organiser", m_organiser, text("Organisme responsable", "Body in charge"));
        command->add_option("--phone", m_booking.phone,
                            text("Téléphone des rendez-vous, +33…", "Phone for appointments, +33…"));
        command->add_option("--hours", m_booking.hours,
                            text("Heures du téléphone, en français", "Hours of the phone, in French"));
        command->add_option(
            "--base", m_links.base,
            text("Adresse où seront les pages, finissant par /", "Address of the pages, ending with /"));
        command->add_option("--mail", m_links.mail,
                            text("Adresse électronique publique", "Public e-mail address"));
        return command;
    }

    Exit run(const Console& console) override {
        const auto from = parseDate(m_from);
        const auto scenario = plan::readScenario(m_scenario);
        const auto plan = plan::readPlan(m_plan);
        if (!from || !scenario || !plan) {
            return console.fail(!from ? from.error() : !scenario ? scenario.error() : plan.error());
        }
        // A programme is a public promise: a plan that breaks a rule is not made one.
        const plan::Verification found = plan::verify(*scenario, *plan);
        if (!found.broken.empty()) {
            for (const plan::BrokenRule& rule : found.broken) {
                console.note(words::sentenceOf(rule, console.language).text());
            }
            console.fail(Error(codes::cliPlanUnlawful).with("file", m_plan));
            return Exit::Found;
        }
        const Date until = *from + date::weeks(m_weeks) - date::days(1);
        const platform::SystemClock clock;
        const auto files = publish::publishAll(programme(*scenario, *plan, *from, clock), *from, until,
                                               clock.now(), m_links);
        if (!files) {
            return console.fail(files.error());
        }
        if (const auto written = publish::writeSite(m_output, *files); !written) {
            return console.fail(written.error());
        }
        tell(console, *files);
        return Exit::Done;
    }

private:
    plan::Programme programme(const plan::Scenario& scenario, const plan::Plan& plan, Date from,
                              const Clock& clock) const {
        plan::Programme made = plan::publishable(scenario, plan, from);
        made.version = Uuid::v7(clock.now(), systemEntropy()).text();
        if (!m_name.empty()) {
            made.name = m_name;
        }
        if (!m_organiser.empty()) {
            made.organiser = m_organiser;
        }
        if (!m_booking.phone.empty()) {
            made.booking = m_booking;
        }
        return made;
    }

    void tell(const Console& console, const std::vector<publish::PublishedFile>& files) const {
        if (console.isJson) {
            OrderedJson paths = OrderedJson::array();
            for (const publish::PublishedFile& file : files) {
                paths.push_back(file.path);
            }
            console.answer({{"folder", m_output}, {"files", paths}});
            return;
        }
        console.say(fmt::format(
            fmt::runtime(console.pick("{} fichiers écrits\u00a0; ouvrez {}", "{} files written; open {}")),
            files.size(), (std::filesystem::path(m_output) / "index.html").string()));
    }

    std::string m_scenario;
    std::string m_plan;
    std::string m_output;
    std::string m_from;
    int m_weeks = 12;
    std::string m_name;
    std::string m_organiser;
    plan::Booking m_booking;
    publish::PublicLinks m_links;
};

} // namespace

std::unique_ptr<Command> makePublish() {
    return std::make_unique<PublishCommand>();
}

} // namespace medicobus::cli
