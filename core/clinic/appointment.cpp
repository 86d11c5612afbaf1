// SPDX-License-Identifier: EUPL-1.2
#include "clinic/appointment.h"

#include "clinic/claim/body.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace medicobus::clinic {

namespace {

using Event = AppointmentEvent;

const std::map<std::string, Event, std::less<>> eventOfKind{
    {"arrived", Event::Arrive},       {"begun", Event::Begin},      {"seen", Event::See},
    {"absent", Event::MarkAbsent},    {"cancelled", Event::Cancel}, {"moved", Event::Move},
    {"reinstated", Event::Reinstate},
};

/// The kinds that `reverted` may take back.
const std::set<std::string, std::less<>> revertible{"arrived", "begun", "seen", "absent", "reinstated"};

void noteTimes(Standing& standing, Event event, Instant at) {
    if (event == Event::Arrive) {
        standing.arrivedAt = at;
    } else if (event == Event::Begin) {
        standing.begunAt = at;
    } else if (event == Event::See) {
        standing.seenAt = at;
    }
}

using Decisions = std::map<journal::OperationId, Decision>;

/// Reads the facts of one appointment in their order.
class Reading {
public:
    explicit Reading(Decisions decisions) : m_decisions(std::move(decisions)) {}

    void read(const Fact& fact) {
        if (apply(fact)) {
            m_standing.last = fact.operation;
            m_standing.lastKind = fact.kind;
        }
        if (!allows(m_standing.state, Event::Move)) {
            // Whoever was received, or did not come, waits for no other place.
            m_standing.pending.clear();
        }
    }
    Standing take() { return std::move(m_standing); }

private:
    /// True when a person's word changed what stands.
    bool apply(const Fact& fact) {
        if (fact.kind == "booked" || fact.kind == "deposited") {
            return begin(fact);
        }
        if (fact.kind == "walked_in") {
            return walkIn(fact);
        }
        if (fact.kind == "visit_recorded") {
            // A visit that took place outweighs whatever was thought before.
            m_standing.state = AppointmentState::Seen;
            m_standing.seenAt = m_standing.seenAt.value_or(fact.at());
            m_standing.hasVisit = true;
            return true;
        }
        if (fact.kind == "claim_confirmed") {
            followMove(fact);
            return false;
        }
        const auto event = eventOfKind.find(fact.kind);
        return event != eventOfKind.end() && happen(event->second, fact);
    }

    bool begin(const Fact& fact) {
        const auto claim = placeClaimFrom(fact.body);
        if (!claim) {
            return false;
        }
        take(fact.operation, *claim);
        m_standing.state = AppointmentState::Booked;
        return true;
    }

    bool walkIn(const Fact& fact) {
        const auto claim = placeClaimFrom(fact.body);
        if (!claim) {
            return false;
        }
        m_standing.place = Place{claim->place.occurrence, std::nullopt};
        m_standing.promised = claim->promised;
        m_standing.state = AppointmentState::Arrived;
        m_standing.arrivedAt = fact.at();
        return true;
    }

    const Decision* decisionOn(const journal::OperationId& operation) const {
        const auto found = m_decisions.find(operation);
        return found == m_decisions.end() ? nullptr : &found->second;
    }

    /// Stands at the claimed place, as the hub has decided or as the claim itself allows.
    void take(const journal::OperationId& operation, const PlaceClaim& claim) {
        const Decision* decision = decisionOn(operation);
        m_standing.place = claim.place;
        m_standing.promised = claim.promised;
        m_standing.claimedBy = operation;
        m_standing.refusal = decision ? decision->refusal : std::nullopt;
        m_standing.claim = m_standing.refusal            ? Claim::ToReplace
                           : !claim.place.slot           ? Claim::None
                           : decision                    ? Claim::Confirmed
                           : claim.basis == Basis::Own   ? Claim::Own
                           : claim.basis == Basis::Lease ? Claim::Confirmed
                                                         : Claim::Requested;
    }

    bool happen(Event event, const Fact& fact) {
        const Result<AppointmentState> after = next(m_standing.state, event);
        if (!after) {
            return false;
        }
        if (event == Event::Move) {
            return move(fact);
        }
        const AppointmentState before = std::exchange(m_standing.state, *after);
        noteTimes(m_standing, event, fact.at());
        if (event == Event::Cancel) {
            m_standing.cause = Coded<CancelCause>::of(textIn(fact.body, "cause"));
            m_standing.refusal.reset();
            m_standing.claim = Claim::None;
        } else if (event == Event::Reinstate && before == AppointmentState::Cancelled) {
            reinstate(fact);
        }
        return true;
    }

