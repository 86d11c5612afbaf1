// SPDX-License-Identifier: EUPL-1.2
#include "stops/commune_search.h"

#include "base/text/fold.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace medicobus::app {

namespace {

/// True when the text begins a word of the name: "germ" finds "saint germain de la coudre".
bool beginsAWord(std::string_view name, std::string_view text) {
    for (std::size_t at = name.find(text); at != std::string_view::npos; at = name.find(text, at + 1)) {
        if (at == 0 || name[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

} // namespace

CommuneSearch::CommuneSearch(QObject* parent) : QAbstractListModel(parent) {}

void CommuneSearch::setProgramme(const plan::Programme* programme) {
    m_communes.clear();
    if (programme) {
        std::set<std::string> visited;
        for (const auto& site : programme->sites) {
            visited.insert(site.insee.value);
        }
        for (const auto& commune : programme->communes) {
            m_communes.push_back({QString::fromStdString(commune.insee.value),
                                  QString::fromStdString(commune.name), foldForSearch(commune.name),
                                  visited.contains(commune.insee.value)});
        }
        std::sort(m_communes.begin(), m_communes.end(), [](const Entry& left, const Entry& right) {
            return std::tuple(!left.hasStop, left.folded, left.insee)
                   < std::tuple(!right.hasStop, right.folded, right.insee);
        });
    }
    find();
}

void CommuneSearch::setQuery(const QString& query) {
    if (query == m_query) {
        return;
    }
    m_query = query;
    find();
}

void CommuneSearch::find() {
    beginResetModel();
    m_found.clear();
    m_isCut = false;
    const std::string text = foldForSearch(m_query.trimmed().toStdString());
    for (std::size_t i = 0; i < m_communes.size() && !text.empty() && !m_isCut; ++i) {
        if (!beginsAWord(m_communes[i].folded, text)) {
            continue;
        }
        if (m_found.size() == maxRows) {
            m_isCut = true;
        } else {
            m_found.push_back(i);
        }
    }
    endResetModel();
    Q_EMIT queryChanged();
}

int CommuneSearch::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CommuneSearch::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Entry& entry = m_communes[m_found[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Insee:
        return entry.insee;
    case Qt::DisplayRole:
    case Name:
        return entry.name;
    case HasStop:
        return entry.hasStop;
    default:
        return {};
    }
}

QHash<int, QByteArray> CommuneSearch::roleNames() const {
    return {{Insee, "insee"}, {Name, "name"}, {HasStop, "hasStop"}};
}

} // namespace medicobus::app
