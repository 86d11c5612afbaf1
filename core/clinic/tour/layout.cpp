// SPDX-License-Identifier: EUPL-1.2
#include "clinic/tour/layout.h"

#include "base/geo.h"

#include <algorithm>
#include <cmath>

namespace medicobus::clinic {

namespace {

using std::chrono::minutes;
using Kind = TimelineEntry::Kind;

/// A shorter wait between two stops is no break (Code du travail L3121-16).
constexpr minutes shortestBreak{20};
/// A road against the great circle (`planning.md` section 2).
constexpr double detour = 1.3;

/// A passage with the times around it.
struct Held {
    DayPassage passage;
    LocalTime arrive;
    LocalTime leave;
    bool isCancelled = false;
    bool joinsNext = false; ///< The next one held is at the same site: nothing is packed between.

    const plan::Occurrence& occurrence() const { return passage.occurrence; }
};

/// What the plan says of a bus's drives on one date.
class Drives {
public:
    Drives(const plan::Programme& programme, const plan::BusKey& bus, Date date)
        : m_programme(programme), m_bus(bus), m_date(date), m_tour(plan::tourOn(programme, bus, date)) {}

    /// The tour's stop that this passage is, when it has not come from another date.
    const plan::Stop* stopOf(const plan::Occurrence& occurrence) const {
        if (!m_tour || dateOf(occurrence.id.originalStart) != m_date) {
            return nullptr;
        }
        const auto found =
            std::find_if(m_tour->stops.begin(), m_tour->stops.end(),
                         [&](const plan::Stop& each) { return each.series == occurrence.id.series; });
        return found == m_tour->stops.end() ? nullptr : &*found;
    }

    minutes out() const { return m_tour->stops.front().arrive - m_tour->depart; }
    minutes back() const { return m_tour->back - m_tour->stops.back().leave; }

    /// The way is as long as the way back, so that either end of the tour may come first or last.
    std::optional<minutes> fromDepot(const plan::Occurrence& first) const {
        const plan::Stop* stop = stopOf(first);
        if (stop && stop == &m_tour->stops.front()) {
            return out();
        }
        return stop && stop == &m_tour->stops.back() ? std::optional(back()) : std::nullopt;
    }
    std::optional<minutes> toDepot(const plan::Occurrence& last) const {
        const plan::Stop* stop = stopOf(last);
        if (stop && stop == &m_tour->stops.back()) {
            return back();
        }
        return stop && stop == &m_tour->stops.front() ? std::optional(out()) : std::nullopt;
    }

    /// From one site to the next, or to or from the depot where one is not given.
    std::optional<Meters> estimated(const plan::SiteKey* from, const plan::SiteKey* to) const {
        const auto left = pointOf(from);
        const auto right = pointOf(to);
        return left && right ? std::optional(greatCircle(*left, *right) * detour) : std::nullopt;
    }

    minutes between(const plan::SiteKey& from, const plan::SiteKey& to) const {
        return minutes(static_cast<int>(std::ceil(minutesPerMetre() * metres(from, to))));
    }

private:
    std::optional<GeoPoint> pointOf(const plan::SiteKey* key) const {
        if (key) {
            const plan::Site* site = m_programme.findSite(*key);
            return site ? std::optional(site->point) : std::nullopt;
        }
        const auto depot = m_programme.depots.find(m_bus);
        return depot != m_programme.depots.end() ? std::optional(depot->second) : std::nullopt;
    }

    double metres(const plan::SiteKey& from, const plan::SiteKey& to) const {
        const plan::Site* left = m_programme.findSite(from);
        const plan::Site* right = m_programme.findSite(to);
        return left && right && left != right ? greatCircle(left->point, right->point).value : 0;
    }

    /// What the tour's first and last legs leave of its driving time, shared by distance; without it 50 km/h
    /// over 1.3 times the great circle (`planning.md` section 2).
    double minutesPerMetre() const {
        constexpr double estimate = detour * 60 / 50'000;
        if (!m_tour) {
            return estimate;
        }
        const double driving = m_tour->drivingMinutes - static_cast<double>((out() + back()).count());
        double total = 0;
        for (std::size_t i = 1; i < m_tour->stops.size(); ++i) {
            const plan::Series* from = m_programme.findSeries(m_tour->stops[i - 1].series);
            const plan::Series* to = m_programme.findSeries(m_tour->stops[i].series);
            total += from && to ? metres(from->site, to->site) : 0;
        }
        return total > 0 && driving > 0 ? driving / total : estimate;
    }

    const plan::Programme& m_programme;
    plan::BusKey m_bus;
    Date m_date;
    const plan::Tour* m_tour;
};

/// Writes the lines of a day in their order.
class Writer {
public:
    explicit Writer(const Drives& drives) : m_drives(drives) {}

    void cancelled(const Held& held) {
        TimelineEntry entry;
        entry.kind = Kind::Receive;
        entry.start = held.occurrence().start;
        entry.end = held.occurrence().end;
        entry.expected = entry.start;
        entry.occurrence = held.occurrence();
        entry.counts = held.passage.counts;
        m_layout.cancelled.push_back(std::move(entry));
    }

