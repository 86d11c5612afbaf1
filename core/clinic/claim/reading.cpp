// SPDX-License-Identifier: EUPL-1.2
#include "clinic/appointment.h"

#include "clinic/claim/body.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

// What the facts of one appointment make of it.

namespace medicobus::clinic {

namespace {

using Event = AppointmentEvent;

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

using Words = std::map<journal::OperationId, Decision>;

/// Reads the facts of one appointment in their order.
class Reading {
public:
    explicit Reading(Words words) : m_words(std::move(words)) {}

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
            // It also took their place again, if nobody else has it.
            if (const auto asked = m_asked.find(m_standing.claimedBy);
                m_standing.state == AppointmentState::Cancelled && asked != m_asked.end()) {
                take(asked->first, asked->second.claim);
            }
            m_standing.state = AppointmentState::Seen;
            m_standing.seenAt = m_standing.seenAt.value_or(fact.at());
            m_standing.hasVisit = true;
            return true;
        }
        if (fact.kind == "claim_confirmed") {
            follow(fact);
            return false;
        }
        const auto event = eventOf(fact.kind);
        return event && happen(*event, fact);
    }

    bool begin(const Fact& fact) {
        const auto claim = placeClaimFrom(fact.body);
        if (!claim) {
            return false;
        }
        note(fact, *claim);
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
        const auto found = m_words.find(operation);
        return found == m_words.end() ? nullptr : &found->second;
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
                           : decision                    ? claimUnder(decision->word)
                           : claim.basis == Basis::Own   ? Claim::Own
                           : claim.basis == Basis::Lease ? Claim::Confirmed
                                                         : Claim::Requested;
    }

    /// Nobody may be told that a place is theirs which the hub has given back: it decides again.
    static Claim claimUnder(Word word) {
        return word == Word::Confirmed ? Claim::Confirmed : Claim::Requested;
    }

    /// Claims that the author of a fact knew of, and means to be over with it; all so far when it does not
    /// say.
    std::set<journal::OperationId> knownTo(const Fact& fact) const {
        std::set<journal::OperationId> known;
        const auto list = fact.body.find("ends");
        if (list == fact.body.end() || !list->is_array()) {
            for (const auto& [operation, asked] : m_asked) {
                known.insert(operation);
            }
            return known;
        }
        for (const Json& each : *list) {
            if (const auto id = each.is_string() ? Uuid::parse(each.get<std::string>()) : std::nullopt) {
                known.insert({*id});
            }
        }
        return known;
    }

    struct Asked {
        PlaceClaim claim;
        std::set<journal::OperationId> ends;
    };
    void note(const Fact& fact, const PlaceClaim& claim) {
        auto ends = knownTo(fact);
        m_asked.emplace(fact.operation, Asked{claim, std::move(ends)});
    }
    void end(const std::set<journal::OperationId>& claims) { m_over.insert(claims.begin(), claims.end()); }

    /// Whether somebody was told that the place is theirs: by the hub, or by its teller's own right.
    bool isTold(const journal::OperationId& operation, const PlaceClaim& claim) const {
        const Decision* decision = decisionOn(operation);
        return claim.place.slot
               && (decision ? decision->word == Word::Confirmed : claim.basis != Basis::Request);
    }

    /// What was told of a place holds, whatever others had said who did not know of it.
    bool insist(const Fact& fact, const PlaceClaim& claim) {
        if (!isTold(fact.operation, claim) || claim.basis == Basis::Request
            || m_over.contains(fact.operation)) {
            return false;
        }
        goTo(fact.operation, claim);
        return true;
    }

