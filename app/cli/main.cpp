// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

namespace medicobus::cli {
namespace {

/// The language must be known before the options are declared, since their help is in it.
words::Language languageOf(int count, char** arguments) {
    constexpr std::string_view option = "--lang";
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        std::string_view value;
        if (argument == option && i + 1 < count) {
            value = arguments[i + 1];
        } else if (argument.starts_with("--lang=")) {
            value = argument.substr(option.size() + 1);
        }
        if (const auto language = words::parseLanguage(value)) {
            return *language;
        }
    }
    return words::languageOfEnvironment();
}

/// CLI11 speaks English alone: its remark is kept beside a sentence of our own.
Exit tellUsage(const Console& console, const CLI::ParseError& failure) {
    struct Kind {
        int code;
        std::string_view french;
        std::string_view english;
    };
    const std::array<Kind, 4> kinds{
        {{static_cast<int>(CLI::ExitCodes::RequiredError), "Il manque quelque chose à la commande",
          "Something is missing from the command"},
         {static_cast<int>(CLI::ExitCodes::ExtrasError), "La commande contient un mot de trop",
          "The command holds a word too many"},
         {static_cast<int>(CLI::ExitCodes::ValidationError), "Une valeur n'est pas permise",
          "A value is not allowed"},
         {static_cast<int>(CLI::ExitCodes::ConversionError), "Une valeur ne se lit pas",
          "A value cannot be read"}}};
    std::string_view what = console.pick("La commande ne se lit pas", "The command cannot be read");
    for (const Kind& kind : kinds) {
        if (kind.code == failure.get_exit_code()) {
            what = console.pick(kind.french, kind.english);
        }
    }
    return console.fail(Error(codes::cliUsage).with("value", fmt::format("{} ({}).", what, failure.what())));
}

int runMain(int count, char** arguments) {
    Console console;
    console.stop = stopOnInterrupt();
    console.language = languageOf(count, arguments);

    CLI::App app(std::string(console.pick("Prévoir, publier et noter les tournées d'un médicobus.",
                                          "Plan, publish and record the tours of a mobile clinic.")),
                 "medicobusctl");
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", MEDICOBUS_VERSION);
    app.set_help_flag("-h,--help", std::string(console.pick("Cette aide", "This help")));
    app.add_flag("--json", console.isJson, std::string(console.pick("Répondre en JSON", "Answer in JSON")));
    std::string language;
    app.add_option("--lang", language,
                   std::string(console.pick("Langue\u00a0: fr ou en", "Language: fr or en")))
        ->check(CLI::IsMember({"fr", "en"}));

    std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> commands;
    for (const auto make : {makeNeed, makeTerritoryShow, makeDrives, makePlanCommand, makeVerify, makeExplain,
                            makeWhatIf, makeCatchUp, makeAdapt, makeCalendar, makePublish, makeJournal,
                            makeRoute, makeBench, makePicture, makeDemo}) {
        auto command = make();
        CLI::App* declared = command->declare(app, console);
        commands.emplace_back(declared, std::move(command));
    }
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& failure) {
        return static_cast<int>(tellUsage(console, failure));
    }
    for (const auto& [declared, command] : commands) {
        if (declared->parsed()) {
            return static_cast<int>(command->run(console));
        }
    }
    return static_cast<int>(Exit::Unusable);
}

} // namespace
} // namespace medicobus::cli

int main(int count, char** arguments) {
    return medicobus::cli::runMain(count, arguments);
}
