// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/tour_timetable.h"

#include "coordination/figures.h"

#include <cmath>
#include <memory>

namespace medicobus::app {

namespace {

QString minutesText(double minutes) {
    return u"%1\u00a0min"_qs.arg(wholeNumber(minutes));
}

const plan::Site* siteOf(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Stop& stop) {
    const auto* series = plan.findSeries(stop.series);
    return series ? scenario.findSite(series->site) : nullptr;
}

/// `Licques, Salle communale`
QString placeText(const plan::Scenario& scenario, const plan::Site& site) {
    const QString commune = communeText(scenario, site.id);
    return site.name.empty() || text(site.name) == commune ? commune : commune + u", "_qs + text(site.name);
}

} // namespace

TourTimetable::TourTimetable(QObject* parent) : QAbstractListModel(parent) {}

void TourTimetable::show(const PlanContent& content, int tour) {
    beginResetModel();
    m_rows.clear();
    m_title.clear();
    m_summary.clear();
    if (content.scenario && tour >= 0 && tour < int(content.plan.tours.size())) {
        fill(*content.scenario, content.plan, content.plan.tours[std::size_t(tour)]);
    }
    endResetModel();
    Q_EMIT tourChanged();
}

void TourTimetable::addDrive(const travel::TravelModel& travel, const GeoPoint& from, const GeoPoint& to,
                             std::chrono::minutes between) {
    const double driving = std::chrono::duration<double, std::ratio<60>>(travel.time(from, to)).count();
    const double rest = double(between.count()) - std::ceil(driving);
    QStringList words;
    if (driving >= 0.5) {
        words << tr("%1 de route, %2\u00a0km")
                     .arg(minutesText(driving), decimalNumber(travel.distance(from, to).kilometres(), 0));
    }
    if (rest >= 1) {
        words << tr("pause et attente de %1").arg(minutesText(rest));
    }
    if (!words.isEmpty()) {
        m_rows.push_back({{}, words.join(u", "), {}, false});
    }
}

void TourTimetable::fill(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour) {
    const auto* bus = scenario.findBus(tour.bus);
    if (!bus) {
        return;
    }
    const auto travel = scenario.travelModel();
    m_title = u"%1, %2, %3"_qs.arg(busText(scenario, tour.bus), weekText(tour.week).toLower(),
                                   weekdayText(tour.weekday));
    m_rows.push_back({hourText(tour.depart), tr("Départ du dépôt"), {}, false});
    GeoPoint here = bus->depot;
    TimeOfDay left = tour.depart;
    double kilometres = 0;
    for (const auto& stop : tour.stops) {
        const auto* site = siteOf(scenario, plan, stop);
        if (!site) {
            continue;
        }
        addDrive(*travel, here, site->point, stop.arrive - left);
        kilometres += travel->distance(here, site->point).kilometres();
        m_rows.push_back({hourText(stop.arrive), placeText(scenario, *site),
                          tr("consultations de %1 à %2, départ à %3")
                              .arg(hourText(stop.start), hourText(stop.end), hourText(stop.leave)),
                          true});
        here = site->point;
        left = stop.leave;
    }
    addDrive(*travel, here, bus->depot, tour.back - left);
    kilometres += travel->distance(here, bus->depot).kilometres();
    m_rows.push_back({hourText(tour.back), tr("Retour au dépôt"), {}, false});
    m_summary = tr("%1\u00a0km, %2 de route").arg(wholeNumber(kilometres), minutesText(tour.drivingMinutes));
}

int TourTimetable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TourTimetable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case TimeRole:
        return row.time;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case DetailRole:
        return row.detail;
    case IsStopRole:
        return row.isStop;
    default:
        return {};
    }
}

QHash<int, QByteArray> TourTimetable::roleNames() const {
    return {{TimeRole, "time"}, {TitleRole, "title"}, {DetailRole, "detail"}, {IsStopRole, "isStop"}};
}

MapTour mapTour(const PlanContent& content, int tour) {
    MapTour map;
    if (!content.scenario) {
        return map;
    }
    for (const auto& bus : content.scenario->buses) {
        map.depots.push_back(bus.depot);
    }
    for (const auto& series : content.plan.series) {
        if (const auto* site = content.scenario->findSite(series.site)) {
            map.others.push_back(site->point);
        }
    }
    if (tour < 0 || tour >= int(content.plan.tours.size())) {
        return map;
    }
    const auto& chosen = content.plan.tours[std::size_t(tour)];
    if (const auto* bus = content.scenario->findBus(chosen.bus)) {
        map.line.push_back(bus->depot);
        for (const auto& stop : chosen.stops) {
            if (const auto* site = siteOf(*content.scenario, content.plan, stop)) {
                map.line.push_back(site->point);
                map.stops.push_back(site->point);
            }
        }
        map.line.push_back(bus->depot);
    }
    return map;
}

} // namespace medicobus::app
