// SPDX-License-Identifier: EUPL-1.2
#include "travel/osrm.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {
namespace {

/// A server that answers what the input says: a status on the first line, then the body.
class Server : public travel::Transport {
public:
    explicit Server(std::string_view bytes) {
        const std::size_t end = bytes.find('\n');
        m_reply.status = bytes.substr(0, end) == "200" ? 200 : 400;
        m_reply.body = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
    }
    Result<travel::Reply> get(const std::string&) override { return m_reply; }

private:
    travel::Reply m_reply;
};

} // namespace

void feed(std::string_view bytes) {
    Server server(bytes);
    const auto block =
        travel::askTable(server, "http://osrm.test", "driving", {{50, 2}, {50.1, 2}}, {{50, 2.1}});
    if (!isRead(block)) {
        return;
    }
    require(block->seconds.size() == 2, "a block has a time for each pair");
    require(block->metres.empty() || block->metres.size() == 2,
            "a block has a length for each pair, or none");
    for (const auto* table : {&block->seconds, &block->metres}) {
        for (const auto& cell : *table) {
            require(!cell || *cell >= 0, "no drive takes less than no time");
        }
    }
}

} // namespace medicobus::fuzz
