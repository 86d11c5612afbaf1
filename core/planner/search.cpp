// SPDX-License-Identifier: EUPL-1.2
#include "planner/search.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace medicobus::planner {
namespace {

/// How many series that fit somewhere are compared, best first; more costs time and finds no more.
constexpr int comparedSeries = 16;
/// How many sites are tried two by two on an empty day.
constexpr std::size_t comparedPartners = 20;

/// Marks in the table of day drivings.
constexpr float notYetRated = -1;
constexpr float unlawfulDay = -2;

/// Noise on gains while repairing, as a share of the gain.
constexpr double repairNoise = 1.0;

/// The first acceptance threshold, as a share of the score.
constexpr double firstThreshold = 0.003;

bool isOneSeries(const Model& model, const Placement& a, const Placement& b) {
    const bool isSameHalfDay =
        a.site == b.site && a.bus == b.bus && a.weekday == b.weekday && a.session == b.session;
    const auto weeks = static_cast<WeekMask>(a.weeks | b.weeks);
    return isSameHalfDay && !a.isLocked && !b.isLocked
           && std::ranges::find(model.patterns(), weeks) != model.patterns().end();
}

/// Two placements of one half-day whose weeks make up a pattern together become one; true when there were
/// any.
bool joinTwo(const Model& model, Board& board) {
    const auto& all = board.placements();
    for (std::size_t b = 1; b < all.size(); ++b) {
        for (std::size_t a = 0; a < b; ++a) {
            if (isOneSeries(model, all[a], all[b])) {
                Placement joined = all[a];
                joined.weeks = static_cast<WeekMask>(joined.weeks | all[b].weeks);
                board.remove(b);
                board.remove(a);
                board.place(joined);
                return true;
            }
        }
    }
    return false;
}

} // namespace

Search::Search(const Model& model, const Options& options, double bound)
    : m_model(model),
      m_options(options),
      m_bound(bound),
      m_lambda(model.scenario().policy.lambda),
      m_random(options.seed),
      m_current(model),
      m_best(model),
      m_start(std::chrono::steady_clock::now()),
      m_reported(m_start) {}

/// All of them before any day is judged: half a day far away may need its other half.
Result<void> Search::placeLocked() {
    const auto conflict = [](const plan::Series& series) {
        return fault(codes::plannerLockedConflict, {{"value", series.id.value}, {"key", series.site.value}});
    };
    for (const plan::Series& series : m_model.scenario().locked) {
        auto placement = placementOf(m_model, series);
        if (!placement || !m_current.canHold(*placement)) {
            return conflict(series);
        }
        placement->isLocked = true;
        m_current.place(*placement);
    }
    for (const plan::Series& series : m_model.scenario().locked) {
        const auto placement = placementOf(m_model, series);
        if (!m_current.isDayLawful(placement->bus, placement->weekday)) {
            return conflict(series);
        }
    }
    m_best = m_current;
    return {};
}

void Search::construct() {
    fill(m_current, 0);
    m_best = m_current;
    report();
}

bool Search::isEmptyDay(const Board& board, int bus, int weekday, WeekMask weeks) const {
    for (int session = 0; session < m_model.sessionCount(); ++session) {
        if (!board.day(bus, weekday).isFree(session, weeks)) {
            return false;
        }
    }
    return true;
}

/// Of the days of one class on which the bus stays at the depot in these weeks, one is enough to try.
bool Search::isFirstEmptyDay(const Board& board, int bus, int weekday, WeekMask weeks) const {
    if (!isEmptyDay(board, bus, weekday, weeks)) {
        return false;
    }
    for (int day = 0; day < weekday; ++day) {
        if (m_model.dayClass(bus, day) == m_model.dayClass(bus, weekday)
            && isEmptyDay(board, bus, day, weeks)) {
            return false;
        }
    }
    return true;
}

Search::Openings Search::openings(const Board& board) const {
    Openings open;
    for (const WeekMask weeks : m_model.patterns()) {
        for (int bus = 0; bus < m_model.busCount(); ++bus) {
            for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                const bool isTwin =
                    isEmptyDay(board, bus, weekday, weeks) && !isFirstEmptyDay(board, bus, weekday, weeks);
                if (!m_model.isWorkday(bus, weekday) || isTwin) {
                    continue;
                }
                for (int session = 0; session < m_model.sessionCount(); ++session) {
                    if (board.day(bus, weekday).isFree(session, weeks)) {
                        open.push_back({-1, bus, weekday, session, weeks, false});
                    }
                }
            }
        }
    }
    return open;
}

