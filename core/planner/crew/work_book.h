// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/crew/duties.h"

#include <map>
#include <vector>

namespace medicobus::planner {

/// What one person is given to do, in minutes from the start of the cycle.
struct Task {
    std::size_t tour = 0;
    double from = 0;
    double to = 0;
    double work = 0;
    bool isAboard = false;
};

/// Who does what in a cycle; says whether someone may take one more task.
class WorkBook {
public:
    WorkBook(const plan::Scenario& scenario, const plan::Plan& plan);

    static constexpr double minutesADay = 24 * 60;
    static constexpr double minutesAWeek = 7 * minutesADay;

    Task taskOf(std::size_t tour, const Duty& duty) const;
    bool isAboard(std::size_t person, std::size_t tour) const;
    /// Whether the person is there at these hours.
    bool isAvailable(std::size_t person, std::size_t tour, const Duty& duty) const;
    /// Whether hours, rest and what the person already does leave room for the task.
    bool hasRoom(std::size_t person, const Task& task) const;
    double worked(std::size_t person) const { return m_worked[person]; }

    void take(std::size_t person, const Task& task);
    void drop(std::size_t person);
    const std::vector<Task>& tasks(std::size_t person) const { return m_tasks[person]; }

private:
    bool keepsDay(const plan::Employment& rules, const std::vector<Task>& tasks, const Task& task) const;
    bool keepsRest(const plan::Employment& rules, std::vector<Task> tasks, const Task& task) const;
    bool keepsWeek(const plan::Employment& rules, const std::vector<Task>& tasks, const Task& task) const;

    const plan::Scenario& m_scenario;
    const plan::Plan& m_plan;
    std::vector<std::vector<Task>> m_tasks; ///< By person.
    std::vector<double> m_worked;
    /// Longest work of each tour by the break that an employment asks for.
    mutable std::map<std::pair<std::size_t, double>, double> m_stretches;
};

} // namespace medicobus::planner
