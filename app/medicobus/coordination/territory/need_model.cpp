// SPDX-License-Identifier: EUPL-1.2
#include "coordination/territory/need_model.h"

#include "base/text/fold.h"
#include "coordination/figures.h"
#include "coordination/map/map_source.h"
#include "coordination/territory/depth_words.h"

#include <algorithm>

namespace medicobus::app {

NeedModel::NeedModel(const territory::Territory& territory, double threshold, QObject* parent)
    : QAbstractListModel(parent),
      m_territory(territory),
      m_ranking(territory::rankByNeed(territory, threshold)) {
    std::vector<bool> isListed(territory.communes.size(), false);
    int rank = 0;
    for (const auto& need : m_ranking.underServed) {
        addRow(need.commune, ++rank, need.missing);
        isListed[need.commune] = true;
    }
    const auto byName = [this](const Row& a, const Row& b) { return a.folded < b.folded; };
    const auto unknownFrom = m_rows.size();
    for (const auto commune : m_ranking.unknown) {
        addRow(commune, 0, 0);
        isListed[commune] = true;
    }
    std::sort(m_rows.begin() + std::ptrdiff_t(unknownFrom), m_rows.end(), byName);
    const auto othersFrom = m_rows.size();
    for (std::size_t commune = 0; commune < isListed.size(); ++commune) {
        if (!isListed[commune]) {
            addRow(commune, 0, 0);
        }
    }
    std::sort(m_rows.begin() + std::ptrdiff_t(othersFrom), m_rows.end(), byName);
    search({});
}

void NeedModel::addRow(std::size_t commune, int rank, double missing) {
    const auto& found = m_territory.communes[commune];
    const int depth = territory::depthClass(found, m_ranking.threshold).value_or(MapSource::unknownClass);
    m_rows.push_back({commune, rank, missing, depth, foldForSearch(found.name)});
}

void NeedModel::search(const QString& text) {
    const std::string sought = foldForSearch(text.trimmed().toStdString());
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& insee = m_territory.communes[m_rows[i].commune].insee.value;
        if (sought.empty() || m_rows[i].folded.find(sought) != std::string::npos
            || foldForSearch(insee).starts_with(sought)) {
            m_shown.push_back(i);
        }
    }
    endResetModel();
}

int NeedModel::rowOf(int commune) const {
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [&](std::size_t shown) { return int(m_rows[shown].commune) == commune; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int NeedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString NeedModel::sectionOf(const Row& row) const {
    if (row.rank > 0) {
        return QStringLiteral("below");
    }
    return row.depthClass == MapSource::unknownClass ? QStringLiteral("unknown") : QStringLiteral("above");
}

QVariant NeedModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& at = row(index.row());
    const auto& commune = m_territory.communes[at.commune];
    const QString unknown = tr("non connu");
    switch (role) {
    case CommuneRole:
        return int(at.commune);
    case RankRole:
        return at.rank;
    case Qt::DisplayRole:
    case NameRole:
        return text(commune.name);
    case MissingRole:
        return at.depthClass == MapSource::unknownClass ? unknown : wholeNumber(at.missing);
    case InhabitantsRole:
        return commune.population ? wholeNumber(*commune.population) : unknown;
    case AplRole:
        return commune.apl ? decimalNumber(*commune.apl, 2) : unknown;
    case DepthClassRole:
        return at.depthClass;
    case DepthWordRole:
        return depthWord(at.depthClass);
    case SectionRole:
        return sectionOf(at);
    default:
        return {};
    }
}

QHash<int, QByteArray> NeedModel::roleNames() const {
    return {{CommuneRole, "commune"},
            {RankRole, "rank"},
            {NameRole, "name"},
            {MissingRole, "missing"},
            {InhabitantsRole, "inhabitants"},
            {AplRole, "apl"},
            {DepthClassRole, "depthClass"},
            {DepthWordRole, "depthWord"},
            {SectionRole, "section"}};
}

} // namespace medicobus::app
