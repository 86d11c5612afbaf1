// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/rig/session.h"

namespace medicobus::testing {

Result<std::string> openSession(sync::HubLink& link, const sync::DeviceId& device,
                                const std::function<Result<sync::Signature>(std::string_view)>& sign) {
    const auto asked = sync::carry(link, sync::get("/v1/challenge"));
    if (!asked) {
        return Fault(asked.error());
    }
    const auto challenge = sync::readChallenge(asked->body);
    if (!challenge) {
        return Fault(challenge.error());
    }
    const auto proof = sign(sync::sessionProof(challenge->challenge));
    if (!proof) {
        return Fault(proof.error());
    }
    const sync::SessionRequest request{device, challenge->challenge, *proof};
    const auto opened = sync::carry(link, sync::post("/v1/sessions", sync::toJson(request).dump()));
    if (!opened) {
        return Fault(opened.error());
    }
    return sync::readSession(opened->body).map([](const sync::Session& session) {
        return "Bearer " + session.token;
    });
}

} // namespace medicobus::testing
