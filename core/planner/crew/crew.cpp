// SPDX-License-Identifier: EUPL-1.2
#include "planner/crew/crew.h"

#include "planner/crew/work_book.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

namespace medicobus::planner {
namespace {

/// Steps of the search in one week; beyond them the best found is kept.
constexpr int mostSteps = 20'000;

/// One duty of one tour, and who takes it in the best solution.
struct Post {
    std::size_t tour = 0;
    Duty duty;
};

/// Branch and bound over the duties of one week: each is given to somebody entitled who has room, those who
/// worked least first, or to nobody at the cost of the sessions that it leaves uncovered.
class WeekSearch {
public:
    WeekSearch(const plan::Scenario& scenario, WorkBook& book, std::vector<Post> posts)
        : m_scenario(scenario), m_book(book), m_posts(std::move(posts)), m_takers(m_posts.size()) {}

    /// Who takes each post; none where nobody does. The book is left as it was found.
    std::vector<std::optional<std::size_t>> run() {
        place(0);
        return m_best;
    }

private:
    using Session = std::pair<std::size_t, std::size_t>; ///< Tour and stop.

    void place(std::size_t at) {
        if (m_uncovered.size() >= m_fewest || ++m_steps > mostSteps) {
            return;
        }
        if (at == m_posts.size()) {
            m_fewest = m_uncovered.size();
            m_best = m_takers;
            return;
        }
        const Post& post = m_posts[at];
        const auto& stops = post.duty.stops;
        if (std::all_of(stops.begin(), stops.end(), [&](std::size_t stop) {
                return m_uncovered.contains({post.tour, stop});
            })) {
            place(at + 1); // Nobody needs to come for sessions that are not held.
            return;
        }
        if (const auto present = presentFor(post)) {
            m_takers[at] = present;
            place(at + 1);
            m_takers[at].reset();
            return;
        }
        const Task task = m_book.taskOf(post.tour, post.duty);
        for (const std::size_t person : candidates(post)) {
            if (!m_book.hasRoom(person, task)) {
                continue;
            }
            m_book.take(person, task);
            m_takers[at] = person;
            place(at + 1);
            m_takers[at].reset();
            m_book.drop(person);
            if (m_fewest == 0) {
                return;
            }
        }
        leaveOpen(at);
    }

    void leaveOpen(std::size_t at) {
        std::vector<Session> added;
        for (const std::size_t stop : m_posts[at].duty.stops) {
            if (m_uncovered.insert({m_posts[at].tour, stop}).second) {
                added.emplace_back(m_posts[at].tour, stop);
            }
        }
        place(at + 1);
        for (const Session& session : added) {
            m_uncovered.erase(session);
        }
    }

    /// Someone aboard already who can do this too.
    std::optional<std::size_t> presentFor(const Post& post) const {
        for (std::size_t person = 0; person < m_scenario.people.size(); ++person) {
            if (post.duty.kind != Duty::Kind::Remote && m_book.isAboard(person, post.tour)
                && post.duty.isEntitled(m_scenario.people[person])) {
                return person;
            }
        }
        return std::nullopt;
    }

    std::vector<std::size_t> candidates(const Post& post) const {
        std::vector<std::size_t> found;
        for (std::size_t person = 0; person < m_scenario.people.size(); ++person) {
            if (post.duty.isEntitled(m_scenario.people[person])
                && m_book.isAvailable(person, post.tour, post.duty)) {
                found.push_back(person);
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [&](std::size_t a, std::size_t b) { return m_book.worked(a) < m_book.worked(b); });
        return found;
    }

    const plan::Scenario& m_scenario;
    WorkBook& m_book;
    std::vector<Post> m_posts;
    std::vector<std::optional<std::size_t>> m_takers;
    std::vector<std::optional<std::size_t>> m_best;
    std::set<Session> m_uncovered;
    std::size_t m_fewest = std::numeric_limits<std::size_t>::max();
    int m_steps = 0;
};

/// Takes the plan's tours week by week and writes down who goes.
class Assignment {
public:
    Assignment(const plan::Scenario& scenario, plan::Plan& plan)
        : m_scenario(scenario), m_plan(plan), m_book(scenario, plan) {
        m_plan.uncovered.clear();
        for (plan::Tour& tour : m_plan.tours) {
            tour.people.clear();
            tour.remote.clear();
        }
    }

