// SPDX-License-Identifier: EUPL-1.2
#include "plan/scenario.h"

#include <algorithm>

namespace medicobus::plan {
namespace {

template <typename Items, typename KeyType>
auto* findById(Items& items, const KeyType& id) {
    const auto at = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
    return at == items.end() ? nullptr : &*at;
}

template <typename T>
bool allows(const std::optional<T>& wanted, const T& value) {
    return !wanted || *wanted == value;
}

const territory::Commune* largestTown(const territory::Territory& territory) {
    const territory::Commune* largest = nullptr;
    for (const territory::Commune& commune : territory.communes) {
        if (!commune.point || !commune.population) {
            continue;
        }
        if (!largest || *commune.population > *largest->population) {
            largest = &commune;
        }
    }
    return largest;
}

const territory::Commune* findCommune(const territory::Territory& territory,
                                      const territory::InseeCode& code) {
    const auto at = std::ranges::find(territory.communes, code, &territory::Commune::insee);
    return at == territory.communes.end() ? nullptr : &*at;
}

/// In the order of `Service`.
constexpr std::array<std::string_view, 5> serviceNames{"doctor", "nurse_video", "specialist", "prevention",
                                                       "home_round"};

constexpr std::array workingDays{Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday,
                                 Weekday::Friday};

TimeOfDay at(int hours, int minutes) {
    return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

/// The one table of drives of a scenario, seen by many.
class SharedRoads : public travel::TravelModel {
public:
    explicit SharedRoads(std::shared_ptr<const travel::TravelModel> roads) : m_roads(std::move(roads)) {}

    travel::Seconds time(const GeoPoint& from, const GeoPoint& to) const override {
        return m_roads->time(from, to);
    }
    Meters distance(const GeoPoint& from, const GeoPoint& to) const override {
        return m_roads->distance(from, to);
    }
    std::string_view kind() const override { return m_roads->kind(); }

private:
    std::shared_ptr<const travel::TravelModel> m_roads;
};

} // namespace

std::string_view serviceName(Service service) {
    return serviceNames[static_cast<std::size_t>(service)];
}

std::optional<Service> parseService(std::string_view name) {
    const auto found = std::ranges::find(serviceNames, name);
    return found == serviceNames.end() ? std::nullopt
                                       : std::optional(static_cast<Service>(found - serviceNames.begin()));
}

const ServiceNeed* Policy::findService(Service service) const {
    const auto found = std::ranges::find(services, service, &ServiceNeed::service);
    return found == services.end() ? nullptr : &*found;
}

double Policy::reachWeight(travel::Seconds time) const {
    for (const ReachStep& step : reach) {
        if (time <= step.upTo) {
            return step.weight;
        }
    }
    return 0;
}

bool Site::isOpen(Weekday day, TimeOfDay start, TimeOfDay end) const {
    return std::ranges::any_of(opening, [&](const Opening& hours) {
        return std::ranges::find(hours.days, day) != hours.days.end() && hours.from <= start
               && end <= hours.to;
    });
}

bool Forbidden::matches(const BusKey& ofBus, const SiteKey& ofSite, Weekday ofWeekday,
                        const SessionKey& ofSession, int week) const {
    if (date) {
        return false;
    }
    return allows(bus, ofBus) && allows(site, ofSite) && allows(weekday, ofWeekday)
           && allows(session, ofSession) && (weeks.empty() || std::ranges::find(weeks, week) != weeks.end());
}

std::unique_ptr<travel::TravelModel> Scenario::travelModel() const {
    if (roads) {
        return std::make_unique<SharedRoads>(roads);
    }
    return std::make_unique<travel::TravelEstimate>(travel.detour, travel.kilometresPerHour);
}

const Site* Scenario::findSite(const SiteKey& id) const {
    return findById(sites, id);
}

const Bus* Scenario::findBus(const BusKey& id) const {
    return findById(buses, id);
}

const SessionKind* Scenario::findSession(const SessionKey& id) const {
    return findById(sessions, id);
}

const Person* Scenario::findPerson(const PersonKey& id) const {
    return findById(people, id);
}

const Employment* Scenario::findEmployment(const std::string& id) const {
    const Employment* own = findById(employment, id);
    const auto known = knownEmployment();
    return own ? own : findById(known, id);
}

bool Scenario::hasNetwork(const Site& site) const {
    if (site.hasNetwork || !policy.min4gShare) {
        return site.hasNetwork.value_or(false);
    }
    const territory::Commune* commune = findCommune(territory, site.insee);
    return commune && commune->coverage4g && *commune->coverage4g >= *policy.min4gShare;
}

std::vector<travel::NamedPoint> roadPoints(const Scenario& scenario) {
    std::vector<travel::NamedPoint> points;
    for (const territory::Commune& commune : scenario.territory.communes) {
        if (commune.point) {
            points.push_back({commune.insee.value, *commune.point});
        }
    }
    for (const Site& site : scenario.sites) {
        if (scenario.hasGivenSites) {
            points.push_back({site.id.value, site.point});
        }
    }
    for (const Bus& bus : scenario.buses) {
        points.push_back({bus.id.value, bus.depot});
    }
    return points;
}

std::vector<Site> candidateSites(const territory::Territory& territory, double minPopulation) {
    std::vector<Site> sites;
    for (const territory::Commune& commune : territory.communes) {
        if (!commune.point || !commune.population || *commune.population < minPopulation) {
            continue;
        }
        Site site;
        site.id = {commune.insee.value + "-1"};
        site.insee = commune.insee;
        site.commune = commune.name;
        site.point = *commune.point;
        site.opening = {{{workingDays.begin(), workingDays.end()}, at(0, 0), at(24, 0)}};
        sites.push_back(std::move(site));
    }
    return sites;
}

Result<Scenario> defaultScenario(territory::Territory territory,
                                 const std::optional<territory::InseeCode>& depot) {
    const territory::Commune* home = depot ? findCommune(territory, *depot) : largestTown(territory);
    if (!home || !home->point) {
        return fault(
            codes::scenarioUnknownCommune,
            {{"file", territory.source}, {"key", "depot"}, {"value", depot ? depot->value : std::string()}});
    }
    Scenario scenario;
    scenario.territoryFile = territory.isFictional ? std::string(embeddedTerritory) : territory.source;
    scenario.sessions = {{{"matin"}, at(8, 30), at(12, 45), std::chrono::minutes(180)},
                         {{"apres-midi"}, at(13, 30), at(17, 45), std::chrono::minutes(180)}};
    Bus bus;
    bus.id = {"B1"};
    bus.depot = *home->point;
    bus.weekdays = {workingDays.begin(), workingDays.end()};
    bus.start = at(7, 30);
    bus.end = at(18, 30);
    scenario.buses = {std::move(bus)};
    scenario.sites = candidateSites(territory, scenario.policy.minSitePopulation);
    scenario.territory = std::move(territory);
    return scenario;
}

} // namespace medicobus::plan
