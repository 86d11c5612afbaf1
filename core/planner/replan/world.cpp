// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/world.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

using plan::Scenario;

const territory::Commune* communeAt(const Scenario& scenario, const territory::InseeCode& code) {
    const auto& communes = scenario.territory.communes;
    const auto at = std::ranges::find(communes, code, &territory::Commune::insee);
    return at == communes.end() || !at->point ? nullptr : &*at;
}

Fault unknownCommune(const Scenario& scenario, const territory::InseeCode& code) {
    return fault(codes::replanUnknownCommune, {{"value", code.value}, {"file", scenario.territoryFile}});
}

struct Apply {
    Scenario scenario;

    Result<Scenario> operator()(const RoomClosed& change) {
        if (std::erase_if(scenario.sites, [&](const plan::Site& site) { return site.id == change.site; })
            == 0) {
            return fault(codes::replanUnknownSite, {{"value", change.site.value}});
        }
        // Candidates are found again from the territory unless they are given.
        scenario.hasGivenSites = true;
        std::erase_if(scenario.locked, [&](const plan::Series& one) { return one.site == change.site; });
        std::erase_if(scenario.forbidden,
                      [&](const plan::Forbidden& one) { return one.site == change.site; });
        return std::move(scenario);
    }

    Result<Scenario> operator()(const RoomLent& change) {
        const territory::Commune* commune = communeAt(scenario, change.commune);
        if (!commune) {
            return unknownCommune(scenario, change.commune);
        }
        if (std::ranges::find(scenario.sites, change.commune, &plan::Site::insee) != scenario.sites.end()) {
            return fault(codes::replanAlready, {{"value", change.commune.value}});
        }
        territory::Territory only;
        only.communes = {*commune};
        only.communes.front().population = commune->population.value_or(0);
        scenario.sites.push_back(plan::candidateSites(only, 0).front());
        scenario.hasGivenSites = true;
        return std::move(scenario);
    }

    Result<Scenario> operator()(const DoctorSettles& change) {
        if (!communeAt(scenario, change.commune)) {
            return unknownCommune(scenario, change.commune);
        }
        plan::settle(scenario, {change.commune, change.consultationsYear});
        return std::move(scenario);
    }

    Result<Scenario> operator()(const BusLost& change) {
        if (!scenario.findBus(change.bus)) {
            return fault(codes::replanUnknownBus, {{"value", change.bus.value}});
        }
        if (scenario.buses.size() == 1) {
            return fault(codes::replanLastBus, {{"value", change.bus.value}});
        }
        std::erase_if(scenario.buses, [&](const plan::Bus& bus) { return bus.id == change.bus; });
        std::erase_if(scenario.locked, [&](const plan::Series& one) { return one.bus == change.bus; });
        std::erase_if(scenario.forbidden, [&](const plan::Forbidden& one) { return one.bus == change.bus; });
        return std::move(scenario);
    }

    Result<Scenario> operator()(const BusGained& change) {
        if (scenario.findBus(change.bus)) {
            return fault(codes::replanAlready, {{"value", change.bus.value}});
        }
        const territory::Commune* commune = communeAt(scenario, change.depot);
        if (!commune) {
            return unknownCommune(scenario, change.depot);
        }
        plan::Bus bus = scenario.buses.front();
        bus.id = change.bus;
        bus.depot = *commune->point;
        scenario.buses.push_back(std::move(bus));
        return std::move(scenario);
    }
};

} // namespace

Result<plan::Scenario> changed(plan::Scenario scenario, const Change& change) {
    return std::visit(Apply{std::move(scenario)}, change);
}

} // namespace medicobus::planner