    void reinstate(const Fact& fact) {
        m_standing.cause = {};
        if (!m_standing.place) {
            return;
        }
        if (!m_standing.place->slot) {
            // Someone without a slot was here from the first.
            m_standing.state = AppointmentState::Arrived;
            return;
        }
        take(fact.operation,
             placeClaimFrom(fact.body).value_or(PlaceClaim{*m_standing.place, m_standing.promised}));
    }

    bool move(const Fact& fact) {
        const auto claim = placeClaimFrom(fact.body);
        if (!claim || !claim->place.slot) {
            // Nobody is moved to no place; a newer version may mean something by it.
            return false;
        }
        m_standing.refusal.reset();
        if (claim->place == m_standing.place && m_standing.claim != Claim::ToReplace) {
            // Back to where the person stands: what was asked for is withdrawn.
            m_standing.pending.clear();
            return true;
        }
        const Decision* decision = decisionOn(fact.operation);
        if (decision && decision->refusal) {
            m_standing.refusal = decision->refusal;
        } else if (claim->basis == Basis::Request) {
            m_standing.pending.push_back({fact.operation, *claim});
        } else {
            m_standing.pending.clear();
            goTo(fact.operation, *claim);
        }
        return true;
    }

    /// The hub's word on a move that was waiting.
    void followMove(const Fact& fact) {
        const auto operation = idIn<journal::OperationId>(fact.body, "operation");
        const auto waits = std::find_if(m_standing.pending.begin(), m_standing.pending.end(),
                                        [&](const PendingMove& each) { return each.operation == operation; });
        if (waits == m_standing.pending.end()) {
            return;
        }
        const PendingMove move = *waits;
        m_standing.pending.erase(m_standing.pending.begin(), std::next(waits));
        goTo(move.operation, move.claim);
    }

    void goTo(const journal::OperationId& operation, const PlaceClaim& claim) {
        m_standing.former = m_standing.place;
        take(operation, claim);
        m_standing.state = AppointmentState::Booked;
        m_standing.arrivedAt.reset();
    }

    Decisions m_decisions;
    Standing m_standing;
};

/// The first decision on each claim; what a hub has once told stays.
Decisions decisionsIn(const std::vector<Fact>& sorted) {
    Decisions decisions;
    for (const Fact& fact : sorted) {
        const bool isDecision = fact.kind == "claim_confirmed" || fact.kind == "claim_refused";
        const auto read =
            isDecision ? decisionFrom(fact.kind == "claim_refused" ? refusedKind : confirmedKind, fact.body)
                       : std::nullopt;
        if (read) {
            decisions.try_emplace(read->operation, *read);
        }
    }
    return decisions;
}

} // namespace

bool earlier(const Fact& left, const Fact& right) {
    return std::tie(left.time, left.device, left.operation)
           < std::tie(right.time, right.device, right.operation);
}

Standing standingOf(std::vector<Fact> facts) {
    std::sort(facts.begin(), facts.end(), earlier);
    facts.erase(
        std::unique(facts.begin(), facts.end(),
                    [](const Fact& left, const Fact& right) { return left.operation == right.operation; }),
        facts.end());
    std::set<journal::OperationId> reverted;
    for (const Fact& fact : facts) {
        if (fact.reverts) {
            reverted.insert(*fact.reverts);
        }
    }
    Reading reading(decisionsIn(facts));
    for (const Fact& fact : facts) {
        if (!reverted.contains(fact.operation) || !revertible.contains(fact.kind)) {
            reading.read(fact);
        }
    }
    return reading.take();
}

std::vector<Hold> holdsOf(const Standing& standing) {
    std::vector<Hold> holds;
    if (!standing.place || !standing.place->slot || !holdsSlot(standing.state)) {
        return holds;
    }
    if (standing.claim != Claim::ToReplace) {
        holds.push_back({*standing.place, standing.claim, standing.claimedBy});
    }
    for (const PendingMove& each : standing.pending) {
        holds.push_back({each.claim.place, Claim::Requested, each.operation});
    }
    return holds;
}

std::string factKind(AppointmentEvent event) {
    const auto found = std::find_if(eventOfKind.begin(), eventOfKind.end(),
                                    [event](const auto& each) { return each.second == event; });
    return found == eventOfKind.end() ? std::string() : found->first;
}

} // namespace medicobus::clinic
