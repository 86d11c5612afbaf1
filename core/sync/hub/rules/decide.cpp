// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/rules/case.h"

#include <algorithm>

// What the hub says of a claim.

namespace medicobus::sync {

using clinic::RefusalReason;
using journal::Operation;

std::optional<LeasedPlace> Claims::leaseOn(const Seat& place) const {
    for (LeasedPlace& each : m_transaction.leasesAt(place.occurrence)) {
        if (each.place == place) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

const PlanView& Claims::plan() const {
    return *m_plans.now(m_transaction);
}

std::optional<RefusalReason> Claims::refusalBy(const Wish& wish) const {
    if (wish.isTold) {
        return std::nullopt;
    }
    const auto passage = plan().passage(wish.place.occurrence);
    if (!passage) {
        return RefusalReason::NoSuchPlace;
    }
    if (passage->status == plan::Occurrence::Status::Cancelled) {
        return RefusalReason::PassageCancelled;
    }
    if (passage->end <= now()) {
        return RefusalReason::PassagePast;
    }
    const auto slots = plan::slotsOf(*passage, plan().programme->slot);
    const bool isThere = std::any_of(slots.begin(), slots.end(),
                                     [&](const plan::Slot& each) { return each.index == wish.place.slot; });
    return isThere && wish.place.seat >= 0 && wish.place.seat < passage->seats
               ? std::nullopt
               : std::optional(RefusalReason::NoSuchPlace);
}

void Claims::wait(const std::string& appointment, const OperationId& claim, const Seat& place) {
    const auto waiting = m_transaction.waitingOf(appointment);
    if (!waiting || waiting->operation != claim.text()) {
        m_transaction.wait({m_transaction.lastHubSeq(), appointment, claim.text(), place});
    }
}

Claims::Step Claims::decide(const Case& matter, const Wish& wish) {
    const auto leased = leaseOn(wish.place);
    const bool isOthers = leased && leased->device != wish.claim.device;
    if (m_isRecovering || (!wish.isTold && !plan().programme)) {
        wait(matter.appointment, wish.claim.id, wish.place);
        return Step::Waits;
    }
    const auto claims = m_transaction.claimsAt(wish.place.occurrence);
    const bool isTaken = std::any_of(claims.begin(), claims.end(), [&](const LiveClaim& each) {
        return each.place == wish.place && each.appointment != matter.appointment;
    });
    const auto refusal = refusalBy(wish);
    if (isTaken) {
        refuse(matter, wish, RefusalReason::Taken);
    } else if (refusal) {
        const bool isOver = *refusal == RefusalReason::PassagePast && isOthers;
        refuse(matter, wish, isOver ? RefusalReason::Leased : *refusal);
    } else if (isOthers) {
        wait(matter.appointment, wish.claim.id, wish.place);
        return Step::Waits;
    } else {
        confirm(matter, wish);
    }
    return Step::Decided;
}

bool Claims::isUseOf(const std::optional<LeasedPlace>& leased, const Operation& claim) {
    const auto asked = clinic::placeClaimFrom(claim.open);
    return leased && asked && asked->basis == clinic::Basis::Lease && asked->lease == leased->lease
           && leased->device == claim.device;
}

void Claims::confirm(const Case& matter, const Wish& wish) {
    const auto former = m_transaction.claimOf(matter.appointment);
    if (!m_transaction.claim({wish.place, matter.appointment, wish.claim.id.text()})) {
        refuse(matter, wish, RefusalReason::Taken);
        return;
    }
    if (former && former->operation != wish.claim.id.text()) {
        end(matter, idOf(former->operation), former->place);
    }
    const auto leased = leaseOn(wish.place);
    // A place of its share that a device only asked for stays in the share, where it may still be promised.
    const bool isUsed = isUseOf(leased, wish.claim);
    clinic::Decision decision = decisionOn(matter, wish.claim.id, wish.place);
    if (isUsed) {
        m_transaction.freeLease(wish.place);
        decision.lease = leased->lease;
    }
    say(matter, decision);
    if (isUsed) {
        decideWaiting(wish.place.occurrence);
    }
}

void Claims::refuse(const Case& matter, const Wish& wish, RefusalReason reason) {
    clinic::Decision decision = decisionOn(matter, wish.claim.id, wish.place);
    decision.word = clinic::Word::Refused;
    decision.refusal = clinic::Refusal{wish.claim.id, decision.place, reason, alternatives(wish.place)};
    say(matter, decision);
}

void Claims::end(const Case& matter, const OperationId& claim, const Seat& place) {
    clinic::Decision decision = decisionOn(matter, claim, place);
    decision.word = clinic::Word::Ended;
    say(matter, decision);
}

clinic::Decision Claims::decisionOn(const Case& matter, const OperationId& claim, const Seat& place) {
    clinic::Decision decision;
    decision.appointment = {idOf(matter.appointment).value};
    decision.operation = claim;
    decision.place = {plan::OccurrenceId::parse(place.occurrence).value_or(plan::OccurrenceId{}), place.slot,
                      place.seat};
    const auto known = matter.operations.find(claim);
    if (known != matter.operations.end()) {
        decision.device = known->second.device;
    }
    return decision;
}

void Claims::say(const Case& matter, const clinic::Decision& decision) {
    const journal::Subject subject{"appointment", matter.appointment};
    // Later than all that is known of the appointment, so that every reader meets it behind that.
    m_author.write(subject, clinic::kindOf(decision.word), clinic::toJson(decision), matter.latest,
                   matter.depositor ? matter.depositor : decision.device);
}

void Claims::decideWaiting(std::string_view occurrence) {
    auto waiting = m_transaction.waitingAt(occurrence);
    // What people were told goes before what they asked for.
    std::stable_partition(waiting.begin(), waiting.end(),
                          [&](const WaitingClaim& each) { return isTold(each); });
    for (const WaitingClaim& each : waiting) {
        // An earlier one of this very list may have been decided with it.
        if (m_transaction.waitingOf(each.appointment)) {
            settle(each.appointment);
        }
    }
}

bool Claims::isTold(const WaitingClaim& waiting) {
    const OperationId claim = idOf(waiting.operation);
    const Case matter(waiting.appointment, m_transaction.ofSubject({"appointment", waiting.appointment}));
    const auto known = matter.operations.find(claim);
    return known == matter.operations.end() || isToldBy(known->second)
           || matter.wordOn(claim) == clinic::Word::Confirmed;
}

} // namespace medicobus::sync
