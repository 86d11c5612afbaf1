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

void PersonModel::showAlike(const std::vector<clinic::LikelyDuplicate>& alike, std::size_t count) {
    std::vector<PersonRow> rows;
    for (const clinic::LikelyDuplicate& each : alike) {
        QStringList note{crew_words::personNote(each.patient.details)};
        if (each.swappedBirthDate) {
            note << tr("jour et mois inversés");
        }
        if (each.samePhone) {
            note << tr("même téléphone");
        }
        note.removeAll(QString());
        if (rows.size() < count) {
            rows.push_back({QString::fromStdString(each.patient.id.text()),
                            crew_words::person(each.patient.details), note.join(QStringLiteral(" · "))});
        }
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