    void out(const Held& first) {
        if (const auto leg = m_drives.fromDepot(first.occurrence())) {
            reach(TourEvent::Departed, first.arrive - *leg);
            push(Kind::Depart, first.arrive - *leg, first.arrive - *leg);
            push(Kind::Drive, first.arrive - *leg, first.arrive, &first.passage);
            measure(nullptr, &first.occurrence().site);
        }
    }

    void stop(const Held& held, bool isJoined) {
        if (!isJoined) {
            reach(TourEvent::StopArrived, held.arrive, &held.passage);
            if (held.arrive < held.occurrence().start) {
                push(Kind::Setup, held.arrive, held.occurrence().start, &held.passage);
            }
        }
        push(Kind::Receive, held.occurrence().start, held.occurrence().end, &held.passage);
        if (!held.joinsNext) {
            if (held.occurrence().end < held.leave) {
                push(Kind::Pack, held.occurrence().end, held.leave, &held.passage);
            }
            reach(TourEvent::StopLeft, held.leave, &held.passage);
        }
    }

    void between(const Held& from, const Held& to) {
        const LocalTime left = from.joinsNext ? from.occurrence().end : from.leave;
        const LocalTime arrive = from.joinsNext ? to.occurrence().start : to.arrive;
        const minutes gap = std::max(minutes(0), arrive - left);
        const minutes driving = std::min(gap, m_drives.between(from.occurrence().site, to.occurrence().site));
        const bool hasBreak = gap - driving >= shortestBreak;
        if (hasBreak) {
            push(Kind::Break, left, arrive - driving);
        }
        if (driving > minutes(0)) {
            push(Kind::Drive, hasBreak ? arrive - driving : left, arrive, &to.passage);
            measure(&from.occurrence().site, &to.occurrence().site);
        }
    }

    void back(const Held& last) {
        if (const auto leg = m_drives.toDepot(last.occurrence())) {
            push(Kind::Drive, last.leave, last.leave + *leg);
            measure(&last.occurrence().site, nullptr);
            reach(TourEvent::Returned, last.leave + *leg);
            push(Kind::Return, last.leave + *leg, last.leave + *leg);
        }
    }

    Layout take() { return std::move(m_layout); }

private:
    void reach(TourEvent event, LocalTime planned, const DayPassage* stop = nullptr) {
        m_layout.checkpoints.push_back(
            {event, stop ? std::optional(stop->occurrence.id) : std::nullopt, planned});
    }

    /// Of the drive that was just written.
    void measure(const plan::SiteKey* from, const plan::SiteKey* to) {
        m_layout.lines.back().entry.estimated = m_drives.estimated(from, to);
    }

    void push(Kind kind, LocalTime start, LocalTime end, const DayPassage* passage = nullptr) {
        PlannedLine line;
        line.entry.kind = kind;
        line.entry.start = start;
        line.entry.end = end;
        if (passage) {
            line.entry.occurrence = passage->occurrence;
        }
        if (kind == Kind::Receive && passage) {
            line.entry.counts = passage->counts;
        }
        line.part = m_layout.checkpoints.size() - 1;
        m_layout.lines.push_back(std::move(line));
    }

    const Drives& m_drives;
    Layout m_layout;
};

std::vector<Held> inOrder(const plan::Programme& programme, const Drives& drives,
                          const std::vector<DayPassage>& passages) {
    std::vector<Held> stops;
    for (const DayPassage& each : passages) {
        Held held{each, each.occurrence.start, each.occurrence.end};
        held.isCancelled = each.occurrence.status == plan::Occurrence::Status::Cancelled;
        if (const plan::Stop* stop = drives.stopOf(each.occurrence)) {
            held.arrive -= stop->start - stop->arrive;
            held.leave += stop->leave - stop->end;
        } else if (const plan::Site* site = programme.findSite(each.occurrence.site)) {
            held.arrive -= site->setup;
            held.leave += site->teardown;
        }
        stops.push_back(std::move(held));
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Held& left, const Held& right) { return left.arrive < right.arrive; });
    Held* before = nullptr;
    for (Held& each : stops) {
        if (each.isCancelled) {
            continue;
        }
        if (before) {
            before->joinsNext = before->occurrence().site == each.occurrence().site;
        }
        before = &each;
    }
    return stops;
}

} // namespace

Layout layOut(const plan::Programme& programme, const plan::BusKey& bus, Date date,
              const std::vector<DayPassage>& passages) {
    const Drives drives(programme, bus, date);
    Writer writer(drives);
    const std::vector<Held> stops = inOrder(programme, drives, passages);
    const Held* last = nullptr;
    for (const Held& each : stops) {
        if (each.isCancelled) {
            writer.cancelled(each);
            continue;
        }
        if (last) {
            writer.between(*last, each);
        } else {
            writer.out(each);
        }
        writer.stop(each, last && last->joinsNext);
        last = &each;
    }
    if (last) {
        writer.back(*last);
    }
    return writer.take();
}

} // namespace medicobus::clinic
