// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/rules/claims.h"

#include "clinic/claim/body.h"
#include "clinic/claim/lease.h"

#include <algorithm>

namespace medicobus::sync {

using clinic::RefusalReason;
using journal::Operation;

namespace {

constexpr int mostRounds = 16;

/// An operation as a fact of its appointment; nothing when it is none.
std::optional<clinic::Fact> factOf(const Operation& operation) {
    const auto dot = operation.kind.find('.');
    const std::string family = operation.kind.substr(0, dot);
    const std::string said = dot == std::string::npos ? std::string() : operation.kind.substr(dot + 1);
    clinic::Fact fact;
    fact.operation = operation.id;
    fact.time = operation.time;
    fact.device = operation.device;
    fact.body = operation.open;
    if (family == "appointment") {
        fact.kind = said;
    } else if (family == "visit" || family == "claim") {
        fact.kind = family + "_" + said;
    } else {
        return std::nullopt;
    }
    if (fact.kind == "reverted") {
        fact.reverts = clinic::idIn<OperationId>(operation.open, "operation");
    }
    return fact;
}

Seat seatOf(const clinic::Place& place) {
    return {place.occurrence.text(), place.slot.value_or(0), place.seat};
}

/// What the operations of one appointment say together.
struct History {
    std::vector<clinic::Fact> facts;
    std::map<OperationId, Operation> operations;
    std::set<OperationId> decided;

    explicit History(std::vector<StoredOperation> stored) {
        for (StoredOperation& each : stored) {
            if (auto fact = factOf(each.operation)) {
                if (each.operation.kind == clinic::confirmedKind
                    || each.operation.kind == clinic::refusedKind) {
                    decided.insert(
                        clinic::idIn<OperationId>(each.operation.open, "operation").value_or(OperationId{}));
                }
                facts.push_back(std::move(*fact));
                operations.emplace(each.operation.id, std::move(each.operation));
            }
        }
    }
};

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

void Claims::settle(const std::string& appointment) {
    for (int round = 0; round < mostRounds; ++round) {
        const History history(m_transaction.ofSubject({"appointment", appointment}));
        const clinic::Standing standing = clinic::standingOf(history.facts);
        const auto holds = clinic::holdsOf(standing);
        const auto open = std::find_if(holds.begin(), holds.end(), [&](const clinic::Hold& each) {
            return !history.decided.contains(each.operation) && history.operations.contains(each.operation);
        });
        const bool isHeld = !holds.empty() && history.decided.contains(holds.front().operation);
        if (holds.empty() || (!isHeld && open != holds.begin())) {
            m_transaction.freeClaim(appointment);
        }
        if (open == holds.end()) {
            m_transaction.stopWaiting(appointment);
            return;
        }
        const Operation& claim = history.operations.at(open->operation);
        const bool isTold =
            open->claim != clinic::Claim::Requested || standing.state != clinic::AppointmentState::Booked;
        if (decide(appointment, {seatOf(open->place), claim, isTold}) == Step::Waits) {
            return;
        }
    }
}

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

Claims::Step Claims::decide(const std::string& appointment, const Wish& wish) {
    const auto wait = [&] {
        const auto waiting = m_transaction.waitingOf(appointment);
        if (!waiting || waiting->operation != wish.claim.id.text()) {
            m_transaction.wait({m_transaction.lastHubSeq(), appointment, wish.claim.id.text(), wish.place});
        }
        return Step::Waits;
    };
    if (m_isRecovering || (!wish.isTold && !plan().programme)) {
        return wait();
    }
    const auto claims = m_transaction.claimsAt(wish.place.occurrence);
    const bool isTaken = std::any_of(claims.begin(), claims.end(), [&](const LiveClaim& each) {
        return each.place == wish.place && each.appointment != appointment;
    });
    const auto leased = leaseOn(wish.place);
    const bool isOthers = leased && leased->device != wish.claim.device;
    const auto refusal = refusalBy(wish);
    if (isTaken) {
        refuse(appointment, wish, RefusalReason::Taken);
    } else if (refusal) {
        const bool isOver = *refusal == RefusalReason::PassagePast && isOthers;
        refuse(appointment, wish, isOver ? RefusalReason::Leased : *refusal);
    } else if (isOthers) {
        return wait();
    } else {
        confirm(appointment, wish);
    }
    return Step::Decided;
}

void Claims::confirm(const std::string& appointment, const Wish& wish) {
    if (!m_transaction.claim({wish.place, appointment, wish.claim.id.text()})) {
        refuse(appointment, wish, RefusalReason::Taken);
        return;
    }
    const bool wasLeased = leaseOn(wish.place).has_value();
    m_transaction.freeLease(wish.place);
    m_author.write({"appointment", appointment}, clinic::confirmedKind,
                   {{"appointment", appointment},
                    {"operation", wish.claim.id.text()},
                    {"occurrence", wish.place.occurrence},
                    {"slot", wish.place.slot},
                    {"seat", wish.place.seat}},
                   wish.claim.time, wish.claim.device);
    if (wasLeased) {
        decideWaiting(wish.place.occurrence);
    }
}

void Claims::refuse(const std::string& appointment, const Wish& wish, RefusalReason reason) {
    clinic::Decision decision;
    decision.appointment = {Uuid::parse(appointment).value_or(Uuid())};
    decision.operation = wish.claim.id;
    decision.place = {plan::OccurrenceId::parse(wish.place.occurrence).value_or(plan::OccurrenceId{}),
                      wish.place.slot, wish.place.seat};
    decision.refusal = clinic::Refusal{wish.claim.id, decision.place, reason, alternatives(wish.place)};
    m_author.write({"appointment", appointment}, clinic::refusedKind, clinic::toJson(decision),
                   wish.claim.time, wish.claim.device);
}

void Claims::decideWaiting(std::string_view occurrence) {
    for (const WaitingClaim& each : m_transaction.waitingAt(occurrence)) {
        // An earlier one of this very list may have been decided with it.
        if (m_transaction.waitingOf(each.appointment)) {
            settle(each.appointment);
        }
    }
}

} // namespace medicobus::sync
