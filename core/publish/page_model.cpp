// SPDX-License-Identifier: EUPL-1.2
#include "publish/page_model.h"

#include "base/text/fold.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace medicobus::publish {

using plan::Occurrence;

Result<Agenda> Agenda::make(const plan::Programme& programme, Date from, Date until, Instant stamp,
                            PublicLinks links) {
    const auto updated = toParis(stamp);
    if (!updated) {
        return Fault(updated.error());
    }
    Agenda agenda;
    agenda.m_programme = &programme;
    agenda.m_links = std::move(links);
    agenda.m_from = from;
    agenda.m_until = until;
    agenda.m_updated = *updated;
    agenda.gatherPassages();
    agenda.gatherTowns();
    return agenda;
}

void Agenda::gatherPassages() {
    m_passages = plan::occurrences(*m_programme, m_from, m_until);
    const auto isBehind = [&](const Occurrence& passage) {
        const bool isOver = dateOf(m_updated) == m_from && passage.end <= m_updated;
        return dateOf(passage.start) < m_from || isOver;
    };
    m_passages.erase(std::remove_if(m_passages.begin(), m_passages.end(), isBehind), m_passages.end());
    std::stable_sort(m_passages.begin(), m_passages.end(), [](const Occurrence& a, const Occurrence& b) {
        return std::tie(a.start, a.site, a.id) < std::tie(b.start, b.site, b.id);
    });
    for (std::size_t i = 0; i < m_passages.size(); ++i) {
        m_bySite[m_passages[i].site].push_back(i);
    }
}

void Agenda::gatherTowns() {
    for (const plan::CommunePoint& commune : m_programme->communes) {
        m_towns.push_back({commune.insee, commune.name, commune.point, {}});
    }
    std::map<territory::InseeCode, std::size_t> position;
    for (std::size_t i = 0; i < m_towns.size(); ++i) {
        position.emplace(m_towns[i].insee, i);
    }
    for (const plan::Site& site : m_programme->sites) {
        const auto [found, isNew] = position.emplace(site.insee, m_towns.size());
        if (isNew) {
            m_towns.push_back({site.insee, townName(site), site.point, {}});
        }
        m_towns[found->second].sites.push_back(&site);
    }
    std::vector<std::pair<std::string, Town>> named;
    for (Town& town : m_towns) {
        named.emplace_back(foldForSearch(town.name), std::move(town));
    }
    std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.insee) < std::tie(b.first, b.second.insee);
    });
    m_towns.clear();
    for (auto& [folded, town] : named) {
        m_byInsee.emplace(town.insee, m_towns.size());
        m_towns.push_back(std::move(town));
        if (nextAt(m_towns.back()) != nullptr) {
            m_visited.push_back(m_towns.size() - 1);
        }
    }
}

const Town* Agenda::find(const territory::InseeCode& insee) const {
    const auto found = m_byInsee.find(insee);
    return found == m_byInsee.end() ? nullptr : &m_towns[found->second];
}

std::vector<const Occurrence*> Agenda::passagesAt(const Town& town) const {
    std::vector<std::size_t> positions;
    for (const plan::Site* site : town.sites) {
        if (const auto found = m_bySite.find(site->id); found != m_bySite.end()) {
            positions.insert(positions.end(), found->second.begin(), found->second.end());
        }
    }
    std::sort(positions.begin(), positions.end());
    std::vector<const Occurrence*> passages;
    for (const std::size_t position : positions) {
        passages.push_back(&m_passages[position]);
    }
    return passages;
}

const Occurrence* Agenda::nextAt(const Town& town) const {
    for (const Occurrence* passage : passagesAt(town)) {
        if (passage->status != Occurrence::Status::Cancelled) {
            return passage;
        }
    }
    return nullptr;
}

std::vector<Agenda::Neighbour> Agenda::nearest(const Town& town, std::size_t count) const {
    std::vector<Neighbour> near;
    if (!town.point) {
        return near;
    }
    for (const std::size_t position : m_visited) {
        const Town& other = m_towns[position];
        if (other.insee == town.insee) {
            continue;
        }
        Meters shortest{std::numeric_limits<double>::infinity()};
        for (const plan::Site* site : other.sites) {
            shortest = std::min(shortest, greatCircle(*town.point, site->point));
        }
        near.push_back({&other, shortest});
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const Neighbour& a, const Neighbour& b) { return a.distance < b.distance; });
    near.resize(std::min(near.size(), count));
    return near;
}

} // namespace medicobus::publish
