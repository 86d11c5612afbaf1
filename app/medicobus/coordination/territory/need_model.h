// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "territory/need.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace medicobus::app {

/// Every commune of a territory, the under-served first by missing consultations, then those whose need is
/// not known, then the others by name; narrowed by a search.
class NeedModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by TerritoryPage")

public:
    enum Role {
        CommuneRole = Qt::UserRole + 1, ///< Position in the territory.
        RankRole,                       ///< From 1; 0 for a commune that is not ranked.
        NameRole,
        MissingRole,
        InhabitantsRole,
        AplRole,
        DepthClassRole, ///< 0 to 4, or -1.
        DepthWordRole,
        SectionRole,
    };

    /// Keeps a reference: the territory must outlive the model.
    NeedModel(const territory::Territory& territory, double threshold, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Keeps the communes whose name holds the text, accents and hyphens aside, or whose INSEE code begins
    /// with it.
    void search(const QString& text);
    /// The row of a commune, or -1 when the search leaves it out.
    int rowOf(int commune) const;
    const territory::NeedRanking& ranking() const { return m_ranking; }

private:
    struct Row {
        std::size_t commune;
        int rank;       ///< 0 when not ranked.
        double missing; ///< Consultations a year.
        int depthClass;
        std::string folded;
    };
    void addRow(std::size_t commune, int rank, double missing);
    const Row& row(int at) const { return m_rows[m_shown[static_cast<std::size_t>(at)]]; }
    QString sectionOf(const Row& row) const;

    const territory::Territory& m_territory;
    territory::NeedRanking m_ranking;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_shown;
};

} // namespace medicobus::app
