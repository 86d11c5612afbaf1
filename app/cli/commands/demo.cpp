// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/demo/patients.h"
#include "cli/demo/story.h"
#include "cli/inputs.h"
#include "cli/plan_report.h"
#include "cli/progress.h"
#include "plan/plan_json.h"
#include "plan/programme_json.h"
#include "plan/scenario_json.h"
#include "plan/verify.h"
#include "planner/planner.h"
#include "platform/clock/system_boot_clock.h"
#include "platform/clock/system_clock.h"
#include "publish/site.h"
#include "territory/admidep.h"
#include "words/format.h"

#include <fmt/format.h>

#include <filesystem>

namespace medicobus::cli {
namespace {

namespace fs = std::filesystem;

/// `demo -o DIR`: the whole story on the embedded, fictional territory.
///
/// A store that an earlier demonstration left in the folder is kept as it is: its programme is the one that
/// is published again, and nobody is booked twice.
class DemoCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command =
            app.add_subcommand("demo", text("Raconte tout sur le département fictif Admidep",
                                            "Tell the whole story on the fictional département Admidep"));
        command->add_option("-o,--output", m_output, text("Dossier à remplir", "Folder to fill"));
        command->add_flag("--list-patients", m_isList,
                          text("Nommer seulement les patients fictifs, un par ligne",
                               "Only name the fictional patients, one a line"));
        command->add_option(
            "--today", m_today,
            text("Jour de l'histoire (aujourd'hui sinon)", "Day of the story (today otherwise)"));
        command->add_option("--seed", m_seed, text("Graine du plan", "Seed of the plan"))
            ->capture_default_str();
        return command;
    }

    Exit run(const Console& console) override {
        if (m_output.empty() && !m_isList) {
            return console.fail(Error(codes::cliUsage)
                                    .with("value", std::string(console.pick("Il manque -o DOSSIER.",
                                                                            "-o FOLDER is missing."))));
        }
        if (!m_output.empty()) {
            if (const Exit told = tellAllAndAnswer(console); told != Exit::Done) {
                return told;
            }
        }
        for (const FictionalPatient& patient : fictionalPatients()) {
            if (m_isList) {
                console.say(patient.fullName());
            }
        }
        return Exit::Done;
    }

private:
    Exit tellAllAndAnswer(const Console& console) {
        const auto told = tellAll(console);
        if (!told) {
            return console.fail(told.error());
        }
        if (console.isJson && !m_isList) {
            console.answer(m_answer);
        }
        return *told;
    }

    /// The list of names is the whole answer when it is asked for.
    bool isQuiet(const Console& console) const { return console.isJson || m_isList; }

    void say(const Console& console, std::string_view line = {}) const {
        if (!isQuiet(console)) {
            console.say(line);
        }
    }

    Result<LocalTime> storyNow() const {
        if (m_today.empty()) {
            return toParis(platform::SystemClock().now());
        }
        constexpr auto morning = std::chrono::minutes(7 * 60 + 30);
        return parseDate(m_today).map(
            [&](Date today) { return LocalTime(today.time_since_epoch() + morning); });
    }

    /// A scenario of the fictional territory was written by an earlier demonstration; any other is somebody's
    /// work, and so may be the plan beside it.
    static Result<void> expectOurs(const fs::path& file) {
        std::error_code failure;
        if (!fs::exists(file, failure)) {
            return {};
        }
        const auto scenario = plan::readScenario(file);
        if (!scenario || !scenario->territory.isFictional) {
            return fault(codes::cliFolderTaken, {{"file", file.string()}});
        }
        return {};
    }

    Result<Exit> tellAll(const Console& console) {
        const auto now = storyNow();
        if (!now) {
            return Fault(now.error());
        }
        auto scenario = plan::defaultScenario(territory::admidep());
        if (!scenario) {
            return Fault(scenario.error());
        }
        const fs::path folder = m_output;
        if (const auto ours = expectOurs(folder / "scenario.json"); !ours) {
            return Fault(ours.error());
        }
        if (const auto written = plan::writeScenario(folder / "scenario.json", *scenario); !written) {
            return Fault(written.error());
        }
        note(folder / "scenario.json");
        const auto made = makePlan(console, *scenario);
        if (!made) {
            return Fault(made.error());
        }
        if (const auto written = plan::writePlan(folder / "plan.json", *made); !written) {
            return Fault(written.error());
        }
        note(folder / "plan.json");
        const plan::Verification found = plan::verify(*scenario, *made);
        tellPlan(console, *scenario, *made, found);
        if (!found.holds()) {
            return Exit::Found;
        }
        const auto programme = live(console, *scenario, *made, *now);
        if (!programme) {
            return Fault(programme.error());
        }
        if (const auto published = publish(*programme, *now); !published) {
            return Fault(published.error());
        }
        tellFiles(console);
        return Exit::Done;
    }

