// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/server/sql/hub_store.h"
#include "sync/hub/hub.h"
#include "sync/hub/rules/author.h"
#include "sync/hub/rules/plan_view.h"
#include "tests/simulation/plants/plant.h"
#include "tests/simulation/world/clock.h"
#include "tests/simulation/world/vfs.h"

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

namespace medicobus::simulation {

/// The hub's machine, on which two processes answer by turns from one store.
class HubHouse {
public:
    HubHouse(const std::filesystem::path& root, const TrueTime& truth, FaultCounts& counts,
             const Plant* plant);
    ~HubHouse();

    Machine& machine() { return m_machine; }
    DeviceClock& clock() { return m_clock; }
    /// Starts both processes; false when one could not start.
    bool start();
    void stop();
    /// Both processes end without tidying up.
    void kill();
    bool isRunning() const { return m_running[0] != nullptr && m_running[1] != nullptr; }
    /// The process that answers the next call.
    Process& next() { return m_running[m_turn]->process; }

    /// Nothing when the process died before the answer was out.
    std::optional<sync::HttpAnswer> answer(const sync::HttpCall& call);
    bool hasDead() const;
    /// No mishap is planned any more.
    void spare();
    /// Buries a dead process and starts it again; a loss of power takes both.
    void recover(std::optional<Loss> loss, Random& random);

    /// Reads the store as it is, unharmed by mishaps.
    using Look = std::function<void(sync::HubTransaction&)>;
    void look(const Look& look);
    /// The last place in the order of commits.
    std::int64_t committed();
    /// What a person does on the hub's own command line, in one transaction.
    using Work = std::function<Result<void>(sync::HubTransaction&, sync::Author&, sync::PlanViews&)>;
    [[nodiscard]] Result<void> command(const Work& work);

private:
    struct Running {
        explicit Running(Machine& machine) : process(machine) {}
        Process process;
        std::unique_ptr<platform::SqlHubStore> store;
        std::unique_ptr<sync::HubStore> planted;
        std::unique_ptr<sync::Hub> hub;
    };
    bool startOne(std::size_t which);
    static void stopOne(std::unique_ptr<Running>& running);
    Running& watch();

    Machine m_machine{"hub"};
    Plugged m_plugged{m_machine};
    std::filesystem::path m_file;
    DeviceClock m_clock;
    FaultCounts& m_counts;
    const Plant* m_plant;
    std::array<std::unique_ptr<Running>, 2> m_running;
    std::size_t m_turn = 0;
    /// Sees the store without taking part; mishaps pass it by.
    std::unique_ptr<Running> m_watch;
};

} // namespace medicobus::simulation
