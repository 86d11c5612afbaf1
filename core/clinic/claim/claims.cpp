// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "journal/store/rows.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

constexpr std::size_t offeredInstead = 3;

/// The places of this slot in one of these leases, by seat.
std::optional<PlaceClaim> inLease(const std::vector<Lease>& leases, const PlaceClaim& claim) {
    const LeasedPlace place{claim.place.slot.value_or(0), claim.place.seat};
    for (const Lease& lease : leases) {
        if (lease.places.contains(place)) {
            PlaceClaim leased = claim;
            leased.basis = Basis::Lease;
            leased.lease = lease.id;
            return leased;
        }
    }
    return std::nullopt;
}

} // namespace

bool Desk::isEnrolled() const {
    return m_state->isEnrolled;
}

Result<void> Desk::setEnrolled() {
    return m_state->journal->setLocal(enrolledKey, "1").map([&] { m_state->isEnrolled = true; });
}

Instant Desk::State::leaseTime() const {
    const auto seen = ask([](const auto& db) { return journal::latestTime(db); });
    return leaseClock(clock.now(), seen.value_or(HybridTime{}));
}

Result<std::vector<Lease>> Desk::State::untold(const std::optional<plan::OccurrenceId>& at) const {
    auto held = ask([&](const auto& db) { return rows::leases(db, journal->device(), at); });
    const auto ruled = journal->ruled();
    if (!held || !ruled) {
        return Fault(held ? ruled.error() : held.error());
    }
    for (const journal::RuledOperation& each : *ruled) {
        const auto claim =
            each.note.verdict == "rejected" ? placeClaimFrom(each.operation.open) : std::nullopt;
        if (!claim || claim->basis != Basis::Lease || !claim->place.slot) {
            continue;
        }
        for (Lease& lease : *held) {
            if (lease.id == claim->lease) {
                lease.places.erase({*claim->place.slot, claim->place.seat});
            }
        }
    }
    return held;
}

Result<std::vector<Lease>> Desk::State::leases(const std::optional<plan::OccurrenceId>& at) const {
    return untold(at).map([&](std::vector<Lease>&& held) {
        const Instant time = leaseTime();
        std::erase_if(held, [&](const Lease& each) { return each.until <= time; });
        return std::move(held);
    });
}

Result<std::vector<Lease>> Desk::leases() const {
    return m_state->leases(std::nullopt);
}

Result<int> Desk::releaseEndedLeases() {
    const auto held = m_state->untold(std::nullopt);
    if (!held) {
        return Fault(held.error());
    }
    int released = 0;
    for (const Lease& lease : *held) {
        if (lease.places.empty() || m_state->leaseTime() < lease.until) {
            continue;
        }
        const auto stored = m_state->append({"lease", lease.id}, leaseReleasedKind,
                                            toJson(LeaseRelease{lease.id, lease.places}));
        if (!stored) {
            return Fault(stored.error());
        }
        ++released;
    }
    return released;
}

Result<std::optional<PlaceClaim>> Desk::State::claimOn(const plan::Occurrence& occurrence,
                                                       const plan::Slot& slot) const {
    const auto taken = ask([&](const auto& db) { return rows::taken(db, occurrence.id); });
    if (!taken) {
        return Fault(taken.error());
    }
    std::vector<PlaceClaim> free;
    for (int seat = 0; seat < std::max(1, occurrence.seats); ++seat) {
        if (!taken->contains({slot.index, seat})) {
            const Basis basis = isEnrolled ? Basis::Request : Basis::Own;
            free.push_back({{occurrence.id, slot.index, seat}, slot.start, basis, {}});
        }
    }
    if (free.empty()) {
        return std::optional<PlaceClaim>();
    }
    if (isEnrolled) {
        const auto mine = leases(occurrence.id);
        if (!mine) {
            return Fault(mine.error());
        }
        for (const PlaceClaim& each : free) {
            if (auto leased = inLease(*mine, each)) {
                return leased;
            }
        }
    }
    const auto apart = setApart(occurrence.id);
    if (!apart) {
        return Fault(apart.error());
    }
    // A seat set apart for another device comes last: whoever asks for it has to wait.
    const auto open = std::find_if(free.begin(), free.end(), [&](const PlaceClaim& each) {
        return !apart->contains({slot.index, each.place.seat});
    });
    return std::optional(open == free.end() ? free.front() : *open);
}

Result<std::vector<Displaced>> Desk::toConfirm() const {
    const auto booked = m_state->ask([](const auto& db) { return rows::expected(db); });
    if (!booked) {
        return Fault(booked.error());
    }
    std::vector<Displaced> waiting;
    for (const Appointment& each : *booked) {
        if (each.claim != Claim::Requested && !each.wanted) {
            continue;
        }
        auto listed = m_state->listed(each);
        if (!listed) {
            return Fault(std::move(listed.error()));
        }
        const auto isApart = m_state->isSetApart(each);
        if (!isApart) {
            return Fault(isApart.error());
        }
        listed->isSetApart = *isApart;
        if (m_state->isAhead(*listed)) {
            waiting.push_back(std::move(*listed));
        }
    }
    return waiting;
}

Result<std::vector<FreeSlot>> Desk::State::insteadOf(const Displaced& displaced) const {
    std::vector<FreeSlot> free;
    if (!programme) {
        return free;
    }
    const auto& refusal = displaced.appointment.refusal;
    for (const Alternative& each : refusal ? refusal->alternatives : std::vector<Alternative>()) {
        const auto occurrence = findPassage(*programme, each.place.occurrence);
        const auto slots = occurrence ? openSlots(*occurrence) : std::vector<plan::Slot>();
        if (!slots) {
            return Fault(slots.error());
        }
        const auto slot = std::find_if(slots->begin(), slots->end(), [&](const plan::Slot& one) {
            return one.index == each.place.slot && one.start >= now();
        });
        if (slot != slots->end()) {
            free.push_back({*occurrence, *slot});
        }
    }
    if (!free.empty()) {
        return free;
    }
    if (displaced.occurrence) {
        return nearestFree(*displaced.occurrence, displaced.appointment.promised, offeredInstead);
    }
    return free;
}

Result<std::vector<CallLine>> Desk::callList() const {
    if (const auto open = m_state->unlocked(); !open) {
        return Fault(open.error());
    }
    auto toCall = m_state->misfortunes(true);
    if (!toCall) {
        return Fault(std::move(toCall.error()));
    }
    std::vector<CallLine> lines;
    for (Displaced& each : *toCall) {
        CallLine line;
        line.appointment = each.appointment.id;
        if (each.patient) {
            line.name = each.patient->details.familyName + " " + each.patient->details.givenName;
            line.phone = displayPhone(each.patient->details.phone);
        }
        line.promised = each.appointment.promised;
        line.site = each.occurrence ? each.occurrence->site.value : std::string();
        line.mishap = each.mishap;
        line.reason = each.mishap == Mishap::PassageCancelled ? each.occurrence->reason : std::string();
        line.alternatives = std::move(each.alternatives);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace medicobus::clinic