std::vector<Search::Candidate> Search::candidates(const Board& board, double noise) {
    std::vector<Candidate> found;
    for (int site = 0; site < m_model.siteCount(); ++site) {
        for (const WeekMask weeks : m_model.patterns()) {
            if (site == m_barred || !board.admits(site, weeks)) {
                continue;
            }
            for (const int session : m_model.offerKinds()) {
                const int count = std::popcount(weeks);
                const double factor = 1 + noise * (m_random.uniform() - 0.5);
                const double gain = factor * board.worthGain(site, session, count) / count;
                const double net = gain - m_lambda * m_model.roundTrip(site) * m_model.cyclesPerYear() / 2;
                if (gain > 0) {
                    found.push_back({{site, 0, 0, session, weeks, false}, gain, net});
                }
            }
        }
    }
    return found;
}

/// Tries one series in every opening; true when it fits in one.
bool Search::trySingle(const Board& board, const Candidate& candidate, const Openings& open,
                       Step& best) const {
    const int offer = m_model.offerKindOf(candidate.placement.session);
    bool hasFit = false;
    for (Placement trial : open) {
        if (trial.weeks != candidate.placement.weeks || m_model.offerKindOf(trial.session) != offer) {
            continue;
        }
        trial.site = candidate.placement.site;
        const auto driving = board.drivingGain(trial);
        if (!driving) {
            continue;
        }
        hasFit = true;
        const double gain = candidate.gain - m_lambda * *driving / std::popcount(trial.weeks);
        if (gain > best.gain) {
            best = {trial, std::nullopt, gain};
        }
    }
    return hasFit;
}

/// Best first, from a heap, until enough have been found to fit. Those that could not beat the best so far
/// even without any drive are dropped as soon as that is known.
void Search::trySingles(const Board& board, std::vector<Candidate> candidates, const Openings& open,
                        Step& best) const {
    const auto isWorse = [](const Candidate& a, const Candidate& b) { return a.net < b.net; };
    double dropped = -1;
    for (int compared = 0; compared < comparedSeries;) {
        if (best.gain > dropped) {
            dropped = best.gain;
            std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.gain <= dropped; });
            std::make_heap(candidates.begin(), candidates.end(), isWorse);
        }
        if (candidates.empty()) {
            break;
        }
        std::pop_heap(candidates.begin(), candidates.end(), isWorse);
        if (trySingle(board, candidates.back(), open, best)) {
            ++compared;
        }
        candidates.pop_back();
    }
}

/// Driving minutes of a day with just these two sessions, negative when it cannot be driven lawfully. Rated
/// once for each class of days.
double Search::dayDriving(const Placement& first, const Placement& second) {
    const auto sites = static_cast<std::size_t>(m_model.siteCount());
    const auto sessions = static_cast<std::size_t>(m_model.sessionCount());
    const int dayClass = m_model.dayClass(first.bus, first.weekday);
    std::size_t at = static_cast<std::size_t>(first.bus * daysOfWeek + dayClass);
    at = (at * sessions + static_cast<std::size_t>(first.session)) * sessions
         + static_cast<std::size_t>(second.session);
    at = (at * sites + static_cast<std::size_t>(first.site)) * sites + static_cast<std::size_t>(second.site);
    if (m_dayDriving.empty()) {
        m_dayDriving.assign(static_cast<std::size_t>(m_model.busCount() * daysOfWeek) * sessions * sessions
                                * sites * sites,
                            notYetRated);
    }
    float& driving = m_dayDriving[at];
    if (driving == notYetRated) {
        DayGrid grid;
        grid.fill(first.session, 1, first.site);
        grid.fill(second.session, 1, second.site);
        const DayRating rating = rateDay(m_model, first.bus, dayClass, grid);
        driving = rating.isLawful ? static_cast<float>(rating.drivingMinutes) : unlawfulDay;
    }
    return driving;
}

