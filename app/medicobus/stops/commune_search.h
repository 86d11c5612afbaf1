// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace medicobus::app {

/// Communes found by the first letters of their words, without accents; those with a stop come first.
class CommuneSearch : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY queryChanged)
    Q_PROPERTY(bool isTooMany READ isTooMany NOTIFY queryChanged)

public:
    enum Role { Insee = Qt::UserRole + 1, Name, HasStop };
    /// Rows shown at most; a person types one more letter rather than read on.
    static constexpr std::size_t maxRows = 12;

    explicit CommuneSearch(QObject* parent = nullptr);

    void setProgramme(const plan::Programme* programme);

    QString query() const { return m_query; }
    void setQuery(const QString& query);
    int count() const { return rowCount(); }
    /// True when more communes match than are shown.
    bool isTooMany() const { return m_isCut; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void queryChanged();

private:
    struct Entry {
        QString insee;
        QString name;
        std::string folded;
        bool hasStop = false;
    };
    void find();

    std::vector<Entry> m_communes; ///< With a stop first, then by folded name.
    std::vector<std::size_t> m_found;
    QString m_query;
    bool m_isCut = false;
};

} // namespace medicobus::app
