// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/projection.h"

// The operations that this floor writes and reads. `open` may be read by anyone; `sealed` holds what concerns
// a person and is stored unsealed until `vault` seals it by patient.
//
//   kind                     subject            open                              sealed
//   programme.published      programme, version the programme, medicobus-programme/1
//   passage.moved            passage, id        start end reason sequence
//   passage.cancelled        passage, id        reason sequence
//   passage.kept             passage, id        sequence
//   passage.reverted         passage, id        operation
//   site.closed              site, key          from until reason
//   site.reopened            site, key          operation (the closure)
//   patient.registered       patient, id                                          PatientDetails
//   patient.corrected        patient, id                                          PatientDetails
//   appointment.booked       appointment, id    occurrence slot promised          patient reason flags
//   follows appointment.walked_in    appointment, id    occurrence promised               patient reason
//   flags appointment.moved        appointment, id    occurrence slot promised appointment.arrived, .begun,
//   .seen, .absent, .reinstated
//                            appointment, id
//   appointment.cancelled    appointment, id    cause
//   appointment.reverted     appointment, id    operation
//   visit.recorded           appointment, id                                      Visit
//   visit.corrected          appointment, id                                      Visit
//   tour.departed, tour.returned, stop.arrived, stop.left
//                            tour, bus@date     bus date at occurrence
//   tour.reverted            tour, bus@date     operation

namespace medicobus::clinic {

/// The tables of the desk, made from operations alone. Two live appointments on one slot are impossible by a
/// unique index, whoever writes.
class ClinicProjection : public journal::Projection {
public:
    std::string name() const override { return "clinic"; }
    int version() const override { return 1; }
    std::vector<std::string> tables() const override;
    void create(SQLite::Database& db) const override;
    /// Errors: `clinic.slot_taken` when the operation would put two live appointments on one slot;
    /// `clinic.bad_body` (kind, key) for a known kind whose body cannot be read.
    [[nodiscard]] Result<void> apply(SQLite::Database& db,
                                     const journal::Operation& operation) const override;
};

namespace codes {
inline constexpr ErrorCode badBody{"clinic.bad_body"};
} // namespace codes

} // namespace medicobus::clinic
