// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"
#include "sync/http.h"
#include "sync/wire/enrolment.h"

namespace medicobus::sync {

/// Asks to be enrolled with the secret of an invitation, under the journal's present identity. The answer's
/// `comparisonDigits` are for two people to compare. Errors: those of the link, `sync.refused` (value: the
/// hub's word, for a code that is spent or too old), `sync.busy`, `sync.bad_message`.
[[nodiscard]] Result<Enrolment> askToEnrol(HubLink& link, const InvitationCode& code,
                                           const journal::Journal& journal, const std::string& name,
                                           const PublicKey& signKey, const PublicKey& boxKey);

/// Where it stands; ask again while it is pending. Once approved, a former revocation of this file no longer
/// holds. Errors: as above, and the journal's.
[[nodiscard]] Result<Enrolment> enrolmentNow(HubLink& link, const std::string& enrolment,
                                             journal::Journal& journal);

} // namespace medicobus::sync
