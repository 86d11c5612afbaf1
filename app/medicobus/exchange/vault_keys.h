// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/device/keys.h"

namespace medicobus::app {

class Workspace;

/// The device's signing key, as its vault holds it at the moment.
class VaultKeys : public sync::DeviceKeys {
public:
    explicit VaultKeys(const Workspace& workspace) : m_workspace(workspace) {}

    Result<sync::Signature> sign(std::string_view bytes) override;
    sync::PublicKey publicKey() const override;

private:
    const Workspace& m_workspace;
};

} // namespace medicobus::app
