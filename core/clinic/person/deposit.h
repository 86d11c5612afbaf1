// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/appointment.h"
#include "clinic/patient.h"
#include "clinic/visit.h"

namespace medicobus::clinic {

/// What a town hall asks for on behalf of a person, and cannot read again once it is sealed.
struct DepositRequest {
    plan::OccurrenceId occurrence;
    int slot = 0;
    PatientDetails details;
    Reason reason; ///< May be left unsaid.
    Flags flags;
};

/// A request left by a town hall, opened by the crew.
struct Deposit {
    Appointment appointment; ///< Its place and claim; nobody's until it is taken.
    PatientDetails details;
    Reason reason;
    Flags flags;
    bool isUnreadable = false; ///< Sealed to another crew, or damaged.
};

namespace codes {
/// No such deposit, or one that was taken. Details: value.
inline constexpr ErrorCode noDeposit{"clinic.no_deposit"};
} // namespace codes

} // namespace medicobus::clinic
