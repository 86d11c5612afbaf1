// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/rig/ground.h"

#include "tests/hub/postgres.h"

#include <cstdlib>

namespace medicobus::testing {

Ground::Ground(const std::string& program, const std::string& database) {
    std::string name = (std::filesystem::temp_directory_path() / "medicobus-hub-XXXXXX").string();
    folder = ::mkdtemp(name.data());
    std::string address = "sqlite:" + (folder / "hub.db").string();
    if (database == "postgres") {
        const auto url = test::postgresUrl("hub");
        if (!url) {
            throw NoPostgres();
        }
        address = *url;
    }
    store = must(platform::openHubStore(address), "store");
    hubKey = hubKeyIn(*store, clock);
    hub = std::make_unique<HubProcess>(program, address, folder);
    hub->start();
}

Ground::~Ground() {
    hub.reset();
    store.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

std::unique_ptr<Tablet> Ground::newTablet(const std::string& name, Tablet* colleague, sync::Role role) {
    auto tablet = std::make_unique<Tablet>(folder / name, name, clock);
    tablet->open(role == sync::Role::Crew && colleague == nullptr);
    enrol(*store, clock, *tablet, colleague, role);
    tablet->connect(hub->address(), hubKey);
    must(tablet->synchronise(), "first contact");
    return tablet;
}

} // namespace medicobus::testing
