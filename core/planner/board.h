// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/day.h"
#include "planner/model.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

namespace medicobus::planner {

/// One series in the making.
struct Placement {
    int site = 0;
    int bus = 0;
    int weekday = 0;
    int session = 0;
    WeekMask weeks = 0;
    bool isLocked = false;

    friend bool operator==(const Placement&, const Placement&) = default;
};

/// The weekdays and kinds of session that a site has, week by week: bit `weekday * maxSessionKinds + kind`.
using HalfDays = std::array<std::bitset<daysOfWeek * maxSessionKinds>, maxCycleWeeks>;

/// A lawful set of placements with its worth and driving kept up to date as placements come and go. Copied
/// freely by the search.
///
/// Rules 5 and 6 are of a site as a whole: some series must bring it often enough, others may come on top;
/// and of any two weeks in which it is visited, the half-days of one are among those of the other.
class Board {
public:
    explicit Board(const Model& model);

    const std::vector<Placement>& placements() const { return m_placements; }
    double worth() const { return m_worth; }
    double drivingMinutesYear() const;
    /// Worth less what driving costs.
    double total() const;
    int visitedSites() const { return m_visited; }
    bool isVisited(int site) const { return weeksOf(site) != 0; }
    /// The weeks in which a site is visited, 0 when it is not.
    WeekMask weeksOf(int site) const { return m_weeks[static_cast<std::size_t>(site)]; }
    /// How many more sessions the site may have in each of these weeks.
    int roomAt(int site, WeekMask weeks) const;
    /// Whether some week has room for one more.
    bool hasRoomInSomeWeek(int site) const;
    const DayGrid& day(int bus, int weekday) const { return m_days[dayAt(bus, weekday)]; }

    /// Whether limits per site and week and the number of sites leave room for so many more series.
    bool hasRoom(int site, WeekMask weeks, int series = 1) const;
    /// As `hasRoom`, and the site is then visited often enough.
    bool admits(int site, WeekMask weeks, int series = 1) const;
    /// Whether rules 5 and 6 hold at a site; they do where nothing is held.
    bool isSiteLawful(int site) const;
    /// Whether they do everywhere.
    bool areSitesLawful() const;
    /// What one more series of this kind of session in `weekCount` weeks of the cycle would add to the worth.
    double worthGain(int site, int session, int weekCount) const {
        return m_gains[gainAt(site, session, weekCount)];
    }
    /// As `worthGain`, for any number of sessions in a cycle.
    double worthOfSessions(int site, int session, int sessions) const;
    /// The driving minutes of a year that the placement would add, nothing when the day could not be driven
    /// lawfully, the place is taken or the site would change its half-days (rule 6).
    std::optional<double> drivingGain(const Placement& placement) const;
    /// As `drivingGain`, for two sessions of one bus-day that come together.
    std::optional<double> drivingGain(const Placement& first, const Placement& second) const;

    /// Whether the half-day is free and open in these weeks, whatever becomes of the day's drive.
    bool canHold(const Placement& placement) const;
    /// May leave a day that cannot be driven lawfully until its other half comes.
    void place(const Placement& placement);
    /// May leave a day that cannot be driven lawfully, for half a day far away needs its other half for a
    /// break, and a site that is visited too rarely.
    void remove(std::size_t index);
    bool isDayLawful(int bus, int weekday) const { return m_isDayLawful[dayAt(bus, weekday)]; }

private:
    std::size_t dayAt(int bus, int weekday) const {
        return static_cast<std::size_t>(bus * daysOfWeek + weekday);
    }
    std::size_t gainAt(int site, int session, int weekCount) const {
        return static_cast<std::size_t>((site * m_model->sessionCount() + session) * maxCycleWeeks + weekCount
                                        - 1);
    }
    std::optional<double> drivingGain(const DayGrid& grid, const Placement& placement) const;
    bool isElsewhere(const Placement& placement) const;
    bool isRegular(const Placement& placement) const;
    bool isKindFree(const Placement& placement) const;
    void driveAgain(int bus, int weekday);
    void weighAgain(int site);
    void supply(const Placement& placement, double sign);
    void countSite(int site);
    HalfDays halfDaysOf(int site) const;

    const Model* m_model;
    std::vector<Placement> m_placements;
    std::vector<DayGrid> m_days;
    std::vector<double> m_dayDriving; ///< Minutes in a cycle.
    std::vector<bool> m_isDayLawful;
    std::vector<double> m_delivered; ///< By demand, before the cap at its need.
    std::vector<double> m_worthNow;  ///< By demand.
    std::vector<double> m_gains;     ///< By site, kind of session and number of weeks.
    std::vector<std::array<std::uint8_t, maxCycleWeeks>> m_sessions; ///< By site and week.
    std::vector<WeekMask> m_weeks;
    int m_visited = 0;
    double m_worth = 0;
};

/// The series as a placement; none when the model does not know its bus, site or kind of session.
std::optional<Placement> placementOf(const Model& model, const plan::Series& series);

} // namespace medicobus::planner
