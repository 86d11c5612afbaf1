// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/map/map_source.h"
#include "coordination/territory/commune_card.h"
#include "coordination/territory/need_model.h"

#include <QStringList>

namespace medicobus::app {

/// Where help is missing: the map, the ranked list and the card of one commune, linked both ways.
class TerritoryPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by CoordinationSpace")
    Q_PROPERTY(QString name READ name CONSTANT)
    Q_PROPERTY(bool isFictional READ isFictional CONSTANT)
    Q_PROPERTY(QString underServed READ underServed NOTIFY retold)
    Q_PROPERTY(QString inhabitants READ inhabitants NOTIFY retold)
    Q_PROPERTY(QString missing READ missing NOTIFY retold)
    /// How many communes cannot be ranked; empty when none.
    Q_PROPERTY(QString unknown READ unknown NOTIFY retold)
    Q_PROPERTY(QString threshold READ threshold NOTIFY retold)
    Q_PROPERTY(medicobus::app::NeedModel* needs READ needs CONSTANT)
    Q_PROPERTY(medicobus::app::CommuneCard* card READ card CONSTANT)
    Q_PROPERTY(medicobus::app::MapSource* map READ map CONSTANT)
    /// One entry per class of depth, the shallowest first, then that of unknown need.
    Q_PROPERTY(QStringList legendWords READ legendWords NOTIFY retold)
    Q_PROPERTY(QStringList legendBounds READ legendBounds NOTIFY retold)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int found READ found NOTIFY searchChanged)
    /// Position in the territory, -1 for none.
    Q_PROPERTY(int selected READ selected WRITE setSelected NOTIFY selectedChanged)
    /// The row of the chosen commune in the list, -1 when none or left out by the search.
    Q_PROPERTY(int selectedRow READ selectedRow NOTIFY selectedRowChanged)

public:
    /// The territory and the map must outlive the page.
    TerritoryPage(const territory::Territory& territory, double threshold, MapSource* map,
                  QObject* parent = nullptr);

    QString name() const;
    bool isFictional() const { return m_territory.isFictional; }
    QString underServed() const;
    QString inhabitants() const;
    QString missing() const;
    QString unknown() const;
    QString threshold() const;
    NeedModel* needs() { return &m_needs; }
    CommuneCard* card() { return &m_card; }
    MapSource* map() const { return m_map; }
    QStringList legendWords() const;
    QStringList legendBounds() const;
    QString search() const { return m_search; }
    void setSearch(const QString& search);
    int found() const { return m_needs.rowCount(); }
    int selected() const { return m_card.commune(); }
    void setSelected(int commune);
    /// Puts all of it into words again, in the language of the moment.
    void retell();
    int selectedRow() const { return m_needs.rowOf(selected()); }

    /// The name of a commune by its position, for the label under the pointer.
    Q_INVOKABLE QString communeName(int commune) const;

Q_SIGNALS:
    void searchChanged();
    void selectedChanged();
    void selectedRowChanged();
    /// The same, in words of another language.
    void retold();

private:
    const territory::Territory& m_territory;
    double m_threshold;
    MapSource* m_map;
    NeedModel m_needs;
    CommuneCard m_card;
    QString m_search;
};

} // namespace medicobus::app
