// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "hub/settings.h"

#include <string>

// The commands of the hub's own machine; the hub may be running. What they print is for people in the
// settings' language, or JSON.

namespace medicobus::hub {

struct InviteOptions {
    std::string role = "crew";
    std::string commune;
    std::string name;
};

/// Makes the store and the hub's identity; keeps the address and the TLS pin for invitations.
Exit initialise(const Settings& settings, const std::string& pin);
Exit invite(const Settings& settings, const InviteOptions& options);
Exit devices(const Settings& settings);
Exit approve(const Settings& settings, const std::string& enrolment, bool isApproved);
Exit revoke(const Settings& settings, const std::string& device, bool isToWipe);
/// The passphrase is the first line of the file.
Exit backup(const Settings& settings, const std::string& file, const std::string& passphraseFile);
/// Destroys again the keys that `erasures` names, a file of `listErasures`; it may be empty.
Exit restore(const Settings& settings, const std::string& file, const std::string& passphraseFile,
             const std::string& erasures);
Exit beginRecovery(const Settings& settings);
Exit endRecovery(const Settings& settings);
/// 1 when the chain is broken.
Exit verifyAccessLog(const Settings& settings);

} // namespace medicobus::hub
