// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/plan_days_model.h"

#include "coordination/figures.h"

#include <algorithm>
#include <tuple>

namespace medicobus::app {

PlanDaysModel::PlanDaysModel(QObject* parent) : QAbstractListModel(parent) {}

void PlanDaysModel::show(const PlanContent& content) {
    beginResetModel();
    m_rows.clear();
    const auto& tours = content.plan.tours;
    std::vector<std::size_t> order(tours.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](const plan::Tour& tour) { return std::tie(tour.week, tour.weekday, tour.bus); };
        return key(tours[a]) < key(tours[b]);
    });
    for (const std::size_t at : order) {
        const auto& tour = tours[at];
        for (const auto& stop : tour.stops) {
            const auto* series = content.plan.findSeries(stop.series);
            const QString section = weekText(tour.week) + u", "_qs + weekdayText(tour.weekday);
            const bool isFirst = m_rows.empty() || m_rows.back().section != section;
            m_rows.push_back(
                {series ? communeText(*content.scenario, series->site) : QString(),
                 hoursText(stop.start, stop.end),
                 content.scenario->buses.size() > 1 ? busText(*content.scenario, tour.bus) : QString(),
                 int(at), section, isFirst});
        }
    }
    endResetModel();
}

int PlanDaysModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PlanDaysModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case CommuneRole:
        return row.commune;
    case HoursRole:
        return row.hours;
    case BusRole:
        return row.bus;
    case TourRole:
        return row.tour;
    case SectionRole:
        return row.section;
    case IsFirstRole:
        return row.isFirst;
    case IsLastRole:
        return index.row() + 1 == int(m_rows.size()) || m_rows[std::size_t(index.row()) + 1].tour != row.tour;
    default:
        return {};
    }
}

QHash<int, QByteArray> PlanDaysModel::roleNames() const {
    return {{CommuneRole, "commune"}, {HoursRole, "hours"},     {BusRole, "bus"},      {TourRole, "tour"},
            {SectionRole, "section"}, {IsFirstRole, "isFirst"}, {IsLastRole, "isLast"}};
}

} // namespace medicobus::app
