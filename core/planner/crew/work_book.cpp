// SPDX-License-Identifier: EUPL-1.2
#include "planner/crew/work_book.h"

#include <algorithm>
#include <cmath>

namespace medicobus::planner {
namespace {

constexpr double hair = 1e-6;
constexpr double sixHours = 360;

double count(TimeOfDay time) {
    return static_cast<double>(time.count());
}

double dayOf(const Task& task) {
    return std::floor(task.from / WorkBook::minutesADay);
}

double weekOf(const Task& task) {
    return std::floor(task.from / WorkBook::minutesAWeek);
}

bool isWithin(double value, const std::optional<std::chrono::minutes>& limit) {
    return !limit || value <= count(*limit) + hair;
}

} // namespace

WorkBook::WorkBook(const plan::Scenario& scenario, const plan::Plan& plan)
    : m_scenario(scenario),
      m_plan(plan),
      m_tasks(scenario.people.size()),
      m_worked(scenario.people.size(), 0.0) {}

Task WorkBook::taskOf(std::size_t tour, const Duty& duty) const {
    const plan::Tour& of = m_plan.tours[tour];
    const double day = (of.week * 7 + static_cast<int>(of.weekday)) * minutesADay;
    return {tour, day + count(duty.from), day + count(duty.to), duty.work, duty.kind != Duty::Kind::Remote};
}

bool WorkBook::isAboard(std::size_t person, std::size_t tour) const {
    return std::any_of(m_tasks[person].begin(), m_tasks[person].end(),
                       [&](const Task& task) { return task.tour == tour && task.isAboard; });
}

bool WorkBook::isAvailable(std::size_t person, std::size_t tour, const Duty& duty) const {
    const plan::Tour& of = m_plan.tours[tour];
    return m_scenario.people[person].isAvailable(of.week, of.weekday, duty.from, duty.to);
}

bool WorkBook::hasRoom(std::size_t person, const Task& task) const {
    const auto& tasks = m_tasks[person];
    const bool isElsewhere = std::any_of(tasks.begin(), tasks.end(), [&](const Task& other) {
        return other.from < task.to - hair && task.from < other.to - hair;
    });
    const plan::Employment* rules = m_scenario.findEmployment(m_scenario.people[person].employment);
    return !isElsewhere
           && (!rules
               || (keepsDay(*rules, tasks, task) && keepsWeek(*rules, tasks, task)
                   && keepsRest(*rules, tasks, task)));
}

bool WorkBook::keepsDay(const plan::Employment& rules, const std::vector<Task>& tasks,
                        const Task& task) const {
    double work = task.work;
    double from = task.from;
    double to = task.to;
    for (const Task& other : tasks) {
        if (dayOf(other) == dayOf(task)) {
            work += other.work;
            from = std::min(from, other.from);
            to = std::max(to, other.to);
        }
    }
    double stretch = 0;
    if (rules.breakLength && rules.breakLength->count() > 0) {
        const double pause = count(*rules.breakLength);
        const auto [known, isNew] = m_stretches.try_emplace({task.tour, pause}, 0.0);
        if (isNew) {
            known->second = longestWork(m_scenario, m_plan, m_plan.tours[task.tour], pause);
        }
        stretch = task.isAboard ? known->second : task.work;
    }
    return isWithin(work, rules.maxDay) && isWithin(to - from, rules.maxSpan) && stretch <= sixHours + hair;
}

bool WorkBook::keepsWeek(const plan::Employment& rules, const std::vector<Task>& tasks,
                         const Task& task) const {
    double week = task.work;
    double cycle = task.work;
    for (const Task& other : tasks) {
        week += weekOf(other) == weekOf(task) ? other.work : 0;
        cycle += other.work;
    }
    return isWithin(week, rules.maxWeek) && isWithin(cycle / m_scenario.cycleWeeks, rules.maxAverage);
}

/// Each night, and once in each week in which there is work; after the last week comes the first.
bool WorkBook::keepsRest(const plan::Employment& rules, std::vector<Task> tasks, const Task& task) const {
    tasks.push_back(task);
    std::sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.from < b.from; });
    std::map<double, double> longest;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const bool isLast = i + 1 == tasks.size();
        const double next =
            isLast ? tasks.front().from + m_scenario.cycleWeeks * minutesAWeek : tasks[i + 1].from;
        const double rest = next - tasks[i].to;
        if ((isLast || dayOf(tasks[i + 1]) > dayOf(tasks[i])) && rules.rest
            && rest < count(*rules.rest) - hair) {
            return false;
        }
        double& most = longest[weekOf(tasks[i])];
        most = std::max(most, rest);
    }
    return std::all_of(longest.begin(), longest.end(), [&](const auto& week) {
        return !rules.weeklyRest || week.second >= count(*rules.weeklyRest) - hair;
    });
}

void WorkBook::take(std::size_t person, const Task& task) {
    m_tasks[person].push_back(task);
    m_worked[person] += task.work;
}

void WorkBook::drop(std::size_t person) {
    m_worked[person] -= m_tasks[person].back().work;
    m_tasks[person].pop_back();
}

} // namespace medicobus::planner
