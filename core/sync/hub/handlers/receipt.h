// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/digest.h"
#include "sync/hub/hub.h"
#include "sync/hub/rules/author.h"
#include "sync/wire/push.h"

namespace medicobus::sync {

/// What became of a push.
struct Receipt {
    PushAnswer answer;
    bool isGap = false;
    bool hasErased = false;
};

/// Stores a push within one transaction: verdicts, places, destroyed keys. The author's own session must
/// bring its chain without a gap; another hand may bring what lies beyond one, since each operation is its
/// author's by signature. Errors: `sync.bad_message`, `hub.unknown_device` for an author that the hub does
/// not know.
[[nodiscard]] Result<void> receive(HubTransaction& transaction, Author& author, Hub::State& hub,
                                   const Push& push, const HubDevice& carrier, Receipt& receipt);

} // namespace medicobus::sync
