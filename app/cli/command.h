// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/console.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <vector>

namespace medicobus::cli {

/// One subcommand: declares its arguments, then runs once they are read.
class Command {
public:
    virtual ~Command() = default;

    /// Adds the subcommand and its options; the result is what CLI11 says was asked for.
    virtual CLI::App* declare(CLI::App& app, const Console& console) = 0;
    virtual Exit run(const Console& console) = 0;
};

std::unique_ptr<Command> makeNeed();
std::unique_ptr<Command> makeTerritoryShow();
std::unique_ptr<Command> makeDrives();
std::unique_ptr<Command> makePlanCommand();
std::unique_ptr<Command> makeWhatIf();
std::unique_ptr<Command> makeCatchUp();
std::unique_ptr<Command> makeAdapt();
std::unique_ptr<Command> makeRoute();
std::unique_ptr<Command> makeVerify();
std::unique_ptr<Command> makeExplain();
std::unique_ptr<Command> makeCalendar();
std::unique_ptr<Command> makePublish();
std::unique_ptr<Command> makeBench();
std::unique_ptr<Command> makePicture();
std::unique_ptr<Command> makeJournal();
std::unique_ptr<Command> makeDemo();

} // namespace medicobus::cli
