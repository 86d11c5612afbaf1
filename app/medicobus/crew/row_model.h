// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace medicobus::app {

/// A list of plain rows that, shown anew, changes only where it differs, so that the screen stays where the
/// finger left it.
template <typename Row>
class RowModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<Row> rows) {
        const auto [was, is] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end());
        const int first = static_cast<int>(was - m_rows.begin());
        int same = 0;
        while (first + same < std::min(count(m_rows), count(rows))
               && m_rows[m_rows.size() - 1 - static_cast<std::size_t>(same)]
                      == rows[rows.size() - 1 - static_cast<std::size_t>(same)]) {
            ++same;
        }
        const int oldEnd = count(m_rows) - same;
        const int newEnd = count(rows) - same;
        if (oldEnd > newEnd) {
            beginRemoveRows({}, newEnd, oldEnd - 1);
            m_rows.erase(m_rows.begin() + newEnd, m_rows.begin() + oldEnd);
            endRemoveRows();
        } else if (newEnd > oldEnd) {
            beginInsertRows({}, oldEnd, newEnd - 1);
            m_rows.insert(m_rows.begin() + oldEnd, rows.begin() + oldEnd, rows.begin() + newEnd);
            endInsertRows();
        }
        const int changedEnd = std::min(oldEnd, newEnd);
        m_rows = std::move(rows);
        if (changedEnd > first) {
            Q_EMIT dataChanged(index(first), index(changedEnd - 1));
        }
    }

    const std::vector<Row>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : count(m_rows);
    }

protected:
    /// Nothing for an index that is not of this list.
    const Row* rowAt(const QModelIndex& index) const {
        return checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)
                   ? &m_rows[static_cast<std::size_t>(index.row())]
                   : nullptr;
    }

private:
    static int count(const std::vector<Row>& rows) { return static_cast<int>(rows.size()); }

    std::vector<Row> m_rows;
};

} // namespace medicobus::app
