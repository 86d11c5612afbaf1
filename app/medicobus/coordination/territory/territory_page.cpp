// SPDX-License-Identifier: EUPL-1.2
#include "coordination/territory/territory_page.h"

#include "coordination/figures.h"
#include "coordination/territory/depth_words.h"

namespace medicobus::app {

TerritoryPage::TerritoryPage(const territory::Territory& territory, double threshold, MapSource* map,
                             QObject* parent)
    : QObject(parent),
      m_territory(territory),
      m_threshold(threshold),
      m_map(map),
      m_needs(territory, threshold),
      m_card(territory, threshold) {
    connect(&m_card, &CommuneCard::communeChanged, this, [this] {
        Q_EMIT selectedChanged();
        Q_EMIT selectedRowChanged();
    });
    if (!m_needs.ranking().underServed.empty()) {
        m_card.show(int(m_needs.ranking().underServed.front().commune));
    }
}

QString TerritoryPage::name() const {
    return text(m_territory.source);
}

QString TerritoryPage::underServed() const {
    return wholeNumber(double(m_needs.ranking().underServed.size()));
}

QString TerritoryPage::inhabitants() const {
    return wholeNumber(m_needs.ranking().inhabitants);
}

QString TerritoryPage::missing() const {
    return wholeNumber(m_needs.ranking().missing);
}

QString TerritoryPage::unknown() const {
    const auto count = m_needs.ranking().unknown.size();
    return count == 0 ? QString() : wholeNumber(double(count));
}

QString TerritoryPage::threshold() const {
    return decimalNumber(m_threshold, 1);
}

QStringList TerritoryPage::legendWords() const {
    QStringList words;
    for (int depth = 0; depth < depthClasses; ++depth) {
        words << depthWord(depth);
    }
    return words << depthWord(MapSource::unknownClass);
}

QStringList TerritoryPage::legendBounds() const {
    QStringList bounds;
    for (int depth = 0; depth < depthClasses; ++depth) {
        bounds << depthBounds(depth, m_threshold);
    }
    return bounds << depthBounds(MapSource::unknownClass, m_threshold);
}

void TerritoryPage::setSearch(const QString& search) {
    if (m_search == search) {
        return;
    }
    m_search = search;
    m_needs.search(search);
    Q_EMIT searchChanged();
    Q_EMIT selectedRowChanged();
}

void TerritoryPage::retell() {
    m_card.retell();
    // A list keeps the headings of its sections until it is made again.
    m_needs.search(m_search);
    Q_EMIT selectedRowChanged();
}

void TerritoryPage::setSelected(int commune) {
    m_card.show(commune);
}

QString TerritoryPage::communeName(int commune) const {
    return commune < 0 || commune >= int(m_territory.communes.size())
               ? QString()
               : text(m_territory.communes[static_cast<std::size_t>(commune)].name);
}

} // namespace medicobus::app
