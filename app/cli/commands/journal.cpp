// SPDX-License-Identifier: EUPL-1.2
#include "journal/journal.h"
#include "cli/command.h"
#include "clinic/store/projection.h"
#include "platform/clock/system_clock.h"

#include <fmt/format.h>

#include <memory>

namespace medicobus::cli {
namespace {

/// `journal verify | backup | restore | rebuild`: the care of a device's store.
class JournalCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* group = app.add_subcommand(
            "journal", text("Soigne le journal d'un appareil", "Care for a device's journal"));
        group->require_subcommand(1);
        const auto add = [&](const char* name, std::string help) {
            CLI::App* command = group->add_subcommand(name, std::move(help));
            command->add_option("FILE", m_file, text("Fichier du journal", "File of the journal"))
                ->required();
            return command;
        };
        m_verify = add("verify", text("Vérifie tout ce qui est enregistré", "Check everything stored"));
        m_backup = add("backup", text("Copie le journal entier", "Copy the whole journal"));
        m_backup->add_option("-o,--output", m_other, text("Fichier de la copie", "File of the copy"))
            ->required();
        m_restore = add("restore", text("Remet une sauvegarde en place", "Put a backup back"));
        m_restore->add_option("--from", m_other, text("Fichier de la sauvegarde", "File of the backup"))
            ->required();
        m_restore->add_flag(
            "--set-aside", m_isSetAside,
            text("Mettre de côté un journal qui en sait davantage", "Keep aside a journal that knows more"));
        m_rebuild = add("rebuild", text("Refait les tables à partir des opérations",
                                        "Make the tables again from the operations"));
        return group;
    }

    Exit run(const Console& console) override {
        if (m_restore->parsed()) {
            return restore(console);
        }
        auto opened = journal::Journal::open(m_file, m_clock, systemEntropy(),
                                             {std::make_shared<const clinic::ClinicProjection>()},
                                             {.ifMissing = journal::OpenOptions::IfMissing::Refuse});
        if (!opened) {
            return console.fail(opened.error());
        }
        if (m_verify->parsed()) {
            return verify(console, **opened);
        }
        return m_backup->parsed() ? backup(console, **opened) : rebuild(console, **opened);
    }

private:
    Exit verify(const Console& console, const journal::Journal& journal) const {
        const auto report = journal.verify();
        if (!report) {
            return console.fail(report.error());
        }
        if (console.isJson) {
            OrderedJson faults = OrderedJson::array();
            for (const Error& fault : report->faults) {
                faults.push_back(jsonOf(fault, console.language));
            }
            console.answer({{"clean", report->isClean()},
                            {"operations", report->operations},
                            {"devices", report->devices},
                            {"rows", report->rows},
                            {"cut", report->isCut},
                            {"faults", faults}});
        } else {
            for (const Error& fault : report->faults) {
                console.say(fmt::format("✗ {}", words::sentenceOf(fault, console.language).text()));
            }
            console.say(fmt::format(
                fmt::runtime(
                    console.pick("{} opérations de {} appareils, {} lignes comparées\u00a0: {} fautes{}",
                                 "{} operations of {} devices, {} rows compared: {} faults{}")),
                report->operations, report->devices, report->rows, report->faults.size(),
                report->isCut ? console.pick(" montrées, il y en a d'autres", " shown, there are more")
                              : ""));
        }
        return report->isClean() ? Exit::Done : Exit::Found;
    }

    Exit backup(const Console& console, const journal::Journal& journal) const {
        if (const auto copied = journal.backup(m_other); !copied) {
            return console.fail(copied.error());
        }
        return done(console, "Copie écrite\u00a0: {}", "Copy written: {}", m_other);
    }

    Exit rebuild(const Console& console, journal::Journal& journal) const {
        if (const auto rebuilt = journal.rebuild(); !rebuilt) {
            return console.fail(rebuilt.error());
        }
        return done(console, "Tables refaites\u00a0: {}", "Tables made again: {}", m_file);
    }

    Exit restore(const Console& console) const {
        const auto restored =
            journal::Journal::restore(m_other, m_file, m_clock, systemEntropy(),
                                      m_isSetAside ? journal::IfNewer::SetAside : journal::IfNewer::Refuse);
        if (!restored) {
            return console.fail(restored.error());
        }
        return done(console, "Sauvegarde remise en place\u00a0: {}", "Backup put back: {}", m_file);
    }

    static Exit done(const Console& console, std::string_view french, std::string_view english,
                     const std::string& file) {
        if (console.isJson) {
            console.answer({{"file", file}});
        } else {
            console.say(fmt::format(fmt::runtime(console.pick(french, english)), file));
        }
        return Exit::Done;
    }

    platform::SystemClock m_clock;
    std::string m_file;
    std::string m_other;
    bool m_isSetAside = false;
    CLI::App* m_verify = nullptr;
    CLI::App* m_backup = nullptr;
    CLI::App* m_restore = nullptr;
    CLI::App* m_rebuild = nullptr;
};

} // namespace

std::unique_ptr<Command> makeJournal() {
    return std::make_unique<JournalCommand>();
}

} // namespace medicobus::cli
