// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "hub/settings.h"
#include "platform/clock/system_clock.h"
#include "platform/server/sql/hub_store.h"
#include "sync/hub/identity.h"
#include "sync/hub/rules/author.h"

namespace medicobus::hub {

/// Opens the store that the settings name. Errors: those of `platform::openHubStore`.
[[nodiscard]] Result<std::unique_ptr<platform::SqlHubStore>> openStore(const Settings& settings);

/// Says an error on the standard error, with its remedy, or as JSON.
Exit fail(const Settings& settings, const Error& error);

/// Runs work in one writing transaction as the hub.
using Decide = std::function<Result<void>(sync::HubTransaction&, sync::Author&, const sync::Identity&)>;
[[nodiscard]] Result<void> decide(sync::HubStore& store, const Decide& work);

} // namespace medicobus::hub
