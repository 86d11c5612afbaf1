// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/oracle/promises.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace medicobus::simulation {

bool Promises::isOld(const View& view, const std::string& claim) const {
    return m_takenBack.contains(claim) && !view.gaveUp.contains(claim);
}

void Promises::takeBack(View& view, const std::string& appointment, const Shown& now) {
    const Shown& before = view.appointments[appointment];
    std::set<std::string> over = before.asked;
    for (const std::string& each : now.asked) {
        over.erase(each);
    }
    // Who gave up waiting was never told, but another device may hear later of what the hub decided before it
    // knew of that.
    over.insert(before.claim);
    over.erase(now.claim);
    over.erase(std::string());
    const auto promise = m_standing.find(appointment);
    if (promise != m_standing.end() && over.contains(promise->second.claim)) {
        m_standing.erase(promise);
    }
    view.gaveUp.insert(over.begin(), over.end());
    m_takenBack.merge(over);
}

std::optional<Violation> Promises::tell(std::size_t device, const std::string& appointment,
                                        const Shown& now) {
    for (const auto& [other, promise] : m_standing) {
        if (other != appointment && promise.place == now.place) {
            return Violation{
                Guarantee::OneBooking,
                fmt::format("device {} told {} that {} is confirmed, which devices {} had told {}", device,
                            appointment, now.place, fmt::join(promise.tellers, ","), other)};
        }
    }
    m_standing[appointment] = {now.claim, now.place, {device}};
    m_takenBack.erase(now.claim);
    return std::nullopt;
}

std::optional<Violation> Promises::look(std::size_t device,
                                        const std::map<std::string, Shown>& appointments) {
    View& view = m_views[device];
    std::vector<std::string> news;
    for (const auto& [appointment, now] : appointments) {
        takeBack(view, appointment, now);
        Shown& before = view.appointments[appointment];
        const bool isNews = now.isConfirmed() && (now.claim != before.claim || now.place != before.place);
        before = now;
        const auto promise = m_standing.find(appointment);
        const bool isTold = promise != m_standing.end() && promise->second.claim == now.claim
                            && promise->second.place == now.place;
        if (isTold) {
            promise->second.tellers.insert(device);
        } else if (isNews && !isOld(view, now.claim)) {
            // It replaces what any device had told of this person.
            m_standing.erase(appointment);
            news.push_back(appointment);
        }
    }
    for (const std::string& each : news) {
        if (auto broken = tell(device, each, appointments.at(each))) {
            return broken;
        }
    }
    return std::nullopt;
}

void Promises::forget(std::size_t device) {
    for (auto promise = m_standing.begin(); promise != m_standing.end();) {
        promise->second.tellers.erase(device);
        promise = promise->second.tellers.empty() ? m_standing.erase(promise) : std::next(promise);
    }
    m_views.erase(device);
}

} // namespace medicobus::simulation
