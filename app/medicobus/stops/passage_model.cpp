// SPDX-License-Identifier: EUPL-1.2
#include "stops/passage_model.h"

namespace medicobus::app {

PassageModel::PassageModel(QObject* parent) : QAbstractListModel(parent) {}

void PassageModel::setPassages(std::vector<Passage> passages) {
    if (passages == m_passages) {
        return;
    }
    beginResetModel();
    m_passages = std::move(passages);
    endResetModel();
    Q_EMIT countChanged();
}

int PassageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_passages.size());
}

QVariant PassageModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Passage& passage = m_passages[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Day:
        return passage.day;
    case Hours:
        return passage.hours;
    case Place:
        return passage.place;
    case Address:
        return passage.address;
    case FreePlaces:
        return passage.freePlaces;
    case Notice:
        return passage.notice;
    case Tone:
        return passage.tone;
    case IsCancelled:
        return passage.isCancelled;
    default:
        return {};
    }
}

QHash<int, QByteArray> PassageModel::roleNames() const {
    return {{Day, "day"},
            {Hours, "hours"},
            {Place, "place"},
            {Address, "address"},
            {FreePlaces, "freePlaces"},
            {Notice, "notice"},
            {Tone, "tone"},
            {IsCancelled, "isCancelled"}};
}

} // namespace medicobus::app
