// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify/checks.h"

#include <algorithm>

namespace medicobus::plan {
namespace {

using Minutes = std::chrono::duration<double, std::ratio<60>>;

/// Arithmetic on unrounded travel times may stray by this much, in minutes.
constexpr double hair = 1e-6;
/// Code du travail L3121-16: a pause of 20 minutes by six hours of work.
constexpr double sixHours = 360;
constexpr double lawfulPause = 20;

/// A stop with everything it refers to.
struct Halt {
    const Stop* stop;
    const Series* series;
    const SessionKind* kind;
    const Site* site;
};

double count(TimeOfDay time) {
    return static_cast<double>(time.count());
}

double driveMinutes(const Judgement& judgement, const GeoPoint& from, const GeoPoint& to) {
    return Minutes(judgement.travel.time(from, to)).count();
}

std::vector<Halt> haltsOf(const Judgement& judgement, const Tour& tour) {
    std::vector<Halt> halts;
    for (const Stop& stop : tour.stops) {
        const Series* series = judgement.plan.findSeries(stop.series);
        const Site* site = series ? judgement.scenario.findSite(series->site) : nullptr;
        const SessionKind* kind = series ? judgement.scenario.findSession(series->session) : nullptr;
        if (site && kind) {
            halts.push_back({&stop, series, kind, site});
        }
    }
    return halts;
}

/// Minutes that are neither driving nor work: between two stops, `drive` minutes long less, or inside a
/// session.
struct Rest {
    double from = 0;
    double to = 0;
    double drive = 0;

    double length() const { return to - from - drive; }
};

bool hasKnownNetwork(const Scenario& scenario, const Site& site) {
    if (site.hasNetwork) {
        return *site.hasNetwork;
    }
    const auto& communes = scenario.territory.communes;
    const auto commune = std::ranges::find(communes, site.insee, &territory::Commune::insee);
    return scenario.policy.min4gShare && commune != communes.end()
           && commune->coverage4g.value_or(-1) >= *scenario.policy.min4gShare;
}

/// One tour of a known bus whose stops are all known, followed from the depot and back.
class TourCheck {
public:
    TourCheck(const Judgement& judgement, const Tour& tour, const Bus& bus, std::vector<Halt> halts)
        : m_judgement(judgement), m_tour(tour), m_bus(bus), m_halts(std::move(halts)) {
        for (std::size_t i = 0; i + 1 < m_halts.size(); ++i) {
            m_drives.push_back(driveMinutes(judgement, m_halts[i].site->point, m_halts[i + 1].site->point));
        }
        findRests();
    }

    void run() {
        for (std::size_t i = 0; i < m_halts.size(); ++i) {
            checkSession(m_halts[i]);
            checkWorkAtStop(i);
        }
        checkDrives();
        checkShift();
        checkBreak();
    }

    double duty() const {
        const double betweenStops = std::min(longestIdle(), count(m_bus.breakLength));
        return span() - std::max(betweenStops, m_pauses);
    }

    /// The longest work without a rest of so many minutes. A rest between two stops may be taken anywhere
    /// along the drive that it goes with, so each is taken as late as six hours allow.
    double longestStretch(double pause) const {
        double longest = 0;
        double resumed = count(m_tour.depart);
        for (const Rest& rest : m_rests) {
            if (rest.length() < pause - hair) {
                continue;
            }
            const double worked = rest.from - resumed;
            const double drivenBefore = std::clamp(sixHours - worked, 0.0, rest.drive);
            longest = std::max(longest, worked + drivenBefore);
            resumed = rest.to - (rest.drive - drivenBefore);
        }
        return std::max(longest, count(m_tour.back) - resumed);
    }

private:
    BrokenRule& report(int rule, ErrorCode code, double value, double limit) {
        BrokenRule& broken = m_judgement.report(rule, code);
        broken.bus = m_tour.bus;
        broken.week = m_tour.week;
        broken.weekday = m_tour.weekday;
        broken.value = value;
        broken.limit = limit;
        return broken;
    }

    void reportAt(const Halt& halt, int rule, ErrorCode code, double value, double limit) {
        BrokenRule& broken = report(rule, code, value, limit);
        broken.series = halt.series->id;
        broken.site = halt.site->id;
    }

