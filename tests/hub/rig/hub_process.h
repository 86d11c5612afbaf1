// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/hub/rig/child_process.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace medicobus::testing {

/// A real `medicobus-hub` on loopback, on a database of the test's; after a kill it comes back at the same
/// port.
class HubProcess {
public:
    /// `program` is the path of medicobus-hub. Aborts the test program when it does not come up.
    HubProcess(std::string program, std::string database, std::filesystem::path data);

    /// Listens on all addresses from the next start on; of use inside a network namespace alone.
    void listenEverywhere() { m_host = "0.0.0.0"; }

    void start();
    void kill() { m_child.reset(); }
    /// SIGTERM; its exit status.
    int stop();
    bool isRunning() const { return m_child != nullptr; }
    ChildProcess& child() { return *m_child; }

    /// `http://127.0.0.1:PORT`
    std::string address() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    std::uint16_t port() const { return m_port; }
    /// Runs a command of the hub's own machine, such as `{"invite", "--role", "crew"}`; nothing when it
    /// failed.
    std::optional<std::string> command(std::vector<std::string> words) const;

private:
    std::vector<std::string> words(std::vector<std::string> own) const;

    std::string m_program;
    std::string m_database;
    std::filesystem::path m_data;
    std::string m_host = "127.0.0.1";
    std::uint16_t m_port = 0;
    std::unique_ptr<ChildProcess> m_child;
};

} // namespace medicobus::testing
