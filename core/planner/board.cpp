// SPDX-License-Identifier: EUPL-1.2
#include "planner/board.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace medicobus::planner {
namespace {

void hold(const Model& model, const Placement& placement, HalfDays& held) {
    const auto bit = placement.weekday * maxSessionKinds + model.kindOf(placement.session);
    for (std::size_t week = 0; week < held.size(); ++week) {
        if (placement.weeks >> week & 1) {
            held[week].set(static_cast<std::size_t>(bit));
        }
    }
}

/// Of any two weeks that hold something, one holds all that the other does.
bool areNested(const HalfDays& held) {
    for (std::size_t a = 0; a < held.size(); ++a) {
        for (std::size_t b = a + 1; b < held.size(); ++b) {
            const auto common = held[a] & held[b];
            if (held[a].any() && held[b].any() && common != held[a] && common != held[b]) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

Board::Board(const Model& model)
    : m_model(&model),
      m_days(static_cast<std::size_t>(model.busCount() * daysOfWeek)),
      m_dayDriving(m_days.size(), 0.0),
      m_isDayLawful(m_days.size(), true),
      m_delivered(model.demands().size(), 0.0),
      m_worthNow(model.demands().size(), 0.0),
      m_sessions(static_cast<std::size_t>(model.siteCount())),
      m_weeks(static_cast<std::size_t>(model.siteCount()), 0) {
    m_gains.assign(static_cast<std::size_t>(model.siteCount() * model.sessionCount() * maxCycleWeeks), 0.0);
    for (int site = 0; site < model.siteCount(); ++site) {
        weighAgain(site);
    }
}

double Board::drivingMinutesYear() const {
    return std::accumulate(m_dayDriving.begin(), m_dayDriving.end(), 0.0) * m_model->cyclesPerYear();
}

double Board::total() const {
    return m_worth - m_model->scenario().policy.lambda * drivingMinutesYear();
}

int Board::roomAt(int site, WeekMask weeks) const {
    int most = 0;
    for (int week = 0; week < maxCycleWeeks; ++week) {
        if (weeks >> week & 1) {
            most = std::max<int>(most,
                                 m_sessions[static_cast<std::size_t>(site)][static_cast<std::size_t>(week)]);
        }
    }
    return m_model->scenario().policy.maxSessionsPerSiteWeek - most;
}

bool Board::hasRoomInSomeWeek(int site) const {
    for (int week = 0; week < m_model->weeks(); ++week) {
        if (roomAt(site, static_cast<WeekMask>(1U << week)) > 0) {
            return true;
        }
    }
    return false;
}

bool Board::hasRoom(int site, WeekMask weeks, int series) const {
    return (isVisited(site) || m_visited < m_model->scenario().policy.maxSites)
           && series <= roomAt(site, weeks);
}

bool Board::admits(int site, WeekMask weeks, int series) const {
    return hasRoom(site, weeks, series)
           && m_model->isOftenEnough(static_cast<WeekMask>(weeksOf(site) | weeks));
}

HalfDays Board::halfDaysOf(int site) const {
    HalfDays held;
    for (const Placement& placement : m_placements) {
        if (placement.site == site) {
            hold(*m_model, placement, held);
        }
    }
    return held;
}

bool Board::isSiteLawful(int site) const {
    return !isVisited(site) || (m_model->isOftenEnough(weeksOf(site)) && areNested(halfDaysOf(site)));
}

bool Board::areSitesLawful() const {
    return std::all_of(m_placements.begin(), m_placements.end(),
                       [&](const Placement& placement) { return isSiteLawful(placement.site); });
}

/// Weeks that are all alike stay so when all of them get the same.
bool Board::isRegular(const Placement& placement) const {
    if (!isVisited(placement.site)) {
        return true;
    }
    const bool isAlike = std::all_of(m_placements.begin(), m_placements.end(), [&](const Placement& other) {
        return other.site != placement.site || other.weeks == placement.weeks;
    });
    if (isAlike) {
        return true;
    }
    HalfDays held = halfDaysOf(placement.site);
    hold(*m_model, placement, held);
    return areNested(held);
}

double Board::worthOfSessions(int site, int session, int sessions) const {
    const double offer = m_model->offerPerCycleSession(session) * sessions;
    double gain = 0;
    for (const Catch& entry : m_model->catchment(site, m_model->needOf(session))) {
        const auto at = static_cast<std::size_t>(entry.demand);
        gain +=
            m_model->worthOf(m_model->demands()[at], m_delivered[at] + offer * entry.share) - m_worthNow[at];
    }
    return gain;
}

void Board::weighAgain(int site) {
    for (const int session : m_model->offerKinds()) {
        for (const int weeks : m_model->patternSizes()) {
            m_gains[gainAt(site, session, weeks)] = worthOfSessions(site, session, weeks);
        }
    }
}

/// A site hosts one bus at a time, and the same weekday and kind of session only once.
bool Board::isElsewhere(const Placement& placement) const {
    return isVisited(placement.site)
           && std::any_of(m_placements.begin(), m_placements.end(), [&](const Placement& other) {
                  const bool isSameKind = m_model->isSameKind(other.session, placement.session);
                  return other.site == placement.site && other.weekday == placement.weekday
                         && (other.weeks & placement.weeks) != 0
                         && (isSameKind
                             || (other.bus != placement.bus
                                 && m_model->mayClash(other.session, placement.session)));
              });
}

/// A bus holds one session of a kind a day, whichever its length.
bool Board::isKindFree(const Placement& placement) const {
    const DayGrid& grid = m_days[dayAt(placement.bus, placement.weekday)];
    for (int session = 0; session < m_model->sessionCount(); ++session) {
        if (m_model->isSameKind(session, placement.session) && !grid.isFree(session, placement.weeks)) {
            return false;
        }
    }
    return true;
}

bool Board::canHold(const Placement& placement) const {
    const StartWindow& window =
        m_model->window(placement.bus, placement.site, placement.weekday, placement.session);
    return (window.weeks & placement.weeks) == placement.weeks && isKindFree(placement)
           && !isElsewhere(placement);
}

std::optional<double> Board::drivingGain(const DayGrid& grid, const Placement& placement) const {
    const DayRating rating = rateDay(*m_model, placement.bus, placement.weekday, grid);
    if (!rating.isLawful) {
        return std::nullopt;
    }
    const double now = m_dayDriving[dayAt(placement.bus, placement.weekday)];
    return (rating.drivingMinutes - now) * m_model->cyclesPerYear();
}

std::optional<double> Board::drivingGain(const Placement& placement) const {
    if (!canHold(placement) || !isRegular(placement)) {
        return std::nullopt;
    }
    DayGrid grid = day(placement.bus, placement.weekday);
    grid.fill(placement.session, placement.weeks, placement.site);
    return drivingGain(grid, placement);
}

std::optional<double> Board::drivingGain(const Placement& first, const Placement& second) const {
    if (m_model->isSameKind(first.session, second.session) || !canHold(first) || !canHold(second)
        || !isRegular(first) || !isRegular(second)) {
        return std::nullopt;
    }
    DayGrid grid = day(first.bus, first.weekday);
    grid.fill(first.session, first.weeks, first.site);
    grid.fill(second.session, second.weeks, second.site);
    return drivingGain(grid, first);
}

void Board::supply(const Placement& placement, double sign) {
    const double offer =
        sign * m_model->offerPerCycleSession(placement.session) * std::popcount(placement.weeks);
    for (const Catch& entry : m_model->catchment(placement.site, m_model->needOf(placement.session))) {
        const auto at = static_cast<std::size_t>(entry.demand);
        m_delivered[at] = std::max(0.0, m_delivered[at] + offer * entry.share);
        m_worth -= m_worthNow[at];
        m_worthNow[at] = m_model->worthOf(m_model->demands()[at], m_delivered[at]);
        m_worth += m_worthNow[at];
    }
    for (const int site : m_model->sharers(placement.site)) {
        weighAgain(site);
    }
}

void Board::driveAgain(int bus, int weekday) {
    const std::size_t at = dayAt(bus, weekday);
    const DayRating rating = rateDay(*m_model, bus, weekday, m_days[at]);
    m_dayDriving[at] = rating.drivingMinutes;
    m_isDayLawful[at] = rating.isLawful;
}

void Board::place(const Placement& placement) {
    const std::size_t at = dayAt(placement.bus, placement.weekday);
    m_days[at].fill(placement.session, placement.weeks, placement.site);
    driveAgain(placement.bus, placement.weekday);
    m_placements.push_back(placement);
    supply(placement, 1);
    countSite(placement.site);
}

void Board::remove(std::size_t index) {
    const Placement placement = m_placements[index];
    const std::size_t at = dayAt(placement.bus, placement.weekday);
    m_days[at].fill(placement.session, placement.weeks, -1);
    driveAgain(placement.bus, placement.weekday);
    m_placements.erase(m_placements.begin() + static_cast<std::ptrdiff_t>(index));
    supply(placement, -1);
    countSite(placement.site);
}

void Board::countSite(int site) {
    const auto at = static_cast<std::size_t>(site);
    const bool wasVisited = isVisited(site);
    m_sessions[at] = {};
    m_weeks[at] = 0;
    for (const Placement& placement : m_placements) {
        for (std::size_t week = 0; placement.site == site && week < maxCycleWeeks; ++week) {
            m_sessions[at][week] =
                static_cast<std::uint8_t>(m_sessions[at][week] + (placement.weeks >> week & 1));
        }
        m_weeks[at] = static_cast<WeekMask>(m_weeks[at] | (placement.site == site ? placement.weeks : 0));
    }
    m_visited += (isVisited(site) ? 1 : 0) - (wasVisited ? 1 : 0);
}

std::optional<Placement> placementOf(const Model& model, const plan::Series& series) {
    const auto& buses = model.scenario().buses;
    const auto bus = std::ranges::find(buses, series.bus, &plan::Bus::id);
    Placement placement;
    placement.site = model.indexOf(series.site);
    placement.bus = static_cast<int>(bus - buses.begin());
    placement.session = model.sessionOf(
        series.session, series.hasTime() ? std::optional(series.end - series.start) : std::nullopt);
    placement.weekday = static_cast<int>(series.weekday);
    placement.weeks = maskOf(series.weeks);
    if (bus == buses.end() || placement.site < 0 || placement.session < 0) {
        return std::nullopt;
    }
    return placement;
}

} // namespace medicobus::planner