    void checkSession(const Halt& halt) {
        const Stop& stop = *halt.stop;
        if (!halt.site->isOpen(m_tour.weekday, stop.start, stop.end)) {
            reportAt(halt, 1, codes::ruleOpening, count(stop.start), count(stop.end));
        }
        if (stop.start < halt.kind->from) {
            reportAt(halt, 2, codes::ruleWindow, count(stop.start), count(halt.kind->from));
        } else if (stop.end > halt.kind->to) {
            reportAt(halt, 2, codes::ruleWindow, count(stop.end), count(halt.kind->to));
        }
        if (!hasLawfulLength(halt)) {
            reportAt(halt, 2, codes::ruleLength, count(stop.end - stop.start), count(halt.kind->length));
        }
        checkPause(halt);
        if (halt.kind->service == Service::NurseVideo && !hasKnownNetwork(m_judgement.scenario, *halt.site)) {
            reportAt(halt, 1, codes::ruleNetwork, 0, 1);
        }
        if (stop.start != halt.series->start) {
            reportAt(halt, 6, codes::ruleSameTime, count(stop.start), count(halt.series->start));
        } else if (stop.end != halt.series->end) {
            reportAt(halt, 6, codes::ruleSameTime, count(stop.end), count(halt.series->end));
        }
    }

    /// A free length is a whole number of slots above the shortest.
    bool hasLawfulLength(const Halt& halt) const {
        const SessionKind& kind = *halt.kind;
        const auto length = halt.stop->end - halt.stop->start;
        if (kind.minLength.count() == 0) {
            return length == kind.length;
        }
        const auto slot = kind.ownSlot.count() > 0 ? kind.ownSlot : m_judgement.scenario.policy.slot;
        return kind.minLength <= length && length <= kind.length
               && (length - kind.minLength).count() % slot.count() == 0;
    }

    void checkPause(const Halt& halt) {
        const Series& series = *halt.series;
        const bool isInside = series.start < series.pauseStart && series.pauseEnd < series.end;
        if (series.pause() != halt.kind->pause || (halt.kind->pause.count() > 0 && !isInside)) {
            reportAt(halt, 2, codes::rulePause, count(series.pause()), count(halt.kind->pause));
        }
        if (series.slot != halt.kind->ownSlot) {
            reportAt(halt, 2, codes::ruleSlot, count(series.slot), count(halt.kind->ownSlot));
        }
    }

    bool staysBefore(std::size_t i) const { return i > 0 && m_halts[i - 1].site == m_halts[i].site; }
    bool staysAfter(std::size_t i) const {
        return i + 1 < m_halts.size() && m_halts[i + 1].site == m_halts[i].site;
    }

    /// Setup on arriving and teardown before leaving, unless the vehicle stays where it is.
    void checkWorkAtStop(std::size_t i) {
        const Halt& halt = m_halts[i];
        const auto setup = staysBefore(i) ? TimeOfDay(0) : halt.site->setup;
        const auto teardown = staysAfter(i) ? TimeOfDay(0) : halt.site->teardown;
        if (halt.stop->start - halt.stop->arrive < setup) {
            reportAt(halt, 2, codes::ruleSetup, count(halt.stop->start - halt.stop->arrive), count(setup));
        }
        if (halt.stop->leave - halt.stop->end < teardown) {
            reportAt(halt, 2, codes::ruleTeardown, count(halt.stop->leave - halt.stop->end), count(teardown));
        }
    }

    void checkDrives() {
        TimeOfDay left = m_tour.depart;
        for (std::size_t i = 0; i < m_halts.size(); ++i) {
            const double drive =
                i > 0 ? m_drives[i - 1] : driveMinutes(m_judgement, m_bus.depot, m_halts[i].site->point);
            checkDrive(m_halts[i], left, m_halts[i].stop->arrive, drive);
            left = m_halts[i].stop->leave;
        }
        if (!m_halts.empty()) {
            const Halt& last = m_halts.back();
            checkDrive(last, left, m_tour.back, driveMinutes(m_judgement, last.site->point, m_bus.depot));
        }
    }

    /// The bus cannot be somewhere before it has left the place before, nor sooner than the road allows.
    void checkDrive(const Halt& halt, TimeOfDay left, TimeOfDay reached, double drive) {
        if (reached < left) {
            reportAt(halt, 4, codes::ruleTwoPlaces, count(reached), count(left));
        } else if (count(reached - left) < drive - hair) {
            reportAt(halt, 4, codes::ruleDrive, count(reached - left), drive);
        }
    }

    double span() const { return count(m_tour.back - m_tour.depart); }

