// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "territory/commune.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace medicobus::app {

/// What is known of one commune, an indicator a row, each with its source; what no source says is shown as
/// missing.
class CommuneCard : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by TerritoryPage")
    Q_PROPERTY(int commune READ commune NOTIFY communeChanged)
    Q_PROPERTY(QString name READ name NOTIFY communeChanged)
    Q_PROPERTY(QString insee READ insee NOTIFY communeChanged)
    Q_PROPERTY(int depthClass READ depthClass NOTIFY communeChanged)
    Q_PROPERTY(QString depthWord READ depthWord NOTIFY communeChanged)

public:
    enum Role { LabelRole = Qt::UserRole + 1, ValueRole, SourceRole, IsKnownRole };

    CommuneCard(const territory::Territory& territory, double threshold, QObject* parent = nullptr);

    /// -1 empties the card.
    void show(int commune);
    /// Puts the same into words again, in the language of the moment.
    void retell();
    int commune() const { return m_commune; }
    QString name() const;
    QString insee() const;
    int depthClass() const;
    QString depthWord() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void communeChanged();

private:
    struct Indicator {
        QString label;
        QString value; ///< Empty when no source says it.
        QString source;
    };
    std::vector<Indicator> indicators(const territory::Commune& commune) const;
    QString sourceOf(const QString& producer) const;
    const territory::Commune* shown() const;

    const territory::Territory& m_territory;
    double m_threshold;
    int m_commune = -1;
    std::vector<Indicator> m_indicators;
};

} // namespace medicobus::app
