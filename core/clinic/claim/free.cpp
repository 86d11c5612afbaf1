// SPDX-License-Identifier: EUPL-1.2
#include "base/geo.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>
#include <tuple>

// Which places can be had, and the nearest of them.

namespace medicobus::clinic {

namespace {

constexpr date::days nearbyDates{28};

std::vector<plan::Slot> slotsLeft(const plan::Occurrence& occurrence, std::chrono::minutes slot,
                                  const std::set<LeasedPlace>& others) {
    std::vector<plan::Slot> slots = plan::slotsOf(occurrence, slot);
    std::erase_if(slots, [&](const plan::Slot& each) {
        return freePlaces({each}, std::max(1, occurrence.seats), others) == 0;
    });
    return slots;
}

} // namespace

bool isHeld(const plan::Occurrence& occurrence) {
    return occurrence.status == plan::Occurrence::Status::Planned
           || occurrence.status == plan::Occurrence::Status::Moved;
}

int freePlaces(const std::vector<plan::Slot>& slots, int seats, const std::set<LeasedPlace>& others) {
    int free = 0;
    for (const plan::Slot& slot : slots) {
        for (int seat = 0; seat < seats; ++seat) {
            free += others.contains({slot.index, seat}) ? 0 : 1;
        }
    }
    return free;
}

Result<std::vector<plan::Slot>> Desk::State::freeSlots(const plan::Occurrence& occurrence) const {
    return ask([&](const auto& db) { return rows::taken(db, occurrence.id); })
        .map([&](const std::set<LeasedPlace>& taken) {
            return slotsLeft(occurrence, programme->slot, taken);
        });
}

Result<std::vector<plan::Slot>> Desk::State::openSlots(const plan::Occurrence& occurrence) const {
    auto others = ask([&](const auto& db) { return rows::taken(db, occurrence.id); });
    auto apart = setApart(occurrence.id);
    if (!others || !apart) {
        return Fault(others ? apart.error() : others.error());
    }
    others->merge(*apart);
    return slotsLeft(occurrence, programme->slot, *others);
}

Result<std::set<LeasedPlace>> Desk::State::setApart(const plan::OccurrenceId& at) const {
    std::set<LeasedPlace> places;
    if (!isEnrolled) {
        return places;
    }
    const auto shares = ask([&](const auto& db) { return rows::leasesOfOthers(db, journal->device(), at); });
    if (!shares) {
        return Fault(shares.error());
    }
    for (const Lease& each : *shares) {
        const auto history = journal->ofSubject({"device", each.device.text()});
        if (!history) {
            return Fault(history.error());
        }
        const bool isLost =
            std::any_of(history->begin(), history->end(), [](const journal::Operation& operation) {
                return operation.kind == "device.revoked";
            });
        if (!isLost) {
            places.insert(each.places.begin(), each.places.end());
        }
    }
    return places;
}

Result<bool> Desk::State::isSetApart(const Appointment& appointment) const {
    const Place& asked = appointment.wanted ? appointment.wanted->place : appointment.place;
    if (!asked.slot || (!appointment.wanted && appointment.claim != Claim::Requested)) {
        return false;
    }
    return setApart(asked.occurrence).map([&](const std::set<LeasedPlace>& apart) {
        return apart.contains({*asked.slot, asked.seat});
    });
}

Result<bool> Desk::isSetApart(const Appointment& appointment) const {
    return m_state->isSetApart(appointment);
}

Result<std::vector<plan::Slot>> Desk::freeSlots(const plan::OccurrenceId& id) const {
    return m_state->passage(id).and_then(
        [&](const plan::Occurrence& occurrence) { return m_state->freeSlots(occurrence); });
}

std::vector<plan::Occurrence> Desk::State::nearby(const plan::Occurrence& occurrence) const {
    std::vector<plan::Occurrence> found;
    const plan::Site* here = programme->findSite(occurrence.site);
    if (here == nullptr) {
        return found;
    }
    const auto distance = [&](const plan::Occurrence& each) {
        const plan::Site* site = programme->findSite(each.site);
        return site ? greatCircle(here->point, site->point) : nearbySites;
    };
    const Date from = today();
    found = plan::occurrences(*programme, from, from + nearbyDates);
    std::erase_if(found, [&](const plan::Occurrence& each) {
        return each.site == occurrence.site || each.end < now() || distance(each) >= nearbySites;
    });
    const auto key = [&](const plan::Occurrence& each) {
        return std::tuple(date::abs(dateOf(each.start) - dateOf(occurrence.start)), distance(each),
                          each.start, each.id.text());
    };
    std::sort(found.begin(), found.end(),
              [&](const auto& left, const auto& right) { return key(left) < key(right); });
    return found;
}

Result<void> Desk::State::addNearest(const plan::Occurrence& passage, LocalTime to, std::size_t count,
                                     std::vector<FreeSlot>& near) const {
    auto free = openSlots(passage);
    if (!free) {
        return Fault(std::move(free.error()));
    }
    std::erase_if(*free, [&](const plan::Slot& slot) { return slot.start < now(); });
    // In another passage the nearest is the same hour of the day.
    const LocalTime wanted = LocalTime(dateOf(passage.start)) + timeOf(to);
    std::stable_sort(free->begin(), free->end(), [&](const plan::Slot& left, const plan::Slot& right) {
        return date::abs(left.start - wanted) < date::abs(right.start - wanted);
    });
    for (const plan::Slot& slot : *free) {
        if (near.size() < count) {
            near.push_back({passage, slot});
        }
    }
    return {};
}

Result<std::vector<FreeSlot>> Desk::State::nearestFree(const plan::Occurrence& occurrence, LocalTime to,
                                                       std::size_t count) const {
    std::vector<plan::Occurrence> passages =
        plan::nextPassages(*programme, occurrence.site, dateOf(std::max(now(), occurrence.start)), count + 1);
    std::erase_if(passages, [&](const plan::Occurrence& each) { return each.id == occurrence.id; });
    passages.insert(passages.begin(), occurrence);
    std::vector<FreeSlot> near;
    const auto addAll = [&](const std::vector<plan::Occurrence>& from) -> Result<void> {
        for (const plan::Occurrence& each : from) {
            if (!isHeld(each) || near.size() >= count) {
                continue;
            }
            if (auto added = addNearest(each, to, count, near); !added) {
                return added;
            }
        }
        return {};
    };
    const LocalTime soon = std::max(now(), occurrence.start) + nearbyDates;
    const auto later = std::find_if(passages.begin() + 1, passages.end(),
                                    [&](const plan::Occurrence& each) { return each.start > soon; });
    auto added = addAll({passages.begin(), later});
    if (added && near.size() < count) {
        added = addAll(nearby(occurrence));
    }
    if (added) {
        added = addAll({later, passages.end()});
    }
    return added ? Result<std::vector<FreeSlot>>(std::move(near)) : Fault(std::move(added.error()));
}

Result<std::vector<FreeSlot>> Desk::nearestFree(const plan::OccurrenceId& id, int slot,
                                                std::size_t count) const {
    return m_state->passage(id).and_then([&](const plan::Occurrence& occurrence) {
        return m_state->nearestFree(occurrence, occurrence.start + slot * m_state->programme->slot, count);
    });
}

} // namespace medicobus::clinic
