// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/oracle/promises.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace medicobus::simulation {

std::optional<Violation> Promises::tell(std::size_t device, const std::string& appointment,
                                        const Shown& before, const std::string& place) {
    if (isOld(appointment, before, place)) {
        return std::nullopt;
    }
    for (const auto& [other, promise] : m_standing) {
        if (other != appointment && promise.place == place) {
            return Violation{
                Guarantee::OneBooking,
                fmt::format("device {} told {} that {} is confirmed, which devices {} had told {}", device,
                            appointment, place, fmt::join(promise.tellers, ","), other)};
        }
    }
    m_standing[appointment] = {place, {device}};
    m_takenBack.erase({appointment, place});
    return std::nullopt;
}

bool Promises::isOld(const std::string& appointment, const Shown& before, const std::string& place) const {
    return before.as == Shown::As::Open && m_takenBack.contains({appointment, place});
}

void Promises::takeBack(const std::string& appointment, const Shown& before, const Shown& now) {
    if (!before.place.empty() && now.place != before.place) {
        const auto promise = m_standing.find(appointment);
        if (promise != m_standing.end() && promise->second.place == before.place) {
            m_standing.erase(promise);
        }
        m_takenBack.emplace(appointment, before.place);
    }
    // Who gave up waiting was never told, but another device may be told so later of what the hub decided
    // before it heard of that.
    if (!before.asked.empty() && now.asked != before.asked && now.place != before.asked) {
        const auto promise = m_standing.find(appointment);
        if (promise != m_standing.end() && promise->second.place == before.asked) {
            m_standing.erase(promise);
        }
        m_takenBack.emplace(appointment, before.asked);
    }
}

std::optional<Violation> Promises::look(std::size_t device,
                                        const std::map<std::string, Shown>& appointments) {
    auto& seen = m_seen[device];
    for (const auto& [appointment, now] : appointments) {
        takeBack(appointment, seen[appointment], now);
        // News of another place replaces what any device had told of this person.
        const auto promise = m_standing.find(appointment);
        const bool isElsewhere = now.as == Shown::As::Confirmed && now != seen[appointment]
                                 && promise != m_standing.end() && promise->second.place != now.place;
        if (isElsewhere && !isOld(appointment, seen[appointment], now.place)) {
            m_standing.erase(promise);
        }
    }
    for (const auto& [appointment, now] : appointments) {
        const Shown before = seen[appointment];
        seen[appointment] = now;
        if (now.as != Shown::As::Confirmed) {
            continue;
        }
        const auto promise = m_standing.find(appointment);
        if (promise != m_standing.end() && promise->second.place == now.place) {
            promise->second.tellers.insert(device);
        } else if (now != before) {
            if (auto broken = tell(device, appointment, before, now.place)) {
                return broken;
            }
        }
    }
    return std::nullopt;
}

void Promises::forget(std::size_t device) {
    for (auto promise = m_standing.begin(); promise != m_standing.end();) {
        promise->second.tellers.erase(device);
        promise = promise->second.tellers.empty() ? m_standing.erase(promise) : std::next(promise);
    }
    m_seen.erase(device);
}

} // namespace medicobus::simulation