    Result<plan::Plan> makePlan(const Console& console, const plan::Scenario& scenario) const {
        ProgressBar bar(console);
        planner::Options options;
        options.seed = m_seed;
        options.stop = console.stop;
        options.onProgress = [&](const planner::Progress& progress) {
            bar.show(progress.iterations > 0
                         ? static_cast<double>(progress.iteration) / static_cast<double>(progress.iterations)
                         : 0,
                     console.number(progress.best.total, 1));
        };
        return planner::makePlan(scenario, options);
    }

    void tellPlan(const Console& console, const plan::Scenario& scenario, const plan::Plan& made,
                  const plan::Verification& found) {
        const auto spreadsheet = planner::spreadsheetPlan(scenario);
        m_answer = figuresJson(made, found.dutyHoursYear, spreadsheet);
        m_answer["verified"] = found.holds();
        if (isQuiet(console)) {
            return;
        }
        say(console, console.pick("Admidep, département fictif\u00a0: le plan d'un bus sur quatre semaines",
                                  "Admidep, a fictional département: the plan of one bus over four weeks"));
        say(console);
        tellSeries(console, scenario, made);
        say(console);
        tellFigures(console, made, found.dutyHoursYear, spreadsheet);
        say(console);
        for (const plan::BrokenRule& rule : found.broken) {
            say(console, fmt::format("✗ {}", words::sentenceOf(rule, console.language).text()));
        }
        for (const plan::FigureMismatch& mismatch : found.mismatches) {
            say(console, fmt::format("✗ {}", words::sentenceOf(mismatch, console.language).text()));
        }
        if (found.holds()) {
            say(console,
                console.pick(
                    "Vérifié à part\u00a0: toutes les règles sont tenues, tous les chiffres se retrouvent.",
                    "Verified apart: every rule is kept, every figure is found again."));
        }
    }

    /// The programme that the tablet holds after the story; that of an earlier story when it is still there.
    Result<plan::Programme> live(const Console& console, const plan::Scenario& scenario,
                                 const plan::Plan& made, LocalTime now) {
        const fs::path store = fs::path(m_output) / "tablette.db";
        StoryClock story;
        if (const auto set = story.set(now - date::weeks(3)); !set) {
            return Fault(set.error());
        }
        auto desk = clinic::Desk::open(store, story, systemEntropy(), "demo-tablet");
        if (!desk) {
            return Fault(desk.error());
        }
        note(store);
        if (const auto kept = desk->programme()) {
            if (!kept->isFictional) {
                return fault(codes::cliFolderTaken, {{"file", store.string()}});
            }
            say(console, console.pick("La tablette de la démonstration précédente est gardée telle quelle.",
                                      "The tablet of the earlier demonstration is kept as it is."));
            m_answer["kept_store"] = true;
            return *kept;
        }
        const auto waiting = desk->waiting();
        if (!waiting || waiting->count > 0) {
            return fault(codes::cliFolderTaken, {{"file", store.string()}});
        }
        plan::Programme programme = plan::publishable(scenario, made, firstMondayOf(dateOf(now)));
        programme.version = Uuid::v7(story.now(), systemEntropy()).text();
        const auto done = meet(std::move(*desk), story, programme, now);
        if (!done) {
            return Fault(done.error());
        }
        tellStoryDone(console, programme, *done);
        return programme;
    }

    /// The story itself, with stores for its other devices and the hub beside the tablet's.
    Result<StoryDone> meet(clinic::Desk tablet, StoryClock& story, const plan::Programme& programme,
                           LocalTime now) {
        const fs::path folder = m_output;
        for (const char* name : {"coordination.db", "secretariat.db", "serveur.db"}) {
            std::error_code failure;
            if (fs::exists(folder / name, failure)) {
                return fault(codes::cliFolderTaken, {{"file", (folder / name).string()}});
            }
            note(folder / name);
        }
        auto hub = StoryHub::open(folder / "serveur.db", story);
        auto coordination =
            clinic::Desk::open(folder / "coordination.db", story, systemEntropy(), "demo-coordination");
        auto office = clinic::Desk::open(folder / "secretariat.db", story, systemEntropy(), "demo-office");
        if (!hub || !coordination || !office) {
            return Fault(!hub ? hub.error() : !coordination ? coordination.error() : office.error());
        }
        StoryDevice coordinator(std::move(*coordination));
        StoryDevice secretary(std::move(*office));
        StoryDevice bus(std::move(tablet));
        return tellStory({**hub, coordinator, secretary, bus}, story, platform::SystemBootClock(), programme,
                         now);
    }

