// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "exchange/vroom.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <iterator>

namespace medicobus::cli {
namespace {

constexpr std::string_view standardInput = "-";

/// `route FILE`: orders the jobs of a VROOM request and answers as VROOM does.
class RouteCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        const auto text = [&](std::string_view french, std::string_view english) {
            return std::string(console.pick(french, english));
        };
        CLI::App* command = app.add_subcommand("route", text("Ordonne des visites, au format JSON de VROOM",
                                                             "Order visits, in the JSON of VROOM"));
        command
            ->add_option("FILE", m_input,
                         text("Fichier de la demande, ou - pour l'entrée standard",
                              "File of the request, or - for the standard input"))
            ->required();
        command->add_option("-o,--output", m_output,
                            text("Fichier de la réponse (sortie standard sinon)",
                                 "File of the answer (standard output otherwise)"));
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
        command
            ->add_option("--threads", m_options.threads,
                         text("Fils d'exécution (0\u00a0: autant que la machine en a)\u00a0; sans effet sur "
                              "le résultat",
                              "Threads (0: as many as the machine has); without effect on the result"))
            ->capture_default_str();
        return command;
    }

    Exit run(const Console& console) override {
        const auto text = read();
        if (!text) {
            return console.fail(text.error());
        }
        const auto request = exchange::readVroom(*text, m_input);
        if (!request) {
            return console.fail(request.error());
        }
        const auto problem = exchange::toProblem(*request);
        if (!problem) {
            return console.fail(problem.error());
        }
        const auto solution = search(console, problem->problem);
        if (!solution) {
            return console.fail(solution.error());
        }
        return tell(console, exchange::vroomJson(*request, *problem, *solution, m_options));
    }

private:
    Result<std::string> read() const {
        if (m_input != standardInput) {
            return readFile(m_input);
        }
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    }

    Result<routing::Solution> search(const Console& console, const routing::Problem& problem) {
        ProgressBar bar(console);
        routing::Options options = m_options;
        options.stop = console.stop;
        if (m_seconds > 0) {
            options.timeLimit = std::chrono::milliseconds(std::llround(m_seconds * 1000));
        }
        options.onProgress = [&](const routing::Progress& progress) {
            const auto iteration = static_cast<double>(progress.iteration);
            const auto iterations = static_cast<double>(std::max<std::uint64_t>(progress.iterations, 1));
            bar.show(iteration / iterations,
                     fmt::format("{} / {}", console.number(iteration), console.number(iterations)));
        };
        return routing::solve(problem, options);
    }

    Exit tell(const Console& console, const exchange::OrderedJson& answer) const {
        if (m_output.empty()) {
            console.answer(answer);
            return Exit::Done;
        }
        if (const auto written = writeFile(m_output, answer.dump(2) + "\n"); !written) {
            return console.fail(written.error());
        }
        return Exit::Done;
    }

    std::string m_input;
    std::string m_output;
    routing::Options m_options;
    double m_seconds = 0;
};

} // namespace

std::unique_ptr<Command> makeRoute() {
    return std::make_unique<RouteCommand>();
}

} // namespace medicobus::cli
