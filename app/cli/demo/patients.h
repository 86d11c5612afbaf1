// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "clinic/patient.h"

#include <span>
#include <string>
#include <string_view>

namespace medicobus::cli {

/// A person of the demonstration, whose name says that nobody bears it.
struct FictionalPatient {
    std::string_view givenName;
    std::string_view familyName;
    std::string_view birthDate; ///< ISO 8601.
    std::string_view phone;     ///< In the ranges that ARCEP keeps for fiction: 06 39 98 00 00 to 99 99.

    /// "Aline Fictif"
    std::string fullName() const;
    /// As the crew would register them.
    [[nodiscard]] Result<clinic::PatientDetails> details() const;
};

std::span<const FictionalPatient> fictionalPatients();

} // namespace medicobus::cli