    /// In the order of the day.
    void findRests() {
        for (std::size_t i = 0; i < m_halts.size(); ++i) {
            const Series& series = *m_halts[i].series;
            if (series.pause().count() > 0) {
                const TimeOfDay from = m_halts[i].stop->start + (series.pauseStart - series.start);
                m_rests.push_back({count(from), count(from + series.pause()), 0});
                m_pauses += count(series.pause());
            }
            if (i < m_drives.size()) {
                m_rests.push_back(
                    {count(m_halts[i].stop->leave), count(m_halts[i + 1].stop->arrive), m_drives[i]});
                m_betweenStops.push_back(m_rests.size() - 1);
            }
        }
    }

    double longestIdle() const {
        double longest = 0;
        for (const std::size_t i : m_betweenStops) {
            longest = std::max(longest, m_rests[i].length());
        }
        return longest;
    }

    double longestRest() const {
        double longest = 0;
        for (const Rest& rest : m_rests) {
            longest = std::max(longest, rest.length());
        }
        return longest;
    }

    void checkShift() {
        if (m_tour.depart < m_bus.start) {
            report(3, codes::ruleDepart, count(m_tour.depart), count(m_bus.start));
        }
        if (m_tour.back > m_bus.end) {
            report(3, codes::ruleReturn, count(m_tour.back), count(m_bus.end));
        }
        if (duty() > count(m_bus.maxDuty) + hair) {
            report(3, codes::ruleDuty, duty(), count(m_bus.maxDuty));
        }
        const double driving = drivingOf(m_judgement, m_tour).minutes;
        if (driving > count(m_bus.maxDriving) + hair) {
            report(3, codes::ruleDriving, driving, count(m_bus.maxDriving));
        }
    }

    void checkBreak() {
        const double required = count(m_bus.breakLength);
        if (m_halts.size() >= 2 && longestRest() < required - hair) {
            report(3, codes::ruleBreak, longestRest(), required);
            return;
        }
        const double stretch = longestStretch(std::min(lawfulPause, required));
        if (required > 0 && stretch > sixHours + hair) {
            report(3, codes::ruleSixHours, stretch, sixHours);
        }
    }

    const Judgement& m_judgement;
    const Tour& m_tour;
    const Bus& m_bus;
    std::vector<Halt> m_halts;
    std::vector<double> m_drives; ///< Minutes from each stop to the next.
    std::vector<Rest> m_rests;
    std::vector<std::size_t> m_betweenStops; ///< The rests that lie between two stops.
    double m_pauses = 0;                     ///< Minutes of the others.
};

void checkWorkingDay(const Judgement& judgement, const Tour& tour, const Bus& bus) {
    if (std::ranges::find(bus.weekdays, tour.weekday) != bus.weekdays.end()) {
        return;
    }
    BrokenRule& broken = judgement.report(4, codes::ruleBusOff);
    broken.bus = bus.id;
    broken.week = tour.week;
    broken.weekday = tour.weekday;
}

} // namespace

void checkTours(const Judgement& judgement) {
    for (const Tour& tour : judgement.plan.tours) {
        const Bus* bus = judgement.scenario.findBus(tour.bus);
        if (!bus) {
            continue;
        }
        checkWorkingDay(judgement, tour, *bus);
        auto halts = haltsOf(judgement, tour);
        // With a stop of unknown place nothing along this tour can be told; that stop is reported itself.
        if (halts.size() == tour.stops.size()) {
            TourCheck(judgement, tour, *bus, std::move(halts)).run();
        }
    }
}

TourDriving drivingOf(const Judgement& judgement, const Tour& tour) {
    std::vector<GeoPoint> places;
    const Bus* bus = judgement.scenario.findBus(tour.bus);
    if (bus) {
        places.push_back(bus->depot);
    }
    for (const Halt& halt : haltsOf(judgement, tour)) {
        places.push_back(halt.site->point);
    }
    if (bus) {
        places.push_back(bus->depot);
    }
    TourDriving driving;
    for (std::size_t i = 1; i < places.size(); ++i) {
        driving.minutes += driveMinutes(judgement, places[i - 1], places[i]);
        driving.kilometres += judgement.travel.distance(places[i - 1], places[i]).kilometres();
    }
    return driving;
}

double dutyOf(const Judgement& judgement, const Tour& tour) {
    const Bus* bus = judgement.scenario.findBus(tour.bus);
    return bus ? TourCheck(judgement, tour, *bus, haltsOf(judgement, tour)).duty() : 0;
}

double longestStretchOf(const Judgement& judgement, const Tour& tour, double pause) {
    const Bus* bus = judgement.scenario.findBus(tour.bus);
    return bus ? TourCheck(judgement, tour, *bus, haltsOf(judgement, tour)).longestStretch(pause) : 0;
}

} // namespace medicobus::plan
