// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "cli/bench/bench_report.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace medicobus::cli {
namespace {

namespace fs = std::filesystem;
using routing::instances::Entry;

/// A folder of instances, named as a person finds it below the one asked for.
struct Listed {
    std::string name;
    std::vector<Entry> entries;
};

/// `bench DIR --seconds S`: solves public instances, checks every answer and compares it with the best known.
class BenchCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand(
            "bench", text("Résout des instances publiques et les compare aux meilleures solutions connues",
                          "Solve public instances and compare with the best known"));
        command
            ->add_option("DIR", m_folder,
                         text("Dossier d'instances, et ceux qu'il contient",
                              "Folder of instances, and those inside it"))
            ->required();
        m_secondsOption = command
                              ->add_option("--seconds", m_seconds,
                                           text("Secondes par instance", "Seconds for each instance"))
                              ->check(CLI::PositiveNumber)
                              ->capture_default_str();
        command->add_option("--solutions", m_solutions,
                            text("Dossier où écrire les solutions", "Folder to write the solutions to"));
        m_iterationsOption = command->add_option(
            "--iterations", m_options.iterations,
            text("Essais, au lieu du temps\u00a0; avec la graine, ils décident du résultat",
                 "Moves tried, instead of time; with the seed they decide the result"));
        command->add_option("--seed", m_options.seed, text("Graine du hasard", "Seed of chance"))
            ->capture_default_str();
        command
            ->add_option("--threads", m_options.threads,
                         text("Fils d'exécution\u00a0; 0\u00a0: tous les cœurs", "Threads; 0: all cores"))
            ->capture_default_str();
        command->add_option("--every", m_every, text("Une instance sur tant", "One instance in so many"))
            ->check(CLI::PositiveNumber)
            ->capture_default_str();
        command->add_option("--filter", m_filter,
                            text("Seulement les noms qui contiennent ce texte", "Only names with this text"));
        return command;
    }

    Exit run(const Console& console) override {
        const auto listed = list(console);
        if (!listed) {
            return console.fail(listed.error());
        }
        prepare(console);
        BenchReport report(console);
        for (const Listed& folder : *listed) {
            std::size_t width = 0;
            for (const Entry& entry : folder.entries) {
                width = std::max(width, displayWidth(entry.name));
            }
            report.begin(folder.name, width);
            for (const Entry& entry : folder.entries) {
                if (!console.stop.stop_requested()) {
                    measureOne(console, folder, entry, report);
                }
            }
            report.end();
        }
        report.finish();
        return m_isUnreadable ? Exit::Unusable : report.faults() > 0 ? Exit::Found : Exit::Done;
    }

private:
    /// Time decides unless iterations were asked for.
    void prepare(const Console& console) {
        constexpr std::uint64_t endless = 1'000'000'000'000;
        m_options.stop = console.stop;
        if (m_iterationsOption->count() == 0) {
            m_options.iterations = endless;
        }
        if (m_iterationsOption->count() == 0 || m_secondsOption->count() > 0) {
            m_options.timeLimit = std::chrono::milliseconds(std::llround(m_seconds * 1000));
        }
    }

    void measureOne(const Console& console, const Listed& folder, const Entry& entry, BenchReport& report) {
        const auto measured = [&] {
            ProgressBar bar(console);
            routing::Options options = m_options;
            options.onProgress = [&](const routing::Progress& progress) {
                const double share =
                    options.timeLimit
                        ? progress.elapsed.count() / m_seconds
                        : static_cast<double>(progress.iteration)
                              / static_cast<double>(std::max<std::uint64_t>(progress.iterations, 1));
                bar.show(share, entry.name);
            };
            return measure(entry, options);
        }();
        if (!measured) {
            m_isUnreadable = true;
            console.fail(measured.error());
            return;
        }
        report.add(*measured);
        if (!m_solutions.empty() && measured->value) {
            const fs::path file = fs::path(m_solutions) / folder.name / (entry.name + ".sol");
            const auto written = writeFile(file, solutionText(measured->entry.set, measured->routes));
            if (!written) {
                m_isUnreadable = true;
                console.fail(written.error());
            }
        }
    }

    Result<std::vector<Listed>> list(const Console& console) {
        std::vector<Listed> all;
        const fs::path root(m_folder);
        std::error_code unresolved;
        auto first = listFolder(console, root, fs::weakly_canonical(root, unresolved).filename());
        if (!first) {
            return Fault(first.error());
        }
        all.push_back(std::move(*first));
        std::vector<fs::path> inside;
        std::error_code ignored;
        for (fs::recursive_directory_iterator at(root, ignored), end; !ignored && at != end;
             at.increment(ignored)) {
            if (at->is_directory(ignored)) {
                inside.push_back(at->path());
            }
        }
        std::sort(inside.begin(), inside.end());
        for (const fs::path& folder : inside) {
            if (auto listed = listFolder(console, folder, fs::relative(folder, root, ignored))) {
                all.push_back(std::move(*listed));
            } else {
                m_isUnreadable = true;
                console.fail(listed.error());
            }
        }
        return all;
    }

    Result<Listed> listFolder(const Console& console, const fs::path& folder, const fs::path& name) {
        auto found = routing::instances::list(folder);
        if (!found) {
            return Fault(found.error());
        }
        for (const Error& error : found->errors) {
            m_isUnreadable = true;
            console.fail(error);
        }
        Listed listed{.name = name.generic_string(), .entries = {}};
        std::size_t place = 0;
        for (Entry& entry : found->entries) {
            if (entry.name.find(m_filter) != std::string::npos && place++ % m_every == 0) {
                listed.entries.push_back(std::move(entry));
            }
        }
        return listed;
    }

    std::string m_folder;
    std::string m_solutions;
    std::string m_filter;
    double m_seconds = 10;
    std::size_t m_every = 1;
    routing::Options m_options;
    CLI::Option* m_secondsOption = nullptr;
    CLI::Option* m_iterationsOption = nullptr;
    bool m_isUnreadable = false;
};

} // namespace

std::unique_ptr<Command> makeBench() {
    return std::make_unique<BenchCommand>();
}

} // namespace medicobus::cli
