// SPDX-License-Identifier: EUPL-1.2
#include "stops/commune_stops.h"

#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

using Status = plan::Occurrence::Status;

QString placeName(const plan::Site& site) {
    // A candidate that no town hall has lent a room for yet is only a commune.
    return site.name.empty()
               ? CommuneStops::tr("%1, lieu précisé par la mairie").arg(QString::fromStdString(site.commune))
               : QString::fromStdString(site.name + ", " + site.commune);
}

QString capitalised(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

} // namespace

CommuneStops::CommuneStops(Workspace& workspace, QString key, Reach reach, std::size_t count, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_key(std::move(key)), m_reach(reach), m_count(count) {
    connect(&m_workspace, &Workspace::opened, this, &CommuneStops::refresh);
    connect(&m_workspace, &Workspace::recordChanged, this, &CommuneStops::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &CommuneStops::refresh);
    refresh();
}

void CommuneStops::choose(const QString& insee) {
    m_workspace.setLocal(m_key, insee);
    m_search.setQuery({});
    refresh();
}

void CommuneStops::forget() {
    choose({});
}

void CommuneStops::refresh() {
    const auto programme = m_workspace.programme();
    m_hasProgramme = programme != nullptr;
    m_search.setProgramme(programme.get());
    m_commune.clear();
    m_elsewhere.clear();
    m_booking.clear();
    m_phone.clear();
    m_notices.clear();
    std::vector<const plan::Site*> sites;
    if (programme) {
        m_booking = QString::fromStdString(programme->booking.hours);
        m_phone = speech::phone(programme->booking.phone);
        const std::string insee = m_workspace.local(m_key).toStdString();
        const auto found = std::find_if(programme->communes.begin(), programme->communes.end(),
                                        [&](const auto& commune) { return commune.insee.value == insee; });
        if (found != programme->communes.end()) {
            m_commune = QString::fromStdString(found->name);
            sites = sitesFor(*programme, *found);
        }
        showPassages(*programme, sites);
    } else {
        m_passages.setPassages({});
        m_next.setPassages({});
        m_later.setPassages({});
    }
    Q_EMIT changed();
}

std::vector<const plan::Site*> CommuneStops::sitesFor(const plan::Programme& programme,
                                                      const plan::CommunePoint& commune) {
    std::vector<const plan::Site*> own;
    const plan::Site* nearest = nullptr;
    for (const auto& site : programme.sites) {
        if (site.insee == commune.insee) {
            own.push_back(&site);
        }
        if (!nearest || greatCircle(commune.point, site.point) < greatCircle(commune.point, nearest->point)) {
            nearest = &site;
        }
    }
    if (!own.empty() || m_reach == Reach::OwnCommune || !nearest) {
        return own;
    }
    m_elsewhere = tr("%1, à %2 à vol d’oiseau")
                      .arg(QString::fromStdString(nearest->commune),
                           speech::distance(greatCircle(commune.point, nearest->point)));
    return {nearest};
}

void CommuneStops::showPassages(const plan::Programme& programme,
                                const std::vector<const plan::Site*>& sites) {
    std::vector<plan::Occurrence> occurrences;
    for (const plan::Site* site : sites) {
        const auto next = m_workspace.desk()->nextPassages(site->id, m_count);
        occurrences.insert(occurrences.end(), next.begin(), next.end());
    }
    std::sort(occurrences.begin(), occurrences.end(),
              [](const auto& left, const auto& right) { return left.start < right.start; });

    std::vector<PassageModel::Passage> all;
    std::vector<PassageModel::Passage> next;
    std::vector<PassageModel::Passage> later;
    std::size_t held = 0;
    for (const auto& occurrence : occurrences) {
        if (held == m_count) {
            break;
        }
        auto passage = describe(programme, occurrence);
        all.push_back(passage);
        if (occurrence.status == Status::Cancelled || occurrence.status == Status::Moved) {
            m_notices << tr("%1\u00A0: %2").arg(capitalised(passage.day), passage.notice);
        }
        held += passage.isCancelled ? 0 : 1;
        (next.empty() && !passage.isCancelled ? next : later).push_back(std::move(passage));
    }
    m_passages.setPassages(std::move(all));
    m_next.setPassages(std::move(next));
    m_later.setPassages(std::move(later));
}

PassageModel::Passage CommuneStops::describe(const plan::Programme& programme,
                                             const plan::Occurrence& occurrence) const {
    PassageModel::Passage passage;
    passage.day = speech::longDate(dateOf(occurrence.start));
    passage.hours = speech::hours(occurrence.start, occurrence.end);
    if (const plan::Site* site = programme.findSite(occurrence.site)) {
        passage.place = placeName(*site);
        passage.address = QString::fromStdString(site->address);
    }
    const QString reason = QString::fromStdString(occurrence.reason);
    passage.isCancelled = occurrence.status == Status::Cancelled;
    if (passage.isCancelled) {
        passage.notice = reason.isEmpty() ? tr("annulé") : tr("annulé (%1)").arg(reason);
        passage.tone = QStringLiteral("act");
        return passage;
    }
    if (occurrence.status == Status::Moved) {
        const auto was = occurrence.id.originalStart;
        passage.notice =
            tr("déplacé, prévu d’abord le %1 à %2").arg(speech::longDate(dateOf(was)), speech::time(was));
        passage.notice += reason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(reason);
        passage.tone = QStringLiteral("look");
    } else if (occurrence.status == Status::ToConfirm) {
        passage.notice = tr("à confirmer, jour férié (%1)").arg(reason);
        passage.tone = QStringLiteral("look");
    }
    if (const auto free = m_workspace.desk()->freeSlots(occurrence.id)) {
        passage.freePlaces = free->empty()
                                 ? tr("Complet")
                                 : tr("%n place(s) libre(s)", nullptr, static_cast<int>(free->size()));
    }
    return passage;
}

} // namespace medicobus::app