    void tellStoryDone(const Console& console, const plan::Programme& programme, const StoryDone& done) {
        const auto place = [&](const plan::Occurrence& passage) {
            const plan::Site* site = programme.findSite(passage.site);
            return site ? placeName(*site) : passage.site.value;
        };
        m_answer["story"] = {{"passage", done.past.id.text()},  {"seen", done.counts.seen},
                             {"absent", done.counts.absent},    {"cancelled", done.counts.cancelled},
                             {"walk_ins", done.counts.walkIns}, {"visits", done.visits},
                             {"follow_ups", done.followUps},    {"booked_ahead", done.bookedAhead},
                             {"promised", done.promised},       {"asked", done.asked},
                             {"operations", done.operations}};
        say(console,
            fmt::format(
                fmt::runtime(console.pick(
                    "Secrétariat\u00a0: {} rendez-vous confirmés sans réseau dans sa part de créneaux, "
                    "{} demandés puis confirmés par le serveur.",
                    "Office: {} appointments confirmed without a network in its share of places, {} "
                    "asked for and then confirmed by the hub.")),
                done.promised, done.asked));
        say(console,
            fmt::format(
                fmt::runtime(console.pick(
                    "Tablette\u00a0: à {}, {}\u00a0: {} personnes vues dont {} sans rendez-vous, {} absente, "
                    "{} "
                    "annulé, {} suivis pris.",
                    "Tablet: at {}, {}: {} people seen of whom {} walked in, {} absent, {} cancelled, {} "
                    "follow-ups booked.")),
                place(done.past), words::longDate(dateOf(done.past.start), console.language),
                done.counts.seen, done.counts.walkIns, done.counts.absent, done.counts.cancelled,
                done.followUps));
        say(console, fmt::format(fmt::runtime(console.pick(
                                     "Échange\u00a0: la tablette et le secrétariat tiennent les mêmes {} "
                                     "opérations.",
                                     "Exchange: the tablet and the office hold the same {} operations.")),
                                 done.operations));
        for (const plan::Occurrence& passage : done.ahead) {
            say(console, fmt::format(fmt::runtime(console.pick("Rendez-vous pris pour {}, {}.",
                                                               "Appointments made for {}, {}.")),
                                     place(passage), words::dateAndTime(passage.start, console.language)));
        }
    }

    Result<void> publish(const plan::Programme& programme, LocalTime now) {
        const fs::path folder = fs::path(m_output) / "public";
        const auto stamp = toInstant(now);
        if (!stamp) {
            return Fault(stamp.error());
        }
        constexpr auto horizon = date::weeks(12);
        const auto files = publish::publishAll(programme, dateOf(now), dateOf(now) + horizon, *stamp);
        if (!files) {
            return Fault(files.error());
        }
        if (const auto written = publish::writeSite(folder, *files); !written) {
            return Fault(written.error());
        }
        m_pages = files->size();
        note(folder / "index.html");
        for (const publish::PublishedFile& file : *files) {
            if (file.path.ends_with(".ics")) {
                note(folder / file.path);
            }
        }
        return {};
    }

    void note(const fs::path& file) { m_files.push_back(file.string()); }

    void tellFiles(const Console& console) {
        m_answer["files"] = m_files;
        m_answer["public_files"] = m_pages;
        say(console);
        say(console,
            fmt::format(fmt::runtime(console.pick("Fichiers écrits ({} pages et calendriers publics)\u00a0:",
                                                  "Files written ({} public pages and feeds):")),
                        m_pages));
        for (const std::string& file : m_files) {
            say(console, "  " + file);
        }
    }

    std::string m_output;
    bool m_isList = false;
    std::string m_today;
    std::uint64_t m_seed = 1;
    std::size_t m_pages = 0;
    std::vector<std::string> m_files;
    OrderedJson m_answer;
};

} // namespace

std::unique_ptr<Command> makeDemo() {
    return std::make_unique<DemoCommand>();
}

} // namespace medicobus::cli
