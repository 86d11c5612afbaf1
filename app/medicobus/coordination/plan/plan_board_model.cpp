// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/plan_board_model.h"

#include "coordination/figures.h"

namespace medicobus::app {

PlanBoardModel::PlanBoardModel(QObject* parent) : QAbstractTableModel(parent) {}

void PlanBoardModel::show(PlanContent content) {
    beginResetModel();
    m_content = std::move(content);
    m_weekdays = m_content.scenario ? m_content.weekdays() : std::vector<Weekday>();
    endResetModel();
    Q_EMIT contentChanged();
}

QStringList PlanBoardModel::weekdays() const {
    QStringList words;
    for (const Weekday day : m_weekdays) {
        words << weekdayText(day);
    }
    return words;
}

QStringList PlanBoardModel::halfDays() const {
    QStringList words;
    if (m_content.scenario) {
        for (const auto& session : m_content.scenario->sessions) {
            words << sessionText(session.id);
        }
    }
    return words;
}

QStringList PlanBoardModel::rowTitles() const {
    QStringList titles;
    for (int row = 0; row < rowCount(); ++row) {
        titles << headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    }
    return titles;
}

int PlanBoardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_content.scenario
               ? 0
               : int(m_content.scenario->buses.size()) * m_content.scenario->cycleWeeks;
}

int PlanBoardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_content.scenario
               ? 0
               : int(m_weekdays.size() * m_content.scenario->sessions.size());
}

PlanBoardModel::Place PlanBoardModel::placeOf(int row, int column) const {
    const auto& scenario = *m_content.scenario;
    const auto sessions = scenario.sessions.size();
    const auto at = std::size_t(column);
    return {scenario.buses[std::size_t(row / scenario.cycleWeeks)], row % scenario.cycleWeeks,
            m_weekdays[at / sessions], scenario.sessions[at % sessions]};
}

QVariant PlanBoardModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto [bus, week, day, session] = placeOf(index.row(), index.column());
    const auto* series = m_content.seriesAt(bus.id, week, day, session.id);
    const QString commune = series ? communeText(*m_content.scenario, series->site) : QString();
    const QString hours = series ? hoursText(series->start, series->end) : QString();
    switch (role) {
    case Qt::DisplayRole:
    case CommuneRole:
        return commune;
    case HoursRole:
        return hours;
    case TourRole:
        return series ? m_content.tourAt(bus.id, week, day) : -1;
    case SpokenRole:
        return tr("%1, %2 %3\u00a0: %4")
            .arg(headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString(), weekdayText(day),
                 sessionText(session.id), series ? commune + u", "_qs + hours : tr("libre"));
    default:
        return {};
    }
}

QVariant PlanBoardModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const int count = orientation == Qt::Vertical ? rowCount() : columnCount();
    if (role != Qt::DisplayRole || section < 0 || section >= count) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        const auto place = placeOf(section, 0);
        const QString week = weekText(place.week);
        return m_content.scenario->buses.size() == 1
                   ? week
                   : busText(*m_content.scenario, place.bus.id) + u", "_qs + week.toLower();
    }
    const auto place = placeOf(0, section);
    return QString(weekdayText(place.day) + u' ' + sessionText(place.session.id));
}

QHash<int, QByteArray> PlanBoardModel::roleNames() const {
    return {{CommuneRole, "commune"}, {HoursRole, "hours"}, {TourRole, "tour"}, {SpokenRole, "spoken"}};
}

} // namespace medicobus::app
