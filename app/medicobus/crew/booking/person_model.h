// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/patient.h"
#include "crew/row_model.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// A person already known, as the search shows them.
struct PersonRow {
    QString id;
    QString name;
    QString note;

    friend bool operator==(const PersonRow&, const PersonRow&) = default;
};

/// The persons that a search finds.
class PersonModel : public RowModel<PersonRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { PersonId = Qt::UserRole + 1, Name, Note };

    using RowModel::RowModel;

    int count() const { return rowCount(); }
    void showPatients(const std::vector<clinic::Patient>& patients);
    /// The first so many, each with what speaks for being the same.
    void showAlike(const std::vector<clinic::LikelyDuplicate>& alike, std::size_t count);
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
};

} // namespace medicobus::app
