// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "clinic/fiction/fictional_keys.h"
#include "platform/server/sql/hub_store.h"
#include "sync/device/exchange.h"
#include "sync/device/vault_keys.h"
#include "sync/hub/hub.h"
#include "sync/hub/rules/author.h"
#include "sync/wire/enrolment.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace medicobus::cli {

class StoryHub;

/// A device of the story: its store, its keys and its end of the exchange. It works without a network until
/// it is told to exchange.
class StoryDevice {
public:
    explicit StoryDevice(clinic::Desk desk) : m_desk(std::move(desk)) {}
    StoryDevice(const StoryDevice&) = delete;
    StoryDevice& operator=(const StoryDevice&) = delete;

    clinic::Desk& desk() { return m_desk; }
    /// Takes what another device holds, as from its stick, and opens the demonstration's own keys.
    [[nodiscard]] Result<void> begin(StoryDevice* from, const BootClock& bootClock);
    /// One round, after which the desk reads what came.
    [[nodiscard]] Result<void> exchange();
    /// Asks for a share of a passage and brings it in.
    [[nodiscard]] Result<void> lease(const plan::OccurrenceId& passage, int places);

private:
    friend class StoryHub;

    clinic::Desk m_desk;
    std::unique_ptr<clinic::FictionalKeys> m_fictional;
    std::unique_ptr<sync::VaultKeys> m_keys;
    std::unique_ptr<sync::Exchange> m_exchange;
};

/// The hub of the story, in this process, on a store of its own: what devices say goes through its real
/// door.
class StoryHub final : public sync::HubLink {
public:
    [[nodiscard]] static Result<std::unique_ptr<StoryHub>> open(const std::filesystem::path& file,
                                                                const Clock& clock);

    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override;
    /// Invites the device by a one-time code, has it approved by a crew device or, without one, on the hub's
    /// own machine, and lets it meet the hub.
    [[nodiscard]] Result<void> enrol(StoryDevice& device, sync::Role role, const std::string& name,
                                     StoryDevice* approver = nullptr);

private:
    explicit StoryHub(const Clock& clock) : m_clock(clock) {}
    [[nodiscard]] Result<void>
    decide(const std::function<Result<void>(sync::HubTransaction&, sync::Author&)>& work);
    [[nodiscard]] Result<void> approve(const sync::Enrolment& asked, sync::Role role, StoryDevice* approver);

    const Clock& m_clock;
    std::unique_ptr<platform::SqlHubStore> m_store;
    std::unique_ptr<sync::Hub> m_hub;
    sync::PublicKey m_key{};
};

} // namespace medicobus::cli
