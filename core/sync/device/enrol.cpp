// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/enrol.h"

#include "sync/device/calls.h"
#include "sync/device/locals.h"

namespace medicobus::sync {
namespace {

Result<Enrolment> askFor(HubLink& link, HttpCall call) {
    const auto answer = carry(link, std::move(call));
    if (!answer) {
        return Fault(answer.error());
    }
    return answer->status >= 400 ? Fault(errorOf(*answer)) : readEnrolment(answer->body);
}

} // namespace

Result<Enrolment> askToEnrol(HubLink& link, const InvitationCode& code, const journal::Journal& journal,
                             const std::string& name, const PublicKey& signKey, const PublicKey& boxKey) {
    const EnrolmentRequest request{code.secret, journal.device(), name, signKey, boxKey};
    return askFor(link, post("/v1/enrolments", toJson(request).dump()));
}

Result<Enrolment> enrolmentNow(HubLink& link, const std::string& enrolment, journal::Journal& journal) {
    auto found = askFor(link, get("/v1/enrolments/" + enrolment));
    if (found && found->state == Enrolment::State::Approved) {
        if (auto allowed = journal.removeLocal(locals::revoked); !allowed) {
            return Fault(allowed.error());
        }
    }
    return found;
}

} // namespace medicobus::sync