    bool happen(Event event, const Fact& fact) {
        const auto claim =
            event == Event::Move || event == Event::Reinstate ? placeClaimFrom(fact.body) : std::nullopt;
        if (claim) {
            note(fact, *claim);
        }
        const Result<AppointmentState> after = next(m_standing.state, event);
        if (!after) {
            return claim && insist(fact, *claim);
        }
        if (event == Event::Move) {
            return move(fact);
        }
        if (event == Event::Cancel && !knowsWhere(fact)) {
            return false;
        }
        const AppointmentState before = std::exchange(m_standing.state, *after);
        noteTimes(m_standing, event, fact.at());
        if (event == Event::Cancel) {
            m_standing.cause = Coded<CancelCause>::of(textIn(fact.body, "cause"));
            m_standing.refusal.reset();
            m_standing.claim = Claim::None;
            end(knownTo(fact));
        } else if (event == Event::Reinstate && before != AppointmentState::Cancelled && claim) {
            insist(fact, *claim);
        } else if (event == Event::Reinstate && before == AppointmentState::Cancelled) {
            reinstate(fact);
        }
        return true;
    }

    /// Only who knows of a place that was told can give it back.
    bool knowsWhere(const Fact& cancellation) const {
        const bool isTold = m_standing.claim == Claim::Confirmed || m_standing.claim == Claim::Own;
        return !isTold || knownTo(cancellation).contains(m_standing.claimedBy);
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
        m_lastClaim = fact.operation;
        if (claim->place == m_standing.place && m_standing.claim != Claim::ToReplace) {
            // Back to where the person stands: what was asked for is withdrawn.
            m_standing.pending.clear();
            auto withdrawn = knownTo(fact);
            withdrawn.erase(m_standing.claimedBy);
            end(withdrawn);
            return true;
        }
        const Decision* decision = decisionOn(fact.operation);
        if (decision && decision->refusal) {
            m_standing.refusal = decision->refusal;
        } else if (claim->basis == Basis::Request) {
            m_standing.pending.push_back({fact.operation, *claim});
        } else {
            goTo(fact.operation, *claim);
        }
        return true;
    }

    /// The hub's word on a claim that was waiting, or that others who did not know of it had meant to end.
    void follow(const Fact& fact) {
        const auto operation = idIn<journal::OperationId>(fact.body, "operation");
        const auto asked = operation ? m_asked.find(*operation) : m_asked.end();
        if (asked == m_asked.end() || *operation == m_standing.claimedBy || m_over.contains(*operation)) {
            return;
        }
        const auto waits = std::find_if(m_standing.pending.begin(), m_standing.pending.end(),
                                        [&](const PendingMove& each) { return each.operation == operation; });
        if (waits == m_standing.pending.end() && !isTold(*operation, asked->second.claim)) {
            return;
        }
        const auto later = waits == m_standing.pending.end()
                               ? std::vector<PendingMove>()
                               : std::vector<PendingMove>(std::next(waits), m_standing.pending.end());
        const auto refusedSince = *operation == m_lastClaim ? std::nullopt : m_standing.refusal;
        goTo(*operation, asked->second.claim);
        m_standing.pending = later;
        if (refusedSince) {
            m_standing.refusal = refusedSince;
        }
    }

    void goTo(const journal::OperationId& operation, const PlaceClaim& claim) {
        m_standing.pending.clear();
        m_standing.former = m_standing.place;
        take(operation, claim);
        end(m_asked.at(operation).ends);
        m_standing.cause = {};
        const bool isReceived = m_standing.state == AppointmentState::InConsultation
                                || m_standing.state == AppointmentState::Seen;
        if (!isReceived) {
            m_standing.state = AppointmentState::Booked;
            m_standing.arrivedAt.reset();
        }
    }

    Words m_words;
    Standing m_standing;
    std::map<journal::OperationId, Asked> m_asked; ///< Every claim read.
    std::set<journal::OperationId> m_over;         ///< Claims that somebody who knew of them ended.
    journal::OperationId m_lastClaim;              ///< The last move read.
};

} // namespace

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
    Reading reading(wordsIn(facts));
    for (const Fact& fact : facts) {
        if (!reverted.contains(fact.operation) || !revertible.contains(fact.kind)) {
            reading.read(fact);
        }
    }
    return reading.take();
}

} // namespace medicobus::clinic