void Search::tryPair(const Board& board, const Candidate& a, const Candidate& b, int bus, int weekday,
                     Step& best) {
    Placement first = a.placement;
    Placement second = b.placement;
    first.bus = second.bus = bus;
    first.weekday = second.weekday = weekday;
    const int offerA = m_model.offerKindOf(first.session);
    const int offerB = m_model.offerKindOf(second.session);
    const int weeks = std::popcount(first.weeks);
    double worth = (a.gain + b.gain) / 2;
    if (first.site == second.site && offerA == offerB) {
        const double once = board.worthGain(first.site, first.session, weeks);
        worth =
            once > 0 ? a.gain * board.worthOfSessions(first.site, first.session, 2 * weeks) / (2 * once) : 0;
    }
    if (worth <= best.gain) {
        return;
    }
    for (first.session = 0; first.session < m_model.sessionCount(); ++first.session) {
        for (second.session = first.session + 1; second.session < m_model.sessionCount(); ++second.session) {
            if (m_model.offerKindOf(first.session) != offerA
                || m_model.offerKindOf(second.session) != offerB) {
                continue;
            }
            const double driving = dayDriving(first, second);
            const double gain = worth - m_lambda * driving * m_model.cyclesPerYear() / 2;
            if (driving >= 0 && gain > best.gain && board.drivingGain(first, second)) {
                best = {first, second, gain};
            }
        }
    }
}

/// A far site may be worth a whole day and not a half: the drive is paid once for both.
void Search::tryPairs(const Board& board, const std::vector<Candidate>& partners, Step& best) {
    const plan::Policy& policy = m_model.scenario().policy;
    const auto isAdmitted = [&](int site, int other, WeekMask weeks) {
        if (site == other) {
            return board.roomAt(site, weeks) >= 2;
        }
        const int added = (board.isVisited(site) ? 0 : 1) + (board.isVisited(other) ? 0 : 1);
        return board.visitedSites() + added <= policy.maxSites;
    };
    for (int bus = 0; bus < m_model.busCount(); ++bus) {
        for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
            for (const Candidate& a : partners) {
                if (!m_model.isWorkday(bus, weekday)
                    || !isFirstEmptyDay(board, bus, weekday, a.placement.weeks)) {
                    continue;
                }
                for (const Candidate& b : partners) {
                    if (b.placement.weeks == a.placement.weeks
                        && isAdmitted(a.placement.site, b.placement.site, b.placement.weeks)) {
                        tryPair(board, a, b, bus, weekday, best);
                    }
                }
            }
        }
    }
}

