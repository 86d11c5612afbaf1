// SPDX-License-Identifier: EUPL-1.2
// The kinds of session that the search weighs, what each offers, and the needs that they meet.
#include "planner/model.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace medicobus::planner {
namespace {

using std::chrono::minutes;

/// Lengths of one kind that the search weighs, longest last. `assemble` finds those between.
std::vector<minutes> lengthsOf(const plan::Scenario& scenario, const plan::SessionKind& kind, int atMost) {
    std::set<minutes> lengths{kind.length};
    if (kind.isFree()) {
        const minutes slot = kind.slotOr(scenario.policy.slot);
        const auto steps = (kind.length - kind.minLength) / slot;
        lengths = {kind.minLength + steps * slot};
        if (atMost > 1) {
            lengths.insert(kind.minLength);
        }
        if (atMost > 2) {
            lengths.insert(kind.minLength + steps / 2 * slot);
        }
    }
    for (const plan::Series& series : scenario.locked) {
        if (series.session == kind.id && series.hasTime()) {
            lengths.insert(series.end - series.start);
        }
    }
    return {lengths.begin(), lengths.end()};
}

bool mayComeBefore(const plan::SessionKind& first, const plan::SessionKind& second) {
    return first.from + first.shortest() <= second.to - second.shortest();
}

} // namespace

/// A kind of free length counts once for each length weighed, as many as there is room for.
void Model::listKinds() {
    for (int atMost = 3; atMost >= 1; --atMost) {
        m_kinds.clear();
        for (const plan::SessionKind& kind : m_scenario->sessions) {
            for (const minutes length : lengthsOf(*m_scenario, kind, atMost)) {
                m_kinds.push_back(kind);
                m_kinds.back().length = length;
            }
        }
        if (m_kinds.size() <= maxSessionKinds) {
            break;
        }
    }
    std::stable_sort(
        m_kinds.begin(), m_kinds.end(),
        [](const plan::SessionKind& a, const plan::SessionKind& b) { return a.from + a.to < b.from + b.to; });
}

int Model::sessionOf(const plan::SessionKey& id, std::optional<minutes> length) const {
    int found = -1;
    for (int i = 0; i < sessionCount(); ++i) {
        if (session(i).id == id && (!length || session(i).length == *length)) {
            found = i;
        }
    }
    return found;
}

void Model::findClashes() {
    for (const plan::SessionKind& one : m_kinds) {
        m_kindOf.push_back(m_scenario->findSession(one.id) - m_scenario->sessions.data());
        for (const plan::SessionKind& other : m_kinds) {
            m_clashes.push_back(one.id == other.id || (one.from < other.to && other.from < one.to));
        }
    }
}

minutes Model::nextLength(int session) const {
    minutes next = minutes::max();
    for (const plan::SessionKind& kind : m_kinds) {
        if (kind.id == m_kinds[static_cast<std::size_t>(session)].id
            && kind.length > this->session(session).length) {
            next = std::min(next, kind.length);
        }
    }
    return next == minutes::max() ? this->session(session).length : next;
}

/// Where the windows of two kinds overlap, either may come first: then also by begin and by end of window.
void Model::orderTours() {
    std::vector<int> natural;
    for (int i = 0; i < sessionCount(); ++i) {
        natural.push_back(i);
    }
    m_orders = {natural};
    bool isOpen = false;
    for (const int a : natural) {
        for (int b = a + 1; b < sessionCount(); ++b) {
            isOpen = isOpen || (session(a).id != session(b).id && mayComeBefore(session(b), session(a)));
        }
    }
    for (const auto edge : {&plan::SessionKind::from, &plan::SessionKind::to}) {
        auto order = natural;
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return session(a).*edge < session(b).*edge; });
        if (isOpen && std::find(m_orders.begin(), m_orders.end(), order) == m_orders.end()) {
            m_orders.push_back(std::move(order));
        }
    }
}

