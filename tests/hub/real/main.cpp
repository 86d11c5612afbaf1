// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/real/check.h"
#include "tests/hub/real/cut.h"
#include "tests/hub/real/person.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <csignal>
#include <random>
#include <thread>

// A hub process and two device processes on loopback, each killed by `kill -9` at any moment and started
// again; then the guarantees, from the stores and from what the devices had told.

using namespace medicobus;
using testing::must;

namespace {

struct Options {
    std::string hub = MEDICOBUS_HUB_PROGRAM;
    std::string device = MEDICOBUS_DEVICE_PROGRAM;
    std::string database = "sqlite";
    double seconds = 20;
    std::uint64_t seed = std::random_device()();
    bool isCut = false;
};

constexpr std::array names{"equipe-1", "equipe-2"};

/// The processes of one run, and who of them was killed how often.
class Play {
public:
    /// With a cut, the last device lives in the other half of the network.
    Play(const Options& options, testing::Ground& ground, const testing::Cut* cut)
        : m_options(options), m_ground(ground), m_cut(cut), m_random(options.seed) {}

    void run() {
        for (std::size_t i = 0; i < names.size(); ++i) {
            startDevice(i);
        }
        const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(m_options.seconds);
        while (std::chrono::steady_clock::now() < end) {
            pause(100, 1800);
            if (m_cut != nullptr && m_random.below(2) == 0) {
                tear();
            } else {
                strike(m_random.below(1 + names.size()));
            }
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            expectAlive(i);
            m_devices[i].reset();
        }
    }
    std::string mishaps() const {
        return fmt::format("killed: hub {}, devices {} and {}; network cut {}", m_kills[2], m_kills[0],
                           m_kills[1], m_cuts);
    }

private:
    void pause(std::uint64_t least, std::uint64_t most) {
        std::this_thread::sleep_for(std::chrono::milliseconds(least + m_random.below(most - least)));
    }
    void startDevice(std::size_t i) {
        std::vector<std::string> words =
            m_cut != nullptr && i + 1 == names.size() ? m_cut->inside() : std::vector<std::string>();
        for (const std::string& word :
             {m_options.device, (m_ground.folder / names[i]).string(), std::string(names[i]),
              m_ground.hub->address(), sync::toBase64(m_ground.hubKey),
              std::to_string(m_random.next() >> 1U)}) {
            words.push_back(word);
        }
        m_devices[i] = std::make_unique<testing::ChildProcess>(
            std::move(words), (m_ground.folder / (std::string(names[i]) + ".out")).string());
    }
    void tear() {
        ++m_cuts;
        m_cut->cut();
        pause(200, 3000);
        m_cut->heal();
    }
    void strike(std::uint64_t whom) {
        ++m_kills[whom];
        if (whom == names.size()) {
            m_ground.hub->kill();
            pause(0, 800);
            m_ground.hub->start();
            return;
        }
        expectAlive(whom);
        m_devices[whom].reset();
        pause(0, 800);
        startDevice(whom);
    }
    void expectAlive(std::size_t i) {
        if (const auto status = m_devices[i]->waitFor(std::chrono::milliseconds(0))) {
            throw std::runtime_error(fmt::format("{} ended by itself with {}", names[i], *status));
        }
    }

