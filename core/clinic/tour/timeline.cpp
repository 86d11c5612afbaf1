// SPDX-License-Identifier: EUPL-1.2
#include "clinic/day.h"
#include "clinic/tour/layout.h"

#include <algorithm>
#include <array>

namespace medicobus::clinic {

namespace {

using std::chrono::minutes;
using Kind = TimelineEntry::Kind;
using Progress = TimelineEntry::Progress;

constexpr std::array<std::string_view, 4> eventCodes{"departed", "stop_arrived", "stop_left", "returned"};

/// A planned day with what the crew has confirmed of it.
class Course {
public:
    Course(Layout layout, Date date, const std::vector<TourFact>& facts, LocalTime now)
        : m_layout(std::move(layout)), m_date(date), m_now(now) {
        for (const Checkpoint& each : m_layout.checkpoints) {
            const TourFact* fact = said(each, facts);
            m_confirmed.push_back(fact ? std::optional(fact->at) : std::nullopt);
            m_driven.push_back(fact ? fact->driven : std::nullopt);
            if (fact) {
                m_passed = m_confirmed.size();
            }
        }
    }

    /// What is carried to the next checkpoint: the lateness last confirmed, growing on the day itself while
    /// that checkpoint is overdue.
    minutes ahead() const {
        const minutes carried = m_passed > 0 ? lateAt(m_passed - 1) : minutes(0);
        if (dateOf(m_now) != m_date || m_passed == m_confirmed.size()) {
            return carried;
        }
        return std::max(carried, m_now - m_layout.checkpoints[m_passed].planned);
    }

    void follow(Timeline& into) const {
        into.late = ahead();
        for (const std::optional<Meters>& each : m_driven) {
            into.driven += each.value_or(Meters{});
        }
        for (std::size_t i = 0; i < m_layout.lines.size(); ++i) {
            into.entries.push_back(timed(i));
        }
        for (std::size_t i = 0; i < into.entries.size(); ++i) {
            into.entries[i].progress = progressOf(i, into.entries);
        }
        invite(into);
        into.next = nextOf(into.entries);
        for (const TimelineEntry& each : m_layout.cancelled) {
            showCancelled(each, into);
        }
    }

private:
    /// What was said last of a checkpoint; null when nothing was.
    static const TourFact* said(const Checkpoint& checkpoint, const std::vector<TourFact>& facts) {
        const auto last = std::find_if(facts.rbegin(), facts.rend(), [&](const TourFact& fact) {
            return fact.event == checkpoint.event && (!checkpoint.stop || fact.stop == checkpoint.stop);
        });
        return last == facts.rend() ? nullptr : &*last;
    }

    /// The lateness at a checkpoint that is behind: as confirmed, or where nobody said, as at the one before.
    minutes lateAt(std::size_t checkpoint) const {
        for (std::size_t i = checkpoint + 1; i-- > 0;) {
            if (m_confirmed[i]) {
                return std::max(minutes(0), *m_confirmed[i] - m_layout.checkpoints[i].planned);
            }
        }
        return minutes(0);
    }

    std::size_t partOf(std::size_t line) const { return m_layout.lines[line].part; }
    bool opensPart(std::size_t line) const { return line == 0 || partOf(line - 1) != partOf(line); }
    bool closesPart(std::size_t line) const {
        return line + 1 == m_layout.lines.size() || partOf(line + 1) != partOf(line);
    }
    std::optional<LocalTime> confirmed(std::size_t checkpoint) const {
        return checkpoint < m_confirmed.size() ? m_confirmed[checkpoint] : std::nullopt;
    }

    TimelineEntry timed(std::size_t line) const {
        TimelineEntry entry = m_layout.lines[line].entry;
        const std::size_t part = partOf(line);
        // The drive goes off at the moment of departure, on its own line.
        const bool followsDeparture = !opensPart(line) && m_layout.lines[line - 1].entry.kind == Kind::Depart;
        if (opensPart(line) || followsDeparture) {
            entry.actualStart = confirmed(part);
        }
        if (closesPart(line)) {
            entry.actualEnd = entry.kind == Kind::Return ? entry.actualStart : confirmed(part + 1);
        }
        if (entry.kind == Kind::Drive && part + 1 < m_driven.size()) {
            entry.driven = m_driven[part + 1];
        }
        entry.late = part < m_passed ? lateAt(part) : ahead();
        entry.expected = entry.actualStart.value_or(entry.start + entry.late);
        return entry;
    }

