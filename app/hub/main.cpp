// SPDX-License-Identifier: EUPL-1.2
#include "hub/commands.h"
#include "hub/erasures.h"
#include "hub/serve.h"

#include <CLI/CLI.hpp>

#include <functional>

using namespace medicobus;

namespace {

/// What the command line chose to do.
struct Chosen {
    std::function<hub::Exit()> run;
};

void addCommon(CLI::App& app, hub::Settings& settings) {
    app.add_option("--database", settings.database, "sqlite:FILE | postgresql://…");
    app.add_option("--data", settings.data, "DIR");
    app.add_option("--listen", settings.listen, "ADDR:PORT");
    app.add_option("--public-url", settings.publicUrl, "https://…");
    app.add_option("--public-mail", settings.publicMail);
    app.add_option("--workers", settings.workers)->check(CLI::Range(1, 256));
    app.add_option("--body-limit", settings.bodyLimitKib, "KiB")->check(CLI::Range(16, 65536));
    app.add_flag("--behind-proxy", settings.isBehindProxy);
    app.add_flag("--json", settings.isJson);
    app.add_option_function<std::string>("--lang",
                                         [&](const std::string& text) {
                                             settings.language = text == "en" ? words::Language::English
                                                                              : words::Language::French;
                                         })
        ->check(CLI::IsMember({"fr", "en"}));
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("medicobus-hub " MEDICOBUS_VERSION);
    app.fallthrough();
    app.require_subcommand(0, 1);
    hub::Settings settings;
    Chosen chosen{[&] { return hub::serve(settings); }};
    addCommon(app, settings);
    const auto on = [&](CLI::App* command, std::function<hub::Exit()> run) {
        command->final_callback([&chosen, run = std::move(run)] { chosen.run = run; });
    };

    std::string pin;
    auto* init = app.add_subcommand("init");
    init->add_option("--tls-pin", pin)->check([](const std::string& text) {
        const bool isHex =
            text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
        return isHex ? std::string() : std::string("SHA-256, hex");
    });
    on(init, [&] { return hub::initialise(settings, pin); });

    hub::InviteOptions invitation;
    auto* invite = app.add_subcommand("invite");
    invite->add_option("--role", invitation.role)->required();
    invite->add_option("--commune", invitation.commune);
    invite->add_option("--name", invitation.name);
    on(invite, [&] { return hub::invite(settings, invitation); });

    on(app.add_subcommand("devices"), [&] { return hub::devices(settings); });

    std::string id;
    bool isRefused = false;
    auto* approve = app.add_subcommand("approve");
    approve->add_option("ENROLMENT", id)->required();
    approve->add_flag("--refuse", isRefused);
    on(approve, [&] { return hub::approve(settings, id, !isRefused); });

    bool isToWipe = false;
    auto* revoke = app.add_subcommand("revoke");
    revoke->add_option("DEVICE", id)->required();
    revoke->add_flag("--wipe", isToWipe);
    on(revoke, [&] { return hub::revoke(settings, id, isToWipe); });

    std::string file;
    std::string passphrase;
    auto* backup = app.add_subcommand("backup");
    auto* restore = app.add_subcommand("restore");
    for (CLI::App* command : {backup, restore}) {
        command->add_option("FILE", file)->required();
        command->add_option("--passphrase-file", passphrase)->required();
    }
    on(backup, [&] { return hub::backup(settings, file, passphrase); });
    std::string erased;
    restore->add_option("--erasures", erased);
    on(restore, [&] { return hub::restore(settings, file, passphrase, erased); });

    auto* erasures = app.add_subcommand("erasures");
    erasures->require_subcommand(1);
    on(erasures->add_subcommand("list"), [&] { return hub::listErasures(settings); });
    auto* apply = erasures->add_subcommand("apply");
    apply->add_option("FILE", erased)->required();
    on(apply, [&] { return hub::applyErasures(settings, erased); });

    auto* recovery = app.add_subcommand("recovery");
    recovery->require_subcommand(1);
    on(recovery->add_subcommand("begin"), [&] { return hub::beginRecovery(settings); });
    on(recovery->add_subcommand("end"), [&] { return hub::endRecovery(settings); });

    auto* log = app.add_subcommand("access-log");
    log->require_subcommand(1);
    on(log->add_subcommand("verify"), [&] { return hub::verifyAccessLog(settings); });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(hub::Exit::Unusable);
    }
    return static_cast<int>(chosen.run());
}
