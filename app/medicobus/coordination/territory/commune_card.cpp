// SPDX-License-Identifier: EUPL-1.2
#include "coordination/territory/commune_card.h"

#include "coordination/figures.h"
#include "coordination/map/map_source.h"
#include "coordination/territory/depth_words.h"
#include "territory/need.h"

#include <algorithm>

namespace medicobus::app {

namespace {

template <typename T, typename Format>
QString written(const std::optional<T>& value, Format format) {
    return value ? format(*value) : QString();
}

} // namespace

CommuneCard::CommuneCard(const territory::Territory& territory, double threshold, QObject* parent)
    : QAbstractListModel(parent), m_territory(territory), m_threshold(threshold) {}

const territory::Commune* CommuneCard::shown() const {
    return m_commune < 0 ? nullptr : &m_territory.communes[static_cast<std::size_t>(m_commune)];
}

void CommuneCard::show(int commune) {
    if (commune == m_commune || commune >= int(m_territory.communes.size())) {
        return;
    }
    m_commune = std::max(commune, -1);
    retell();
    Q_EMIT communeChanged();
}

void CommuneCard::retell() {
    beginResetModel();
    m_indicators = shown() ? indicators(*shown()) : std::vector<Indicator>();
    endResetModel();
}

QString CommuneCard::name() const {
    return shown() ? text(shown()->name) : QString();
}

QString CommuneCard::insee() const {
    return shown() ? text(shown()->insee.value) : QString();
}

int CommuneCard::depthClass() const {
    return shown() ? territory::depthClass(*shown(), m_threshold).value_or(MapSource::unknownClass)
                   : MapSource::unknownClass;
}

QString CommuneCard::depthWord() const {
    return app::depthWord(depthClass());
}

QString CommuneCard::sourceOf(const QString& producer) const {
    return m_territory.isFictional ? tr("donnée fictive") : producer;
}

std::vector<CommuneCard::Indicator> CommuneCard::indicators(const territory::Commune& commune) const {
    const auto whole = [](double value) { return wholeNumber(value); };
    const auto minutes = [](auto time) { return tr("%1\u00a0min").arg(wholeNumber(time.count())); };
    const auto zone = [](territory::Zoning zoning) {
        switch (zoning) {
        case territory::Zoning::Zip:
            return tr("zone d’intervention prioritaire");
        case territory::Zoning::Zac:
            return tr("zone d’action complémentaire");
        case territory::Zoning::OutOfZone:
            return tr("hors zonage");
        default:
            return tr("zone d’accès renforcé");
        }
    };
    QString missing;
    QString depth;
    if (commune.apl && commune.population) {
        const double gap = std::max(0.0, m_threshold - *commune.apl);
        depth = decimalNumber(gap, 2);
        missing = tr("%1 par an").arg(wholeNumber(gap * *commune.population));
    }
    const QString line = decimalNumber(m_threshold, 1);
    return {
        {tr("Consultations manquantes"), missing, tr("calcul\u00a0: habitants × écart au seuil")},
        {tr("Habitants"), written(commune.population, whole), sourceOf(tr("Insee"))},
        {tr("Consultations accessibles (APL)"),
         written(commune.apl,
                 [](double apl) { return tr("%1 par habitant et par an").arg(decimalNumber(apl, 2)); }),
         sourceOf(tr("DREES"))},
        {tr("Écart au seuil de %1").arg(line), depth, tr("calcul\u00a0: %1 − APL").arg(line)},
        {tr("Zonage médecin"), written(commune.zoning, zone), sourceOf(tr("ARS"))},
        {tr("65 ans et plus"),
         written(commune.share65, [](double share) { return percentText(share / 100, 1); }),
         sourceOf(tr("Insee"))},
        {tr("Pharmacie la plus proche"), written(commune.pharmacyTime, minutes), sourceOf(tr("Finess"))},
        {tr("Urgences les plus proches"), written(commune.emergencyTime, minutes), sourceOf(tr("DREES"))},
    };
}

int CommuneCard::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_indicators.size());
}

QVariant CommuneCard::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Indicator& indicator = m_indicators[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return indicator.label;
    case ValueRole:
        return indicator.value.isEmpty() ? tr("non connu") : indicator.value;
    case SourceRole:
        return indicator.source;
    case IsKnownRole:
        return !indicator.value.isEmpty();
    default:
        return {};
    }
}

QHash<int, QByteArray> CommuneCard::roleNames() const {
    return {{LabelRole, "label"}, {ValueRole, "value"}, {SourceRole, "source"}, {IsKnownRole, "isKnown"}};
}

} // namespace medicobus::app
