// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/projection.h"

// The operations that this floor writes and reads. `open` may be read by anyone and names no person; `sealed`
// holds what concerns one, under the key of that person (`seal_key`). The link between a person and an
// appointment stands in the sealed body alone: what anyone may see is that some bodies share a key.
//
//   kind                     subject            open                               sealed
//   programme.published      programme, version the programme, base
//   passage.moved            passage, id        start end reason sequence base
//   passage.cancelled        passage, id        reason sequence base
//   passage.kept             passage, id        sequence base
//   passage.reverted         passage, id        operation
//   site.closed              site, key          from until reason base
//   site.reopened            site, key          operation (the closure)
//   patient.registered       patient, id                                           the fields
//   patient.corrected        patient, id        seen {field: operation}            the fields that change
//   patient.chosen           patient, id        field operation seen [operations]
//   patient.erased           patient, id        keys
//   patient.merged           patient, id        into (the one who stays)
//   patient.parted           patient, id        operation (the merge)
//   appointment.booked       appointment, id    PlaceClaim                         patient reason flags
//   follows appointment.walked_in    appointment, id    occurrence promised                patient reason
//   flags appointment.deposited    appointment, id    PlaceClaim box                     a box to the crew
//   deposit.taken            appointment, id                                       patient reason flags
//   crew.keyed               crew, fingerprint  key
//   appointment.moved        appointment, id    PlaceClaim ends
//   appointment.reinstated   appointment, id    ends; after a cancellation, PlaceClaim
//   appointment.arrived, .begun, .seen, .absent
//                            appointment, id
//   appointment.cancelled    appointment, id    cause ends [the claims that its author knew of]
//   appointment.reverted     appointment, id    operation
//   visit.recorded           appointment, id                                       Visit
//   visit.corrected          appointment, id                                       Visit
//   claim.confirmed          appointment, id    Decision
//   claim.refused            appointment, id    Decision
//   claim.ended              appointment, id    Decision
//   lease.granted            lease, id          Lease
//   lease.released           lease, id          LeaseRelease
//   tour.departed, tour.returned, stop.arrived, stop.left
//                            tour, bus@date     bus date at occurrence driven_m
//   stop.closed              tour, bus@date     bus date at occurrence checked [equipment]
//   tour.reverted            tour, bus@date     operation
//   stop.noted               stop, site                                            the fields that change
//   request.made             request, id        site                               patient reason flags
//   request.withdrawn        request, id        cause
//   request.tried            request, id
//   request.reverted         request, id        operation
//   reminder.said            reminder, appointment  answer occurrence promised
//   reminder.reverted        the same           operation
//
// `appointment.booked` names in `request` the request that it answers, where it answers one.

namespace medicobus::clinic {

/// The tables of the desk, made from operations alone, in whatever order these come. They hold sealed bodies
/// as sealed, so that making them again needs no key. Two requests may stand for one place until the hub
/// decides; what a desk itself refuses is in `Desk`.
class ClinicProjection : public journal::Projection {
public:
    std::string name() const override { return "clinic"; }
    int version() const override { return 8; }
    std::vector<std::string> tables() const override;
    void create(SQLite::Database& db) const override;
    /// A known kind whose body cannot be read changes no table: it stays in the journal and is passed on.
    [[nodiscard]] Result<void> apply(journal::Connection& db,
                                     const journal::Operation& operation) const override;
};

} // namespace medicobus::clinic