/// The largest set of kinds that can follow each other at one place; dynamic programming over sets, by the
/// earliest end.
void Model::countStops() {
    constexpr auto never = minutes::max() / 2;
    const std::size_t kinds = m_scenario->sessions.size();
    if (kinds > maxSessionKinds) {
        m_mostStops = static_cast<int>(kinds);
        return;
    }
    minutes longestDuty{0};
    for (const plan::Bus& bus : m_scenario->buses) {
        longestDuty = std::max(longestDuty, bus.maxDuty);
    }
    std::vector<minutes> ends(std::size_t{1} << kinds, never);
    ends[0] = minutes(0);
    for (std::size_t set = 0; set < ends.size(); ++set) {
        minutes work{0};
        int count = 0;
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const plan::SessionKind& next = m_scenario->sessions[kind];
            if (set >> kind & 1) {
                work += next.shortest() - next.pause;
                ++count;
            } else if (const minutes start = std::max(ends[set], next.from);
                       start + next.shortest() <= next.to) {
                minutes& end = ends[set | std::size_t{1} << kind];
                end = std::min(end, start + next.shortest());
            }
        }
        if (ends[set] < never && work <= longestDuty) {
            m_mostStops = std::max(m_mostStops, count);
        }
    }
}

void Model::listNeeds() {
    for (const plan::SessionKind& kind : m_kinds) {
        int need = 0;
        if (!plan::meetsGeneralPractice(kind.service)) {
            const auto known =
                std::find_if(m_needs.begin(), m_needs.end(),
                             [&](const plan::ServiceNeed& entry) { return entry.service == kind.service; });
            need = static_cast<int>(known - m_needs.begin()) + 1;
            if (known == m_needs.end()) {
                const plan::ServiceNeed* given = m_scenario->policy.findService(kind.service);
                m_needs.push_back(given ? *given : plan::ServiceNeed{kind.service});
            }
        }
        m_needOf.push_back(need);
    }
}

double Model::offerOf(const plan::SessionKind& kind, minutes length) const {
    const plan::Policy& policy = m_scenario->policy;
    const plan::ServiceNeed* own =
        plan::meetsGeneralPractice(kind.service) ? nullptr : policy.findService(kind.service);
    const auto slots = static_cast<double>((length - kind.pause) / kind.slotOr(policy.slot));
    return slots * policy.showRate * (own ? own->weight : kind.gpShare) * cyclesPerYear();
}

void Model::weighOffers() {
    for (int i = 0; i < sessionCount(); ++i) {
        const plan::SessionKind& kind = session(i);
        const double offer = offerOf(kind, kind.length);
        int representative = 0;
        while (representative < i
               && (m_offers[static_cast<std::size_t>(representative)] != offer
                   || needOf(representative) != needOf(i))) {
            ++representative;
        }
        if (representative == i) {
            m_offerKinds.push_back(i);
        }
        m_offerKindOf.push_back(representative);
        m_offers.push_back(offer);
        const minutes next = nextLength(i);
        const minutes slot = kind.slotOr(m_scenario->policy.slot);
        m_offerBounds.push_back(next > kind.length ? std::max(offer, offerOf(kind, next - slot)) : offer);
    }
}

/// A commune whose population, or share of 65 and over where that is asked, is not known has no such need
/// that could be told.
void Model::addDemands(int need) {
    const plan::ServiceNeed& service = m_needs[static_cast<std::size_t>(need - 1)];
    const double threshold = m_scenario->policy.threshold;
    const bool isOld = service.population == plan::ServiceNeed::Population::From65;
    for (const territory::Commune& commune : m_scenario->territory.communes) {
        if (!commune.population || !commune.point || (isOld && !commune.share65)) {
            continue;
        }
        const double people = *commune.population * (isOld ? *commune.share65 / 100 : 1);
        const double unmet = service.weight * people * service.per1000Year / 1000;
        if (unmet > 0) {
            m_demands.push_back({unmet / threshold, threshold, unmet, need});
            m_demandCommunes.push_back(&commune);
        }
    }
}

} // namespace medicobus::planner
