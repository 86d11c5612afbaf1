// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/search.h"

namespace medicobus::routing::population {

namespace {

constexpr Cost none = std::numeric_limits<Cost>::max();
/// Children without a better one after which the population is begun anew.
std::uint64_t patience(const Instance& instance) {
    return static_cast<std::uint64_t>(std::clamp(100 * instance.visits(), 200, 10'000));
}

/// Random routes take long to improve: larger problems begin from routes built place by place.
constexpr int mostScattered = 300;

/// Size of the first generation: smaller where each child takes long.
std::uint64_t founders(const Instance& instance) {
    return static_cast<std::uint64_t>(std::clamp(6000 / instance.visits(), 12, 60));
}

/// Children of several days take long and are few: a smaller group learns faster from them.
Survivors newGroup(const Instance& instance) {
    return instance.isSingleDay() ? Survivors(25, 40) : Survivors(12, 20);
}

Sequences sequencesOf(const Instance& instance, const Individual& individual) {
    Sequences sequences;
    for (int day = 0; day < instance.days(); ++day) {
        const Tours& tours = individual.days()[static_cast<std::size_t>(day)];
        for (std::size_t r = 0; r < tours.size(); ++r) {
            Sequence& sequence = sequences.emplace_back();
            sequence.vehicle = instance.fleet(day).vehicles[r];
            for (const int place : tours[r]) {
                sequence.places.push_back(place - 1);
            }
        }
    }
    return sequences;
}

std::vector<Tours> daysOf(const Instance& instance, const Sequences& sequences) {
    std::vector<Tours> days(static_cast<std::size_t>(instance.days()));
    for (const Sequence& sequence : sequences) {
        for (int day = 0; day < instance.days(); ++day) {
            const std::vector<int>& vehicles = instance.fleet(day).vehicles;
            if (std::find(vehicles.begin(), vehicles.end(), sequence.vehicle) != vehicles.end()) {
                std::vector<int>& tour = days[static_cast<std::size_t>(day)].emplace_back(sequence.places);
                std::for_each(tour.begin(), tour.end(), [](int& place) { ++place; });
            }
        }
    }
    return days;
}

} // namespace

Search::Search(const Instance& instance, std::uint64_t seed)
    : m_instance(instance),
      m_random(seed),
      m_penalties(instance),
      m_fleetSize(instance),
      m_placement(instance),
      m_crossover(instance, m_random),
      m_lawful(newGroup(instance)),
      m_unlawful(newGroup(instance)),
      m_bestOfPopulation(none),
      m_bestValue(none) {
    for (int day = 0; day < instance.days(); ++day) {
        m_searches.emplace_back(m_placement.day(day), m_random);
    }
}

void Search::run(std::uint64_t iterations, const Budget& budget) {
    for (std::uint64_t i = 0; i < iterations && !budget.isExhausted(); ++i) {
        step();
    }
}

void Search::step() {
    if (m_idle > patience(m_instance)) {
        restart();
    }
    ++m_born;
    ++m_idle;
    if (m_born <= founders(m_instance)) {
        raise(std::vector<Tours>(static_cast<std::size_t>(m_instance.days())), nullptr);
    } else {
        const Survivors::Member first = parent();
        const Survivors::Member second = parent();
        raise(m_crossover.child(*first, *second), first.get());
    }
}

void Search::restart() {
    m_lawful.clear();
    m_unlawful.clear();
    m_penalties = Penalties(m_instance);
    m_born = 0;
    m_idle = 0;
    m_bestOfPopulation = none;
}

Survivors::Member Search::parent() {
    const auto draw = [&]() -> std::pair<double, Survivors::Member> {
        const std::size_t place = m_random.below(m_lawful.size() + m_unlawful.size());
        const Survivors& group = place < m_lawful.size() ? m_lawful : m_unlawful;
        const std::size_t inGroup = place < m_lawful.size() ? place : place - m_lawful.size();
        return {group.fitness(inGroup), group.member(inGroup)};
    };
    const auto a = draw();
    const auto b = draw();
    return b.first < a.first ? b.second : a.second;
}

void Search::raise(const std::vector<Tours>& days, const Individual* parent) {
    if (m_instance.isSingleDay()) {
        m_placement.day(0).limit(m_fleetSize.limit());
    }
    m_placement.load(days, m_penalties.weights());
    if (parent != nullptr) {
        m_placement.settle(*parent);
    } else if (m_born % 2 == 0 && m_instance.visits() <= mostScattered) {
        m_placement.scatter(m_random);
    }
    m_placement.complete(m_random);
    improve();
    const auto child = std::make_shared<const Individual>(m_instance, m_placement.tours());
    keep(child);
    m_penalties.note(child->keepsLoad(), child->keepsTime());
    std::size_t used = child->isLawful() ? child->days().front().size() : 0;
    if (!child->isLawful() && m_random.below(2) == 0) {
        for (int day = 0; day < m_instance.days(); ++day) {
            m_placement.day(day).setWeights(m_penalties.raised());
        }
        improve();
        const auto repaired = std::make_shared<const Individual>(m_instance, m_placement.tours());
        if (repaired->isLawful()) {
            keep(repaired);
            used = repaired->days().front().size();
        }
    }
    m_fleetSize.note(static_cast<int>(used));
    m_unlawful.weigh(m_penalties.weights());
}

void Search::improve() {
    for (LocalSearch& search : m_searches) {
        search.improve();
    }
    if (!m_instance.isSingleDay() && m_placement.improvePatterns(m_random)) {
        for (LocalSearch& search : m_searches) {
            search.improve();
        }
    }
}

void Search::keep(const Survivors::Member& individual) {
    home(*individual).add(individual, m_penalties.weights());
    if (!individual->isLawful()) {
        return;
    }
    if (individual->cost() < m_bestOfPopulation) {
        m_bestOfPopulation = individual->cost();
        m_idle = 0;
    }
    const Cost value = individual->cost() / m_instance.unit();
    if (value < m_bestValue) {
        m_bestValue = value;
        m_best = sequencesOf(m_instance, *individual);
    }
}

void Search::visit(const Sequences& sequences, Cost value) {
    if (value < m_bestValue) {
        keep(std::make_shared<const Individual>(m_instance, daysOf(m_instance, sequences)));
        m_fleetSize.note(static_cast<int>(sequences.size()));
    }
}

} // namespace medicobus::routing::population