    const Options& m_options;
    testing::Ground& m_ground;
    const testing::Cut* m_cut;
    Random m_random;
    std::array<std::unique_ptr<testing::ChildProcess>, names.size()> m_devices;
    std::array<int, 3> m_kills{};
    int m_cuts = 0;
};

/// Coordination publishes, the two devices meet the hub, and all are closed again.
void prepare(testing::Ground& ground) {
    const auto coordination = ground.newTablet("coordination", nullptr, sync::Role::Coordination);
    must(coordination->desk().publish(testing::crowdedProgramme(dateOf(coordination->desk().now()))),
         "publication");
    must(coordination->synchronise(), "publication");
    const auto first = ground.newTablet(names[0]);
    const auto second = ground.newTablet(names[1], first.get());
}

/// Rounds until both have everything; the hub may ask for patience.
void settle(const std::vector<testing::Tablet*>& tablets) {
    Error last(ErrorCode{"none"});
    for (int round = 0; round < 100; ++round) {
        bool isDone = true;
        for (testing::Tablet* tablet : tablets) {
            const auto done = tablet->synchronise();
            if (!done) {
                last = done.error();
            }
            isDone = isDone && done && must(tablet->exchange().status(), "status").isSynchronised;
        }
        if (isDone && round > 1) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    throw std::runtime_error(fmt::format("the devices do not come to rest: {}", last.code().name));
}

int judge(testing::Ground& ground, const std::string& mishaps) {
    std::vector<std::unique_ptr<testing::Tablet>> tablets;
    testing::Evidence evidence{ground, {}, {}};
    for (const char* name : names) {
        tablets.push_back(std::make_unique<testing::Tablet>(ground.folder / name, name, ground.clock));
        tablets.back()->open();
        tablets.back()->connect(ground.hub->address(), ground.hubKey);
        evidence.tablets.push_back(tablets.back().get());
        evidence.told.push_back(testing::readTold(ground.folder / name / "told.log"));
    }
    settle(evidence.tablets);
    const auto broken = testing::check(evidence);
    std::int64_t operations = 0;
    for (const auto& [chain, seq] : must(tablets[0]->journal().chains(), "chains")) {
        operations += seq;
    }
    fmt::print("{} operations; {}\n", operations, mishaps);
    for (std::size_t i = 0; i < simulation::guaranteeNames.size(); ++i) {
        fmt::print("  {:48} {:>7} checks\n", simulation::guaranteeNames[i], evidence.counts.times[i]);
    }
    if (broken) {
        fmt::print("BROKEN {}: {}\n", simulation::guaranteeNames[static_cast<std::size_t>(broken->guarantee)],
                   broken->what);
    }
    return broken ? 1 : 0;
}

/// The other half of the network, the hub being reachable from there; nothing where that is not permitted.
std::unique_ptr<testing::Cut> otherHalf(testing::Ground& ground) {
    auto cut = testing::Cut::make(MEDICOBUS_FORWARD_PROGRAM, ground.hub->port());
    if (cut) {
        ground.hub->listenEverywhere();
        ground.hub->kill();
        ground.hub->start();
    }
    return cut;
}

int runOnce(const Options& options) {
    testing::Ground ground(options.hub, options.database);
    prepare(ground);
    const auto cut = options.isCut ? otherHalf(ground) : nullptr;
    if (options.isCut && !cut) {
        fmt::print("skipped: no network namespaces here\n");
        return 77;
    }
    Play play(options, ground, cut.get());
    try {
        play.run();
        return judge(ground, play.mishaps());
    } catch (const std::exception&) {
        for (const char* name : names) {
            fmt::print(stderr, "{}", readFile(ground.folder / (std::string(name) + ".out")).value_or(""));
        }
        throw;
    }
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("real_run: kill -9 of a hub and two devices at random, then G1 to G9");
    Options options;
    app.add_option("--hub", options.hub);
    app.add_option("--device", options.device);
    app.add_option("--database", options.database)->check(CLI::IsMember({"sqlite", "postgres"}));
    app.add_option("--seconds", options.seconds);
    app.add_option("--seed", options.seed);
    app.add_flag("--cut", options.isCut,
                 "one device in a half of the network that is cut now and then (run by unshare -n)");
    CLI11_PARSE(app, argc, argv);

    fmt::print("{}, seed {}\n", options.database, options.seed);
    std::fflush(stdout);
    try {
        return runOnce(options);
    } catch (const testing::NoPostgres&) {
        fmt::print("skipped: PostgreSQL is not installed\n");
        return 77;
    } catch (const std::exception& failure) {
        fmt::print("FAILED: {}\n", failure.what());
        return 1;
    }
}