    void run() {
        for (int week = 0; week < m_scenario.cycleWeeks; ++week) {
            const auto posts = postsOf(week);
            const auto takers = WeekSearch(m_scenario, m_book, posts).run();
            for (std::size_t i = 0; i < takers.size(); ++i) {
                if (takers[i]) {
                    give(posts[i], *takers[i]);
                }
            }
            for (std::size_t i = 0; i < takers.size(); ++i) {
                if (!takers[i]) {
                    leave(posts[i]);
                }
            }
        }
    }

private:
    std::vector<Post> postsOf(int week) const {
        std::vector<std::size_t> tours;
        for (std::size_t i = 0; i < m_plan.tours.size(); ++i) {
            if (m_plan.tours[i].week == week) {
                tours.push_back(i);
            }
        }
        std::stable_sort(tours.begin(), tours.end(), [&](std::size_t a, std::size_t b) {
            return m_plan.tours[a].weekday < m_plan.tours[b].weekday;
        });
        std::vector<Post> posts;
        for (const std::size_t tour : tours) {
            for (Duty& duty : dutiesOf(m_scenario, m_plan, m_plan.tours[tour])) {
                posts.push_back({tour, std::move(duty)});
            }
        }
        return posts;
    }

    void give(const Post& post, std::size_t person) {
        plan::Tour& tour = m_plan.tours[post.tour];
        const plan::PersonKey& id = m_scenario.people[person].id;
        if (post.duty.kind == Duty::Kind::Remote) {
            m_book.take(person, m_book.taskOf(post.tour, post.duty));
            tour.remote.push_back({tour.stops[post.duty.stops.front()].series, id});
        } else if (!m_book.isAboard(person, post.tour)) {
            m_book.take(person, m_book.taskOf(post.tour, post.duty));
            tour.people.push_back(id);
        }
    }

    /// Names the sessions, with how far those who might have come.
    void leave(const Post& post) {
        plan::Uncovered missing;
        missing.week = m_plan.tours[post.tour].week;
        missing.role = post.duty.role();
        for (std::size_t person = 0; person < m_scenario.people.size(); ++person) {
            const plan::Person& who = m_scenario.people[person];
            missing.known += post.duty.isOfRole(who) ? 1 : 0;
            if (post.duty.isEntitled(who)) {
                ++missing.entitled;
                missing.available += m_book.isAvailable(person, post.tour, post.duty) ? 1 : 0;
            }
        }
        missing.code = reasonOf(missing);
        for (const std::size_t stop : post.duty.stops) {
            missing.series = m_plan.tours[post.tour].stops[stop].series;
            const bool isKnown = std::any_of(
                m_plan.uncovered.begin(), m_plan.uncovered.end(), [&](const plan::Uncovered& other) {
                    return other.series == missing.series && other.week == missing.week;
                });
            if (!isKnown) {
                m_plan.uncovered.push_back(missing);
            }
        }
    }

    static std::string_view reasonOf(const plan::Uncovered& missing) {
        if (missing.known == 0) {
            return plan::codes::coverNobody.name;
        }
        if (missing.entitled == 0) {
            return plan::codes::coverAuthorisation.name;
        }
        return (missing.available == 0 ? plan::codes::coverAvailability : plan::codes::coverHours).name;
    }

    const plan::Scenario& m_scenario;
    plan::Plan& m_plan;
    WorkBook m_book;
};

} // namespace

void assignCrew(const plan::Scenario& scenario, plan::Plan& plan) {
    if (!scenario.people.empty()) {
        Assignment(scenario, plan).run();
    }
}

} // namespace medicobus::planner
