// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/rig/hub_process.h"

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace medicobus::testing {

HubProcess::HubProcess(std::string program, std::string database, std::filesystem::path data)
    : m_program(std::move(program)), m_database(std::move(database)), m_data(std::move(data)) {}

std::vector<std::string> HubProcess::words(std::vector<std::string> own) const {
    std::vector<std::string> all{m_program, "--database", m_database, "--data", m_data.string(), "--json"};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

void HubProcess::start() {
    m_child = std::make_unique<ChildProcess>(words({"--listen", m_host + ":" + std::to_string(m_port)}));
    // "medicobus-hub ADDR:PORT", once it listens.
    const auto line = m_child->line(std::chrono::seconds(60));
    const auto colon = line ? line->rfind(':') : std::string::npos;
    if (colon == std::string::npos) {
        std::cerr << "the hub does not come up\n";
        std::abort();
    }
    m_port = static_cast<std::uint16_t>(std::strtoul(line->c_str() + colon + 1, nullptr, 10));
}

int HubProcess::stop() {
    m_child->send(SIGTERM);
    const int status = m_child->wait();
    m_child.reset();
    return status;
}

std::optional<std::string> HubProcess::command(std::vector<std::string> own) const {
    return outputOf(words(std::move(own)));
}

} // namespace medicobus::testing
