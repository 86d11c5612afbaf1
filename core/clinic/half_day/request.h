// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"
#include "base/hybrid_clock.h"
#include "base/uuid.h"
#include "clinic/coded.h"
#include "clinic/patient.h"
#include "clinic/visit.h"
#include "plan/plan_keys.h"

#include <array>

namespace medicobus::clinic {

using RequestId = Id<struct RequestTag>;

/// Why somebody waits for a place no more without having been given one.
enum class WithdrawCause { PatientAsked, Unreachable, ReceivedElsewhere, Mistake };
inline constexpr std::array<Code<WithdrawCause>, 4> withdrawCauses{
    {{WithdrawCause::PatientAsked, "patient_asked"},
     {WithdrawCause::Unreachable, "unreachable"},
     {WithdrawCause::ReceivedElsewhere, "received_elsewhere"},
     {WithdrawCause::Mistake, "mistake"}}};
constexpr const auto& codesOf(WithdrawCause) {
    return withdrawCauses;
}

/// Somebody who wants to be received at a site, or near it, and for whom there was no place.
struct PlaceWish {
    plan::SiteKey site;
    PatientId patient;
    Reason reason; ///< May be left unsaid.
    Flags flags;
};

/// One line of the waiting list.
struct WaitingPerson {
    RequestId id;
    PlaceWish wish;
    Patient patient;
    Instant askedAt;
    Meters away{}; ///< From the site whose list it is to the one wished for.
};

namespace codes {
/// The person already waits for this site. Details: value.
inline constexpr ErrorCode alreadyWaiting{"clinic.already_waiting"};
/// Nobody waits under this name any more. Details: value.
inline constexpr ErrorCode requestUnknown{"clinic.request_unknown"};
} // namespace codes

} // namespace medicobus::clinic
