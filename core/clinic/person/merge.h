// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/claim/place.h"
#include "clinic/patient.h"
#include "journal/operation.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::clinic {

/// A body as the journal holds it, with what is needed to open it.
struct SealedBody {
    journal::OperationId operation;
    AppointmentId appointment{}; ///< Where it is of one.
    std::optional<std::string> key;
    std::string bytes;
};

/// One thing said of a person, as stored.
struct SealedPatientFact {
    PatientId patient;
    HybridTime time;
    journal::DeviceId device;
    std::string kind; ///< "patient.registered", ".corrected", ".chosen", ".erased".
    Json open = Json::object();
    SealedBody body; ///< Empty bytes when nothing is sealed.
};

/// One thing said of a person, opened.
struct PatientFact {
    journal::OperationId operation;
    HybridTime time;
    journal::DeviceId device;
    std::string kind;
    Json open = Json::object();
    Json fields = Json::object();
};

/// A person as all facts make them.
struct PatientRecord {
    PatientDetails details;
    /// For each field, the operations that nobody replaced, the one whose value stands first: what the next
    /// correction says that it has seen.
    std::map<std::string, std::vector<journal::OperationId>> heads;
    std::map<std::string, HybridTime> writtenAt; ///< When the value that stands was said, by field.
    std::vector<FieldConflict> conflicts;
    bool isErased = false;
};

/// The fields of a person as bodies name them.
const std::vector<std::string>& patientFields();

/// What stands when every fact is read, whatever their order: of each field the last value by hybrid time,
/// device and operation, among those that no other writer had seen and replaced. More than one such value is
/// a conflict, until `patient.chosen` names one. Erased wins over everything. Nothing when no fact tells who
/// the person is.
std::optional<PatientRecord> mergePatient(std::vector<PatientFact> facts);

/// The fields that differ, as the sealed body of `patient.corrected`.
Json changesBetween(const PatientDetails& before, const PatientDetails& after);

} // namespace medicobus::clinic
