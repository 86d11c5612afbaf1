// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace medicobus::app {

/// The up to five places of a space, for the bar at the bottom or the rail at the left.
class PlaceModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its space")
    Q_PROPERTY(int count READ count CONSTANT)

public:
    enum Role { Key = Qt::UserRole + 1, Label, IconName, Badge };
    struct Place {
        QString key;
        QString (*label)(); ///< Asked each time, in the language of the moment.
        QString iconName;
        int badge = 0; ///< How much waits there; 0 shows nothing.
    };

    explicit PlaceModel(std::vector<Place> places, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return rowCount(); }
    bool has(const QString& key) const;
    void setBadge(const QString& key, int badge);
    const std::vector<Place>& places() const { return m_places; }

private:
    std::vector<Place> m_places;
};

} // namespace medicobus::app
