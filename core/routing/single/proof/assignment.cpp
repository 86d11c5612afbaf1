// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/proof/assignment.h"

#include <algorithm>
#include <limits>

namespace medicobus::routing::single {
namespace {

constexpr std::int64_t infinite = std::numeric_limits<std::int64_t>::max() / 4;

/// Rows are stations 0 to n, columns stations 1 to n + 1; both count from 1, as index 0 is the root of the
/// alternating tree.
class Hungarian {
public:
    explicit Hungarian(const Model& model)
        : m_model(model),
          m_count(static_cast<std::size_t>(model.size()) - 1),
          m_ofRow(m_count + 1),
          m_ofColumn(m_count + 1),
          m_rowOf(m_count + 1) {
        for (std::size_t row = 1; row <= m_count; ++row) {
            augment(row);
        }
    }

    std::int64_t cost(std::size_t row, std::size_t column) const {
        const int from = static_cast<int>(row) - 1;
        const int to = static_cast<int>(column);
        return m_model.isAllowed(from, to) ? m_model.arc(from, to).cost : forbidden;
    }
    std::int64_t reduced(std::size_t row, std::size_t column) const {
        return cost(row, column) - m_ofRow[row] - m_ofColumn[column];
    }
    Assignment result() const;

private:
    void augment(std::size_t row);
    void shift(const std::vector<bool>& isUsed, std::vector<std::int64_t>& slack, std::int64_t step);

    const Model& m_model;
    std::size_t m_count;
    std::vector<std::int64_t> m_ofRow;
    std::vector<std::int64_t> m_ofColumn;
    std::vector<std::size_t> m_rowOf;
};

void Hungarian::augment(std::size_t row) {
    std::vector<std::int64_t> slack(m_count + 1, infinite);
    std::vector<std::size_t> way(m_count + 1, 0);
    std::vector<bool> isUsed(m_count + 1, false);
    m_rowOf[0] = row;
    std::size_t column = 0;
    while (m_rowOf[column] != 0) {
        isUsed[column] = true;
        std::size_t nearest = 0;
        std::int64_t step = infinite;
        for (std::size_t next = 1; next <= m_count; ++next) {
            if (isUsed[next]) {
                continue;
            }
            const std::int64_t over = reduced(m_rowOf[column], next);
            if (over < slack[next]) {
                slack[next] = over;
                way[next] = column;
            }
            if (slack[next] < step) {
                step = slack[next];
                nearest = next;
            }
        }
        shift(isUsed, slack, step);
        column = nearest;
    }
    while (column != 0) {
        m_rowOf[column] = m_rowOf[way[column]];
        column = way[column];
    }
}

void Hungarian::shift(const std::vector<bool>& isUsed, std::vector<std::int64_t>& slack, std::int64_t step) {
    for (std::size_t column = 0; column <= m_count; ++column) {
        if (isUsed[column]) {
            m_ofRow[m_rowOf[column]] += step;
            m_ofColumn[column] -= step;
        } else {
            slack[column] -= step;
        }
    }
}

Assignment Hungarian::result() const {
    const std::size_t size = m_count + 1;
    Assignment assignment;
    assignment.reduced.assign(size * size, forbidden);
    for (std::size_t column = 1; column <= m_count; ++column) {
        assignment.bound += cost(m_rowOf[column], column);
        assignment.isPossible &= cost(m_rowOf[column], column) < forbidden;
        for (std::size_t row = 1; row <= m_count; ++row) {
            const std::int64_t over = reduced(row, column);
            assignment.reduced[(row - 1) * size + column] =
                cost(row, column) < forbidden
                    ? static_cast<std::int32_t>(std::min<std::int64_t>(over, forbidden))
                    : forbidden;
        }
    }
    return assignment;
}

} // namespace

Assignment assign(const Model& model) {
    return Hungarian(model).result();
}

} // namespace medicobus::routing::single
