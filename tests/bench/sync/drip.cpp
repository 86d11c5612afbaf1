// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/calls.h"
#include "tests/bench/sync/bench.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace medicobus::bench {
namespace {

using testing::must;

int connectTo(std::uint16_t port) {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(made);
        return -1;
    }
    return made;
}

/// Connections that begin a request and go on by one byte every two seconds; one that is closed comes again.
class Drips {
public:
    Drips(std::uint16_t port, int count)
        : m_port(port), m_open(static_cast<std::size_t>(count), -1), m_sent(m_open.size(), 0) {
        for (int& each : m_open) {
            each = connectTo(m_port);
        }
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    ~Drips() {
        m_thread = {};
        for (const int each : m_open) {
            ::close(each);
        }
    }
    Drips(const Drips&) = delete;
    Drips& operator=(const Drips&) = delete;

    int reopened() const { return m_reopened; }
    long bytes() const { return m_bytes; }

private:
    void run(const std::stop_token& stop) {
        const std::string request =
            "POST /v1/operations HTTP/1.1\r\nhost: hub\r\ncontent-length: 1000\r\n\r\n";
        const auto pause = std::chrono::microseconds(2'000'000 / static_cast<long>(m_open.size()));
        for (std::size_t at = 0; !stop.stop_requested(); at = (at + 1) % m_open.size()) {
            const char letter = m_sent[at] < request.size() ? request[m_sent[at]] : 'x';
            if (m_open[at] < 0 || ::send(m_open[at], &letter, 1, MSG_NOSIGNAL | MSG_DONTWAIT) != 1) {
                ::close(m_open[at]);
                m_open[at] = connectTo(m_port);
                m_sent[at] = 0;
                ++m_reopened;
            } else {
                ++m_sent[at];
                ++m_bytes;
            }
            std::this_thread::sleep_for(pause);
        }
    }

    std::uint16_t m_port;
    std::vector<int> m_open;
    std::vector<std::size_t> m_sent;
    std::atomic<int> m_reopened = 0;
    std::atomic<long> m_bytes = 0;
    std::jthread m_thread;
};

/// A tablet that works: writes an operation, pushes and pulls, some times a second.
Times work(testing::Tablet& tablet, double seconds) {
    Times rounds;
    for (const auto begun = Timer::now(); since(begun) < seconds;) {
        journal::OperationDraft draft;
        draft.actor = "equipe";
        draft.subject = {"tour", "B1@2027-03-02"};
        draft.kind = "stop.arrived";
        draft.open = {{"bus", "B1"}, {"date", "2027-03-02"}};
        must(tablet.journal().append(draft), "append");
        const auto from = Timer::now();
        must(tablet.exchange().run(), "round");
        rounds.add(since(from));
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    return rounds;
}

void show(const char* how, const Times& rounds) {
    fmt::print("{:26} {} rounds, p50 {:.1f} ms, p95 {:.1f} ms\n", how, rounds.count(),
               rounds.milliseconds(0.5), rounds.milliseconds(0.95));
}

} // namespace

void measureDrip(const std::string& hub, const std::string& database, const Drip& options) {
    const rlimit many{4096, 4096};
    ::setrlimit(RLIMIT_NOFILE, &many);
    Ground ground(hub, database);
    const auto tablet = ground.newTablet("equipe-1");

    show("alone", work(*tablet, options.seconds));
    const long before = ground.hub->child().peakKib();
    Drips drips(ground.hub->port(), options.connections);
    show(fmt::format("beside {} slow ones", options.connections).c_str(), work(*tablet, options.seconds));
    fmt::print("{} bytes dripped, {} connections closed by the hub and opened again; hub {} MB before, {} MB "
               "at most\n",
               drips.bytes(), drips.reopened(), before / 1024, ground.hub->child().peakKib() / 1024);
}

} // namespace medicobus::bench
