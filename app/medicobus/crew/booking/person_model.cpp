// SPDX-License-Identifier: EUPL-1.2
#include "crew/booking/person_model.h"

#include "crew/crew_words.h"

namespace medicobus::app {

void PersonModel::showPatients(const std::vector<clinic::Patient>& patients) {
    std::vector<PersonRow> rows;
    for (const clinic::Patient& each : patients) {
        rows.push_back({QString::fromStdString(each.id.text()), crew_words::person(each.details),
                        crew_words::personNote(each.details)});
    }
    show(std::move(rows));
    Q_EMIT countChanged();
}

QVariant PersonModel::data(const QModelIndex& index, int role) const {
    const PersonRow* row = rowAt(index);
    if (!row) {
        return {};
    }
    switch (role) {
    case PersonId:
        return row->id;
    case Qt::DisplayRole:
    case Name:
        return row->name;
    case Note:
        return row->note;
    default:
        return {};
    }
}

QHash<int, QByteArray> PersonModel::roleNames() const {
    return {{PersonId, "personId"}, {Name, "name"}, {Note, "note"}};
}

} // namespace medicobus::app
