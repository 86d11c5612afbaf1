// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/sync/bench.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

// Real processes on loopback and on the disk; what each measure is stands in tests/bench/README.md.

using namespace medicobus;
using namespace medicobus::bench;

int main(int argc, char** argv) {
    CLI::App app("sync_bench: the exchange on loopback");
    app.fallthrough();
    app.require_subcommand(1);
    std::string hub = MEDICOBUS_HUB_PROGRAM;
    std::string database = "sqlite";
    app.add_option("--hub", hub, "medicobus-hub");
    app.add_option("--database", database)->check(CLI::IsMember({"sqlite", "postgres"}));

    BothWays bothWays;
    auto* both = app.add_subcommand("both", "operations one way and the other");
    both->add_option("--operations", bothWays.operations);
    both->add_option("--pouchdb", bothWays.pouchdb, "folder of the PouchDB peer");
    Crowd crowd;
    auto* tablets = app.add_subcommand("crowd", "many tablets");
    tablets->add_option("--tablets", crowd.tablets);
    tablets->add_option("--operations", crowd.operations);
    tablets->add_option("--at-once", crowd.atOnce);
    Drip drip;
    auto* slow = app.add_subcommand("drip", "slow connections beside a normal client");
    slow->add_option("--connections", drip.connections);
    slow->add_option("--seconds", drip.seconds);
    CLI11_PARSE(app, argc, argv);

    try {
        if (both->parsed()) {
            measureBothWays(hub, database, bothWays);
        } else if (tablets->parsed()) {
            measureCrowd(hub, database, crowd);
        } else {
            measureDrip(hub, database, drip);
        }
    } catch (const testing::NoPostgres&) {
        fmt::print(stderr, "PostgreSQL is not installed\n");
        return 77;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
    return 0;
}
