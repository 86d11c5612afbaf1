// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/rules/claims.h"

#include "clinic/claim/lease.h"
#include "sync/hub/rules/case.h"

#include <algorithm>

// Which claim an appointment holds its place by, and which it gives back.

namespace medicobus::sync {

using journal::Operation;

namespace {

constexpr int mostRounds = 16;

} // namespace

Claims::Claims(HubTransaction& transaction, Author& author, PlanViews& plans)
    : m_transaction(transaction),
      m_author(author),
      m_plans(plans),
      m_isRecovering(isRecovering(transaction)) {}

LocalTime Claims::now() const {
    return toParis(m_author.now())
        .value_or(LocalTime(floor<std::chrono::minutes>(m_author.now().time_since_epoch())));
}

void Claims::follow(const Operation& operation, bool isHubs) {
    const std::string& type = operation.subject.type;
    if (operation.kind == clinic::leaseReleasedKind) {
        release(operation);
    } else if (isHubs) {
        adopt(operation);
    }
    if (type == "appointment") {
        settle(operation.subject.id);
    } else if (type == "programme" || type == "passage" || type == "site") {
        decideWaiting({});
    }
}

void Claims::followRejected(const Operation& operation) {
    if (operation.subject.type == "appointment") {
        settle(operation.subject.id);
    }
}

void Claims::settle(const std::string& appointment) {
    for (int round = 0; round < mostRounds; ++round) {
        const Case matter(appointment, m_transaction.ofSubject({"appointment", appointment}));
        if (awaitsClaim(matter)) {
            return;
        }
        const clinic::Standing standing = clinic::standingOf(matter.facts);
        const auto holds = clinic::holdsOf(standing);
        if (giveBack(matter, holds)) {
            continue;
        }
        const auto open = std::find_if(holds.begin(), holds.end(), [&](const clinic::Hold& each) {
            return matter.operations.contains(each.operation)
                   && matter.wordOn(each.operation) != clinic::Word::Confirmed;
        });
        if (!holds.empty() && open != holds.begin() && !keep(matter, holds.front())) {
            return;
        }
        if (open == holds.end()) {
            m_transaction.stopWaiting(appointment);
            return;
        }
        const bool isTold =
            open->claim != clinic::Claim::Requested || standing.state != clinic::AppointmentState::Booked;
        if (decide(matter, {seatOf(open->place), matter.operations.at(open->operation), isTold})
            == Step::Waits) {
            return;
        }
    }
}

/// A former hub confirmed a claim that nobody has brought yet: its place is kept, and nothing decided.
bool Claims::awaitsClaim(const Case& matter) {
    for (const auto& [claim, said] : matter.words) {
        if (said.word == clinic::Word::Confirmed && !m_transaction.operation(claim)) {
            const Seat place = seatOf(said.place);
            if (!m_transaction.claim({place, matter.appointment, claim.text()})) {
                wait(matter.appointment, claim, place);
            }
            return true;
        }
    }
    return false;
}

/// Ends the claim by which the person does not stand any more. A place of a share comes back in the same way
/// when it was given up before anything was decided: its device told it once and promises it to nobody else.
/// True when one did.
bool Claims::giveBack(const Case& matter, const std::vector<clinic::Hold>& holds) {
    const auto stands = [&](const OperationId& claim) {
        return std::any_of(holds.begin(), holds.end(),
                           [&](const clinic::Hold& each) { return each.operation == claim; });
    };
    const auto held = m_transaction.claimOf(matter.appointment);
    if (held && !stands(idOf(held->operation))) {
        m_transaction.freeClaim(matter.appointment);
        end(matter, idOf(held->operation), held->place);
    }
    std::set<std::string> freed;
    for (const auto& [id, operation] : matter.operations) {
        const auto used = clinic::placeClaimFrom(operation.open);
        if (!used || used->basis != clinic::Basis::Lease || stands(id) || matter.wordOn(id)
            || !isGivenUp(matter, operation)) {
            continue;
        }
        const Seat place = seatOf(used->place);
        if (isUseOf(leaseOn(place), operation)) {
            m_transaction.freeLease(place);
            end(matter, id, place);
            freed.insert(place.occurrence);
        }
    }
    for (const std::string& occurrence : freed) {
        decideWaiting(occurrence);
    }
    return !freed.empty();
}

bool Claims::isGivenUp(const Case& matter, const Operation& claim) {
    return std::any_of(matter.operations.begin(), matter.operations.end(), [&](const auto& each) {
        const Operation& later = each.second;
        const bool isItsDevices = later.device == claim.device && later.seq > claim.seq
                                  && (later.kind == "appointment.cancelled"
                                      || (later.kind == "appointment.moved" && isToldBy(later)));
        return isItsDevices || isEndedBy(later, claim.id);
    });
}

/// Holds the place of a confirmed claim; false when it is another's, as may be told after a restore, and
/// nothing can be decided now.
bool Claims::keep(const Case& matter, const clinic::Hold& hold) {
    const Seat place = seatOf(hold.place);
    if (matter.wordOn(hold.operation) != clinic::Word::Confirmed
        || m_transaction.claim({place, matter.appointment, hold.operation.text()})) {
        return true;
    }
    if (m_isRecovering) {
        wait(matter.appointment, hold.operation, place);
        return false;
    }
    end(matter, hold.operation, place);
    settle(matter.appointment);
    return false;
}

} // namespace medicobus::sync