    Progress progressOf(std::size_t line, const std::vector<TimelineEntry>& entries) const {
        const std::size_t part = partOf(line);
        if (dateOf(m_now) != m_date) {
            return m_date < dateOf(m_now) ? Progress::Done : Progress::Ahead;
        }
        if (part >= m_passed) {
            return Progress::Ahead;
        }
        const bool isMoment = entries[line].kind == Kind::Depart || entries[line].kind == Kind::Return;
        if (part + 1 < m_passed || isMoment) {
            return Progress::Done;
        }
        // In the present part: the last line whose time has come, or the first while none has.
        const std::size_t present = presentLine(part, entries);
        return line == present ? Progress::Now : line < present ? Progress::Done : Progress::Ahead;
    }

    std::size_t presentLine(std::size_t part, const std::vector<TimelineEntry>& entries) const {
        std::optional<std::size_t> present;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const bool isHeld = partOf(i) == part && entries[i].kind != Kind::Depart;
            if (isHeld && (!present || entries[i].expected <= m_now)) {
                present = i;
            }
        }
        return present.value_or(entries.size());
    }

    /// Marks the line on which the next checkpoint is confirmed: leaving on the last line of the stop, the
    /// others on the line that they open.
    void invite(Timeline& timeline) const {
        if (m_passed == m_confirmed.size() || m_date > dateOf(m_now)) {
            return;
        }
        const Checkpoint& due = m_layout.checkpoints[m_passed];
        for (std::size_t i = 0; i < timeline.entries.size(); ++i) {
            const bool isHere = due.event == TourEvent::StopLeft
                                    ? timeline.entries[i].occurrence
                                          && timeline.entries[i].occurrence->id == due.stop
                                          && timeline.entries[i].kind != Kind::Drive
                                    : partOf(i) == m_passed;
            if (!isHere) {
                continue;
            }
            for (TimelineEntry& each : timeline.entries) {
                each.confirms.reset();
            }
            timeline.entries[i].confirms = due.event;
            if (due.event != TourEvent::StopLeft) {
                return;
            }
        }
    }

    void showCancelled(TimelineEntry entry, Timeline& into) const {
        entry.progress = entry.end <= m_now ? Progress::Done : Progress::Ahead;
        const auto place = std::find_if(into.entries.begin(), into.entries.end(),
                                        [&](const TimelineEntry& each) { return entry.start < each.start; });
        if (into.next && place - into.entries.begin() <= static_cast<std::ptrdiff_t>(*into.next)) {
            ++*into.next;
        }
        into.entries.insert(place, std::move(entry));
    }

    static std::optional<std::size_t> nextOf(const std::vector<TimelineEntry>& entries) {
        const auto first = [&](Progress wanted) {
            return std::find_if(entries.begin(), entries.end(),
                                [wanted](const TimelineEntry& each) { return each.progress == wanted; });
        };
        const auto present = first(Progress::Now);
        const auto found = present != entries.end() ? present : first(Progress::Ahead);
        return found == entries.end() ? std::nullopt
                                      : std::optional(static_cast<std::size_t>(found - entries.begin()));
    }

    Layout m_layout;
    Date m_date;
    LocalTime m_now;
    std::vector<std::optional<LocalTime>> m_confirmed; ///< By checkpoint.
    std::vector<std::optional<Meters>> m_driven;       ///< By checkpoint, since the one before.
    std::size_t m_passed = 0;                          ///< Checkpoints up to and with the last confirmed.
};

} // namespace

std::string_view codeOf(TourEvent event) {
    return eventCodes[static_cast<std::size_t>(event)];
}

Timeline layTimeline(const plan::Programme& programme, const plan::BusKey& bus, Date date,
                     const std::vector<DayPassage>& passages, const std::vector<TourFact>& facts,
                     LocalTime now) {
    Timeline timeline{bus, date, {}, minutes(0), {}, std::nullopt};
    Course(layOut(programme, bus, date, passages), date, facts, now).follow(timeline);
    return timeline;
}

} // namespace medicobus::clinic
