// SPDX-License-Identifier: EUPL-1.2
#include "plan/programme.h"

#include <algorithm>
#include <set>

namespace medicobus::plan {
namespace {

/// ARCEP keeps the numbers 02 61 91 xx xx for works of fiction; nobody can be called by one.
constexpr auto fictionalPhone = "+33261910001";

template <typename Items, typename Id>
auto findById(const Items& items, const Id& id) -> decltype(items.data()) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

std::string OccurrenceId::text() const {
    return series.value + "@" + formatLocal(originalStart);
}

std::optional<OccurrenceId> OccurrenceId::parse(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at == 0) {
        return std::nullopt;
    }
    const auto start = parseLocal(text.substr(at + 1));
    if (!start) {
        return std::nullopt;
    }
    return OccurrenceId{SeriesKey{std::string(text.substr(0, at))}, *start};
}

const Site* Programme::findSite(const SiteKey& id) const {
    return findById(sites, id);
}

const Series* Programme::findSeries(const SeriesKey& id) const {
    return findById(series, id);
}

std::vector<Slot> slotsOf(const Occurrence& occurrence, std::chrono::minutes slot) {
    std::vector<Slot> slots;
    const auto length = occurrence.slot.count() > 0 ? occurrence.slot : slot;
    if (occurrence.status == Occurrence::Status::Cancelled || length <= length.zero()) {
        return slots;
    }
    const LocalTime pauseStart = occurrence.start + occurrence.pauseAfter;
    const LocalTime pauseEnd = pauseStart + occurrence.pause;
    for (LocalTime at = occurrence.start; at + length <= occurrence.end;) {
        if (occurrence.pause.count() > 0 && at < pauseEnd && at + length > pauseStart) {
            at = pauseEnd;
            continue;
        }
        slots.push_back({static_cast<int>(slots.size()), at, at + length});
        at += length;
    }
    return slots;
}

const Tour* tourOn(const Programme& programme, const BusKey& bus, Date date) {
    if (date < programme.firstMonday || date > programme.until.value_or(date) || programme.cycleWeeks < 1) {
        return nullptr;
    }
    const auto week = (date - programme.firstMonday) / date::weeks(1) % programme.cycleWeeks;
    const auto found = std::find_if(programme.tours.begin(), programme.tours.end(), [&](const Tour& tour) {
        return tour.bus == bus && tour.week == week && tour.weekday == weekdayOf(date);
    });
    return found == programme.tours.end() ? nullptr : &*found;
}

Programme publishable(const Scenario& scenario, const Plan& plan, Date firstMonday) {
    Programme programme;
    programme.name = "Médicobus";
    programme.isFictional = scenario.territory.isFictional;
    if (programme.isFictional) {
        programme.name = "Médicobus de l'Admidep";
        programme.organiser = "Département de l'Admidep (fictif)";
        programme.booking = {fictionalPhone, "du lundi au vendredi, de 9\u00A0h à 12\u00A0h"};
    }
    programme.firstMonday = mondayOf(firstMonday);
    programme.cycleWeeks = scenario.cycleWeeks;
    programme.slot = scenario.policy.slot;
    programme.travelKind = scenario.travel.kind;
    programme.series = plan.series;
    for (Series& series : programme.series) {
        const SessionKind* kind = scenario.findSession(series.session);
        series.seats = kind ? kind->seats : series.seats;
    }
    programme.tours = plan.tours;
    for (Tour& tour : programme.tours) {
        // Who is aboard is the service's own affair.
        tour.people.clear();
        tour.remote.clear();
    }
    for (const Bus& bus : scenario.buses) {
        programme.buses.push_back(bus.id);
        programme.depots.emplace(bus.id, bus.depot);
    }
    std::set<SiteKey> visited;
    for (const Series& series : plan.series) {
        visited.insert(series.site);
    }
    std::copy_if(scenario.sites.begin(), scenario.sites.end(), std::back_inserter(programme.sites),
                 [&](const Site& site) { return visited.contains(site.id); });
    for (const auto& commune : scenario.territory.communes) {
        if (commune.point) {
            programme.communes.push_back({commune.insee, commune.name, *commune.point});
        }
    }
    return programme;
}

} // namespace medicobus::plan
