// SPDX-License-Identifier: EUPL-1.2
#include "clinic/claim/body.h"
#include "clinic/claim/lease.h"
#include "sync/hub/rules/claims.h"

#include <algorithm>
#include <cmath>

// Which places are free, and whose they are for a while.

namespace medicobus::sync {

using journal::Operation;

namespace {

constexpr std::size_t mostAlternatives = 3;
constexpr std::size_t passagesSearched = 6;

} // namespace

void Claims::addFree(const plan::Occurrence& passage, std::vector<clinic::Alternative>& into) const {
    if (passage.status == plan::Occurrence::Status::Cancelled) {
        return;
    }
    const std::string occurrence = passage.id.text();
    std::set<Seat> used;
    for (const LiveClaim& each : m_transaction.claimsAt(occurrence)) {
        used.insert(each.place);
    }
    for (const LeasedPlace& each : m_transaction.leasesAt(occurrence)) {
        used.insert(each.place);
    }
    for (const WaitingClaim& each : m_transaction.waitingAt(occurrence)) {
        used.insert(each.place);
    }
    for (const plan::Slot& slot : plan::slotsOf(passage, plan().programme->slot)) {
        for (int seat = 0; seat < passage.seats; ++seat) {
            if (slot.start > now() && !used.contains({occurrence, slot.index, seat})) {
                into.push_back({{passage.id, slot.index, seat}, slot.start});
            }
        }
    }
}

std::vector<clinic::Alternative> Claims::alternatives(const Seat& place) const {
    std::vector<clinic::Alternative> found;
    const auto wanted = plan().passage(place.occurrence);
    if (!wanted) {
        return found;
    }
    addFree(*wanted, found);
    const LocalTime aim =
        wanted->start
        + std::chrono::minutes(place.slot)
              * std::max<std::int64_t>(
                  1, (wanted->slot.count() > 0 ? wanted->slot : plan().programme->slot).count());
    const auto gap = [&](const clinic::Alternative& each) {
        return each.start > aim ? each.start - aim : aim - each.start;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& left, const auto& right) { return gap(left) < gap(right); });
    for (const plan::Occurrence& each :
         plan::nextPassages(*plan().programme, wanted->site, dateOf(now()), passagesSearched)) {
        if (found.size() < mostAlternatives && each.id != wanted->id) {
            addFree(each, found);
        }
    }
    found.resize(std::min(found.size(), mostAlternatives));
    return found;
}

bool Claims::grant(const DeviceId& device, const Uuid& request, std::string_view occurrence,
                   std::size_t wanted, double share, std::chrono::hours life) {
    for (const StoredOperation& each : m_transaction.ofSubject({"lease", request.text()})) {
        if (each.operation.kind == clinic::leaseGrantedKind) {
            const auto given = clinic::leaseFrom(each.operation.open);
            return given && given->device == device;
        }
    }
    const auto passage = plan().passage(occurrence);
    if (m_isRecovering || !passage || passage->end <= now()) {
        return false;
    }
    std::vector<clinic::Alternative> free;
    addFree(*passage, free);
    const auto most = static_cast<std::size_t>(std::ceil(static_cast<double>(free.size()) * share));
    const std::size_t count = std::min(wanted, most);
    const auto end = toInstant(passage->end);
    if (count == 0 || !end) {
        return false;
    }
    clinic::Lease lease;
    lease.id = request.text();
    lease.device = device;
    lease.occurrence = passage->id;
    lease.until =
        std::min(*end, m_author.now() + std::chrono::duration_cast<std::chrono::milliseconds>(life));
    for (std::size_t i = 0; i < count; ++i) {
        // Spread over the session, so that every share has early and late hours.
        const clinic::Place& place = free[i * free.size() / count].place;
        const Seat seat{std::string(occurrence), place.slot.value_or(0), place.seat};
        if (m_transaction.lease({seat, lease.id, device, lease.until})) {
            lease.places.insert({seat.slot, seat.seat});
        }
    }
    m_author.write({"lease", lease.id}, clinic::leaseGrantedKind, clinic::toJson(lease), {}, device);
    return true;
}

void Claims::release(const Operation& operation) {
    const auto said = clinic::leaseReleaseFrom(operation.open);
    if (!said) {
        return;
    }
    std::set<std::string> touched;
    for (const LeasedPlace& each : m_transaction.leasesOf(operation.device)) {
        if (each.lease == said->lease && said->places.contains({each.place.slot, each.place.seat})) {
            m_transaction.freeLease(each.place);
            touched.insert(each.place.occurrence);
        }
    }
    for (const std::string& occurrence : touched) {
        decideWaiting(occurrence);
    }
}

void Claims::freeLeasesOf(const DeviceId& device) {
    std::set<std::string> touched;
    for (const LeasedPlace& each : m_transaction.leasesOf(device)) {
        m_transaction.freeLease(each.place);
        touched.insert(each.place.occurrence);
    }
    for (const std::string& occurrence : touched) {
        decideWaiting(occurrence);
    }
}

/// What a former hub decided after the backup that this one was restored from: once told, a fact.
void Claims::adopt(const Operation& operation) {
    if (const auto decision = clinic::decisionFrom(operation.kind, operation.open)) {
        const Seat place{decision->place.occurrence.text(), decision->place.slot.value_or(0),
                         decision->place.seat};
        const auto held = m_transaction.claimOf(operation.subject.id);
        if (decision->word == clinic::Word::Ended && held && held->operation == decision->operation.text()) {
            m_transaction.freeClaim(operation.subject.id);
        }
        const auto leased = leaseOn(place);
        if (leased && leased->lease == decision->lease) {
            m_transaction.freeLease(place);
        }
    } else if (operation.kind == "device.revoked") {
        freeLeasesOf({Uuid::parse(operation.subject.id).value_or(Uuid())});
    } else if (operation.kind == clinic::leaseGrantedKind) {
        const auto lease = clinic::leaseFrom(operation.open);
        if (!lease) {
            return;
        }
        std::set<clinic::LeasedPlace> released;
        for (const StoredOperation& each : m_transaction.ofSubject({"lease", lease->id})) {
            const auto said = clinic::leaseReleaseFrom(each.operation.open);
            if (said && each.operation.kind == clinic::leaseReleasedKind) {
                released.insert(said->places.begin(), said->places.end());
            }
        }
        const auto claims = m_transaction.claimsAt(lease->occurrence.text());
        for (const clinic::LeasedPlace& each : lease->places) {
            const Seat place{lease->occurrence.text(), each.slot, each.seat};
            const bool isUsed = std::any_of(claims.begin(), claims.end(),
                                            [&](const LiveClaim& claim) { return claim.place == place; });
            if (!isUsed && !released.contains(each)) {
                m_transaction.lease({place, lease->id, lease->device, lease->until});
            }
        }
    }
}

} // namespace medicobus::sync
