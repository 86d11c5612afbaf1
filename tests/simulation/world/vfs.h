// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/world/medium.h"

#include <filesystem>

namespace medicobus::simulation {

/// Makes the simulated disks what SQLite opens by default in this process. A file belongs to the machine
/// named by its folder; it exists from its first opening for writing.
void installVfs();

/// Gives SQLite a machine to find by its name, for as long as this lives.
class Plugged {
public:
    explicit Plugged(Machine& machine);
    ~Plugged();
    Plugged(const Plugged&) = delete;
    Plugged& operator=(const Plugged&) = delete;

private:
    Machine& m_machine;
};

/// While this lives, files are opened on behalf of one program.
class RunningAs {
public:
    explicit RunningAs(Process& process);
    ~RunningAs();
    RunningAs(const RunningAs&) = delete;
    RunningAs& operator=(const RunningAs&) = delete;

private:
    Process* m_before;
};

} // namespace medicobus::simulation
