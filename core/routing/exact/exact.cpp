// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/exact.h"

#include "routing/exact/best_route.h"
#include "routing/exact/day_table.h"
#include "routing/exact/loads.h"
#include "routing/exact/visit_days.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace medicobus::routing {
namespace {

constexpr std::size_t mostPlaces = 18;
/// Steps of work, of some nanoseconds each.
constexpr double mostWork = 5e7;
constexpr std::size_t mostStates = 300'000;
constexpr int keyBits = 64;

bool areAlike(const Vehicle& a, const Vehicle& b) {
    const auto sameBreaks = [](const Break& left, const Break& right) {
        return left.length == right.length && left.windows == right.windows;
    };
    return a.day == b.day && a.matrix == b.matrix && a.start == b.start && a.end == b.end
           && a.earliest == b.earliest && a.latest == b.latest && a.maxDriving == b.maxDriving
           && a.maxDuty == b.maxDuty && a.maxCost == b.maxCost && a.maxPlaces == b.maxPlaces
           && a.capacity == b.capacity && a.skills == b.skills && a.fixedCost == b.fixedCost
           && std::equal(a.breaks.begin(), a.breaks.end(), b.breaks.begin(), b.breaks.end(), sameBreaks);
}

/// For each vehicle the first that is like it.
std::vector<std::size_t> kinds(const Problem& problem) {
    std::vector<std::size_t> first(problem.vehicles.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        while (!areAlike(problem.vehicles[first[i]], problem.vehicles[i])) {
            ++first[i];
        }
    }
    return first;
}

std::vector<int> daysOf(const Problem& problem) {
    std::vector<int> days;
    for (const Vehicle& vehicle : problem.vehicles) {
        days.push_back(vehicle.day);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

/// Chooses day by day which places to serve, over all stages that the places may be in.
class Period {
public:
    Period(const Problem& problem, std::vector<int> days, std::vector<DayTable> tables)
        : m_problem(problem), m_days(std::move(days)), m_tables(std::move(tables)) {
        for (const Place& place : problem.places) {
            m_places.emplace_back(place, m_days, dutyLost);
            m_shifts.push_back(m_bits);
            m_bits += m_places.back().bits();
        }
    }

    std::optional<ExactAnswer> solve(const Budget& budget) {
        m_states.push_back({{0, 0, 0, 0}});
        for (std::size_t rank = 0; rank < m_days.size(); ++rank) {
            std::vector<State> after;
            m_found.clear();
            for (std::size_t from = 0; from < m_states[rank].size(); ++from) {
                m_from = from;
                choose(rank, 0, m_states[rank][from], 0, 0, after);
                if (after.size() > mostStates || budget.isExhausted()) {
                    return std::nullopt;
                }
            }
            m_states.push_back(std::move(after));
        }
        return best();
    }

private:
    using Key = std::uint64_t;
    struct State {
        Key key = 0; ///< The stage of each place.
        Cost cost = 0;
        std::size_t before = 0; ///< The state of the day before.
        PlaceSet served = 0;    ///< On the day.
    };

    int stageOf(Key key, std::size_t place) const {
        return static_cast<int>(key >> m_shifts[place] & ((Key{1} << m_places[place].bits()) - 1));
    }

    void choose(std::size_t rank, std::size_t place, const State& from, Key key, PlaceSet served,
                std::vector<State>& after) {
        if (place == m_places.size()) {
            reach(rank, from, key, served, after);
            return;
        }
        const int stage = stageOf(from.key, place);
        for (const bool isVisited : {false, true}) {
            const int next = m_places[place].next(rank, stage, isVisited);
            if (next != VisitDays::none) {
                choose(rank, place + 1, from, key | static_cast<Key>(next) << m_shifts[place],
                       isVisited ? served | PlaceSet{1} << place : served, after);
            }
        }
    }

    void reach(std::size_t rank, const State& from, Key key, PlaceSet served, std::vector<State>& after) {
        const Cost cost = m_tables[rank].cost(served);
        if (cost == noRoute || !keepsPools(key)) {
            return;
        }
        const State state{key, from.cost + cost, m_from, served};
        const auto [at, isNew] = m_found.try_emplace(key, after.size());
        if (isNew) {
            after.push_back(state);
        } else if (state.cost < after[at->second].cost) {
            after[at->second] = state;
        }
    }

    bool keepsPools(Key key) const {
        for (std::size_t pool = 0; pool < m_problem.pools.size(); ++pool) {
            std::int64_t drawn = 0;
            for (std::size_t place = 0; place < m_places.size(); ++place) {
                const auto& draws = m_problem.places[place].draws;
                drawn += pool < draws.size() ? draws[pool] * m_places[place].visits(stageOf(key, place)) : 0;
            }
            if (drawn > m_problem.pools[pool]) {
                return false;
            }
        }
        return true;
    }

    ExactAnswer best() const {
        const std::vector<State>& last = m_states.back();
        const auto valueOf = [&](const State& state) {
            Cost value = state.cost;
            for (std::size_t place = 0; place < m_places.size(); ++place) {
                value += m_places[place].lost(stageOf(state.key, place));
            }
            return value;
        };
        const auto least = std::min_element(last.begin(), last.end(), [&](const State& a, const State& b) {
            return valueOf(a) < valueOf(b);
        });
        ExactAnswer answer;
        for (std::size_t place = 0; place < m_places.size(); ++place) {
            const bool isLeft = !m_problem.places[place].prize && stageOf(least->key, place) == 0;
            answer.dutiesLeft += isLeft ? 1 : 0;
        }
        const State* state = &*least;
        for (std::size_t rank = m_days.size(); rank-- > 0;) {
            m_tables[rank].collect(state->served, answer.sequences);
            state = &m_states[rank][state->before];
        }
        std::reverse(answer.sequences.begin(), answer.sequences.end());
        return answer;
    }

    const Problem& m_problem;
    std::vector<int> m_days;
    std::vector<DayTable> m_tables;
    std::vector<VisitDays> m_places;
    std::vector<int> m_shifts; ///< Where the stage of each place lies in a key.
    int m_bits = 0;
    std::vector<std::vector<State>> m_states; ///< After so many days.
    std::unordered_map<Key, std::size_t> m_found;
    std::size_t m_from = 0;
};

std::optional<ExactAnswer> solveOne(const Problem& problem, const Budget& budget) {
    auto route = bestRoute(problem, 0, budget);
    if (!route) {
        return std::nullopt;
    }
    const auto duties = std::count_if(problem.places.begin(), problem.places.end(),
                                      [](const Place& place) { return !place.prize; });
    const auto served = std::count_if(route->begin(), route->end(), [&](int place) {
        return !problem.places[static_cast<std::size_t>(place)].prize;
    });
    return ExactAnswer{{{0, std::move(*route)}}, static_cast<int>(duties - served)};
}

std::optional<ExactAnswer> solveFleet(const Problem& problem, const Budget& budget) {
    const std::vector<std::size_t> first = kinds(problem);
    std::vector<std::shared_ptr<const RouteTable>> routes(first.size());
    std::vector<int> days = daysOf(problem);
    std::vector<DayTable> tables(days.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const int vehicle = static_cast<int>(i);
        if (first[i] == i) {
            auto made = routesOf(problem, vehicle, budget);
            if (!made) {
                return std::nullopt;
            }
            routes[i] = std::make_shared<const RouteTable>(std::move(*made));
        }
        const auto rank = std::lower_bound(days.begin(), days.end(), problem.vehicles[i].day) - days.begin();
        if (!tables[static_cast<std::size_t>(rank)].add(vehicle, routes[first[i]], budget)) {
            return std::nullopt;
        }
    }
    return Period(problem, std::move(days), std::move(tables)).solve(budget);
}

} // namespace

bool fitsExact(const Problem& problem) {
    const std::size_t places = problem.places.size();
    if (places > mostPlaces) {
        return false;
    }
    const std::vector<int> days = daysOf(problem);
    int bits = 0;
    double stages = 1;
    for (const Place& place : problem.places) {
        const VisitDays visits(place, days, 0);
        bits += visits.bits();
        stages *= static_cast<double>(visits.stages());
    }
    const auto count = static_cast<double>(places);
    const double sets = std::exp2(count);
    // Over several days about half of the places may still be chosen from a stage.
    double work = days.size() > 1 ? stages * std::exp2(count / 2) * static_cast<double>(days.size()) : sets;
    const std::vector<std::size_t> first = kinds(problem);
    for (std::size_t i = 0; i < first.size(); ++i) {
        const Vehicle& vehicle = problem.vehicles[i];
        if (Loads::mixedOf(problem, vehicle).size() > mostMixedLoads) {
            return false;
        }
        const auto breaks = static_cast<double>(vehicle.breaks.size() + 1);
        const double legs = count * count * breaks * breaks;
        work += first[i] == i ? sets * legs : 0;
    }
    const double parts = std::pow(3.0, count);
    work += parts * static_cast<double>(first.size() - std::min(first.size(), days.size()));
    return bits <= keyBits && work <= mostWork;
}

std::optional<ExactAnswer> solveExact(const Problem& problem, const Budget& budget) {
    return problem.vehicles.size() == 1 ? solveOne(problem, budget) : solveFleet(problem, budget);
}

} // namespace medicobus::routing
