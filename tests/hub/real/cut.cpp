// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/real/cut.h"

namespace medicobus::testing {
namespace {

bool run(std::vector<std::string> words) {
    return outputOf(std::move(words)).has_value();
}

std::vector<std::string> operator+(std::vector<std::string> left, const std::vector<std::string>& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

} // namespace

std::vector<std::string> Cut::inside() const {
    return {"nsenter", "-t", std::to_string(m_half->id()), "-n"};
}

std::unique_ptr<Cut> Cut::make(const std::string& forward, std::uint16_t port) {
    std::unique_ptr<Cut> made(new Cut());
    made->m_half = std::make_unique<ChildProcess>(
        std::vector<std::string>{"unshare", "-n", "sh", "-c", "echo ready; exec sleep infinity"});
    const std::string half = std::to_string(made->m_half->id());
    const bool isReady =
        made->m_half->line(std::chrono::seconds(10)) == "ready" && run({"ip", "link", "set", "lo", "up"})
        && run({"ip", "link", "add", "here", "type", "veth", "peer", "name", "there", "netns", half})
        && run({"ip", "address", "add", "10.77.0.1/24", "dev", "here"})
        && run({"ip", "link", "set", "here", "up"})
        && run(made->inside()
               + std::vector<std::string>{"ip", "address", "add", "10.77.0.2/24", "dev", "there"})
        && run(made->inside() + std::vector<std::string>{"ip", "link", "set", "there", "up"})
        && run(made->inside() + std::vector<std::string>{"ip", "link", "set", "lo", "up"});
    if (!isReady) {
        return nullptr;
    }
    made->m_forward = std::make_unique<ChildProcess>(
        made->inside() + std::vector<std::string>{"python3", forward, std::to_string(port), "10.77.0.1"});
    return made->m_forward->line(std::chrono::seconds(10)) == "ready" ? std::move(made) : nullptr;
}

void Cut::cut() const {
    run({"ip", "link", "set", "here", "down"});
}

void Cut::heal() const {
    run({"ip", "link", "set", "here", "up"});
}

} // namespace medicobus::testing
