// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/cast/tablet.h"
#include "tests/simulation/oracle/violation.h"
#include "tests/simulation/play/step.h"

namespace medicobus::simulation {

/// What came of an act, as the person at the device saw it.
struct Deed {
    std::string code = "done"; ///< Or that of the refusal.
    std::optional<Violation> broken;
    std::optional<clinic::PatientId> registered;
    std::optional<clinic::PatientId> erased;

    bool isDone() const { return code == "done"; }
};

/// Persons of whom the actors know, in order of their coming.
using People = std::vector<clinic::PatientId>;

/// Does on a running device what the step says, and reads it back (G4).
Deed perform(Tablet& tablet, const Step& step, const People& people);

/// A town hall's deposit of a resident's booking, sealed to the crew.
journal::OperationDraft depositAt(Tablet& tablet, const vault::PublicKey& crewKey,
                                  const plan::Occurrence& passage, int slot);

} // namespace medicobus::simulation
