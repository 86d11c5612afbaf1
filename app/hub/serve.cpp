// SPDX-License-Identifier: EUPL-1.2
#include "hub/serve.h"

#include "hub/open.h"
#include "platform/server/http/http_server.h"
#include "publish/site.h"
#include "sync/hub/hub.h"

#include <atomic>
#include <charconv>
#include <csignal>
#include <iostream>

namespace medicobus::hub {

namespace {

/// `ADDR:PORT`; an IPv6 address stands in brackets.
Result<platform::ServerOptions> optionsOf(const Settings& settings) {
    platform::ServerOptions options;
    const auto colon = settings.listen.rfind(':');
    const auto bad =
        fault(platform::codes::cannotListen, {{"value", settings.listen}, {"cause", "ADDR:PORT"}});
    if (colon == std::string::npos || colon == 0) {
        return bad;
    }
    options.address = settings.listen.substr(0, colon);
    if (options.address.front() == '[' && options.address.back() == ']') {
        options.address = options.address.substr(1, options.address.size() - 2);
    }
    const char* const end = settings.listen.data() + settings.listen.size();
    const auto read = std::from_chars(settings.listen.data() + colon + 1, end, options.port);
    if (read.ec != std::errc() || read.ptr != end) {
        return bad;
    }
    options.workers = settings.workers;
    options.bodyLimit = settings.bodyLimitKib * 1024;
    options.isBehindProxy = settings.isBehindProxy;
    return options;
}

sync::Publish publisher(const Settings& settings) {
    std::string base = settings.publicUrl;
    if (!base.empty() && base.back() != '/') {
        base += '/';
    }
    const publish::PublicLinks links{base, settings.publicMail};
    return [links](const plan::Programme& programme, Date from, Date until,
                   Instant stamp) -> Result<std::map<std::string, std::string>> {
        auto files = publish::publishAll(programme, from, until, stamp, links);
        if (!files) {
            return Fault(files.error());
        }
        std::map<std::string, std::string> byPath;
        for (auto& file : *files) {
            byPath[file.path] = std::move(file.content);
        }
        return byPath;
    };
}

} // namespace

Exit serve(const Settings& settings) {
    // Taken before any thread starts, so that only the wait below receives them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    const auto listen = optionsOf(settings);
    if (!listen) {
        return fail(settings, listen.error());
    }
    auto store = openStore(settings);
    if (!store) {
        return fail(settings, store.error());
    }
    const platform::SystemClock clock;
    std::atomic<const platform::HttpServer*> running{nullptr};
    sync::HubOptions options;
    options.bodyLimit = settings.bodyLimitKib * 1024;
    options.publish = publisher(settings);
    options.serverVersion = MEDICOBUS_VERSION;
    options.stopwatch = [] { return std::chrono::steady_clock::now().time_since_epoch(); };
    options.connections = [&]() -> std::int64_t {
        const platform::HttpServer* server = running;
        return server ? server->connections() : 0;
    };
    auto hub = sync::Hub::open(**store, clock, systemEntropy(), std::move(options));
    if (!hub) {
        return fail(settings, hub.error());
    }
    auto server = platform::HttpServer::start(
        *listen, [&](const sync::HttpCall& call) { return (*hub)->answer(call); });
    if (!server) {
        return fail(settings, server.error());
    }
    running = server->get();
    std::cout << "medicobus-hub " << listen->address << ":" << (*server)->port() << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    (*server)->stop();
    running = nullptr;
    return Exit::Done;
}

} // namespace medicobus::hub