/// The best series of each week pattern, among the sites that a day can be given to.
std::vector<Search::Candidate> Search::partnersAmong(const std::vector<Candidate>& found) const {
    std::vector<Candidate> partners;
    for (const WeekMask weeks : m_model.patterns()) {
        std::vector<Candidate> of;
        std::copy_if(found.begin(), found.end(), std::back_inserter(of), [&](const Candidate& candidate) {
            return candidate.placement.weeks == weeks && m_model.standsAlone(candidate.placement.site);
        });
        const std::size_t kept = std::min(of.size(), comparedPartners);
        std::partial_sort(of.begin(), of.begin() + static_cast<std::ptrdiff_t>(kept), of.end(),
                          [](const Candidate& a, const Candidate& b) { return a.net > b.net; });
        partners.insert(partners.end(), of.begin(), of.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    return partners;
}

bool Search::placeBest(Board& board, double noise) {
    const Openings open = openings(board);
    if (open.empty()) {
        return false;
    }
    auto found = candidates(board, noise);
    Step best;
    tryPairs(board, partnersAmong(found), best);
    trySingles(board, std::move(found), open, best);
    if (best.gain <= 0) {
        return false;
    }
    board.place(best.first);
    if (best.second) {
        board.place(*best.second);
    }
    return true;
}

void Search::fill(Board& board, double noise) {
    while (placeBest(board, noise)) {
    }
}

/// Sessions whose day or site lost what made it lawful go too; true when there were any.
bool Search::removeStranded(Board& board) {
    bool hasRemoved = false;
    for (std::size_t i = board.placements().size(); i-- > 0;) {
        const Placement& placement = board.placements()[i];
        if (!placement.isLocked
            && (!board.isDayLawful(placement.bus, placement.weekday)
                || !board.isSiteLawful(placement.site))) {
            board.remove(i);
            hasRemoved = true;
            i = board.placements().size(); // What came later may have needed it.
        }
    }
    return hasRemoved;
}

void Search::removeSome(Board& board) {
    const std::uint64_t count = 1 + m_random.below(6);
    for (std::uint64_t i = 0; i < count && !board.placements().empty(); ++i) {
        const auto index = m_random.below(board.placements().size());
        if (!board.placements()[index].isLocked) {
            board.remove(index);
        }
    }
}

void Search::removeSite(Board& board, int site) {
    for (std::size_t i = board.placements().size(); i-- > 0;) {
        if (board.placements()[i].site == site && !board.placements()[i].isLocked) {
            board.remove(i);
        }
    }
}

/// Without this a site of the greedy choice comes straight back, and no other is ever tried in its stead.
void Search::replaceSite(Board& board) {
    m_barred = board.placements()[m_random.below(board.placements().size())].site;
    removeSite(board, m_barred);
    if (m_random.below(2) == 0) {
        removeSome(board);
    }
}

void Search::removeDays(Board& board) {
    for (std::uint64_t count = 1 + m_random.below(3); count > 0 && !board.placements().empty(); --count) {
        removeDay(board);
    }
}

void Search::removeDay(Board& board) {
    const Placement picked = board.placements()[m_random.below(board.placements().size())];
    for (std::size_t i = board.placements().size(); i-- > 0;) {
        const Placement& placement = board.placements()[i];
        if (placement.bus == picked.bus && placement.weekday == picked.weekday && !placement.isLocked) {
            board.remove(i);
        }
    }
}

/// A site and those that lie nearest to it: they share people, so they are best chosen again together.
void Search::removeAround(Board& board) {
    const int centre = board.placements()[m_random.below(board.placements().size())].site;
    const double radius = m_random.between(5, 25);
    for (std::size_t i = board.placements().size(); i-- > 0;) {
        const Placement& placement = board.placements()[i];
        if (m_model.between(centre, placement.site) <= radius && !placement.isLocked) {
            board.remove(i);
        }
    }
}

void Search::ruin(Board& board) {
    if (board.placements().empty()) {
        return;
    }
    const bool hasAllSites = board.visitedSites() >= m_model.scenario().policy.maxSites;
    switch (m_random.below(hasAllSites ? 7 : 5)) {
    case 0:
        removeSite(board, board.placements()[m_random.below(board.placements().size())].site);
        break;
    case 5:
    case 6:
        replaceSite(board);
        break;
    case 1:
        removeDays(board);
        break;
    case 2:
        removeAround(board);
        break;
    default:
        removeSome(board);
    }
}

bool Search::shouldStop() const {
    if (m_options.stop.stop_requested()) {
        return true;
    }
    return m_options.timeLimit && std::chrono::steady_clock::now() - m_start >= *m_options.timeLimit;
}

void Search::report() {
    const auto now = std::chrono::steady_clock::now();
    if (!m_options.onProgress || (m_iteration > 0 && now - m_reported < std::chrono::milliseconds(100))) {
        return;
    }
    m_reported = now;
    const plan::Score score{m_best.worth(), m_bound, m_best.drivingMinutesYear(), m_best.total()};
    m_options.onProgress({m_iteration, m_options.iterations, score});
}

void Search::improve() {
    const double threshold = firstThreshold * std::max(0.0, m_best.total());
    for (; m_iteration < m_options.iterations && !shouldStop(); ++m_iteration) {
        const double left = 1 - static_cast<double>(m_iteration) / static_cast<double>(m_options.iterations);
        Board trial = m_current;
        m_barred = -1;
        ruin(trial);
        fill(trial, repairNoise * left);
        if (removeStranded(trial)) {
            fill(trial, repairNoise * left);
        }
        const double allowed = threshold * left * left * m_random.uniform();
        if (trial.total() >= m_current.total() - allowed) {
            m_current = std::move(trial);
            if (m_current.total() > m_best.total() + 1e-9) {
                m_best = m_current;
            }
        }
        report();
    }
    while (joinTwo(m_model, m_best)) {
    }
}

} // namespace medicobus::planner
