// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "clinic/store/programme.h"
#include "plan/programme_json.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

using Status = plan::Occurrence::Status;

const plan::Occurrence* busyWith(const std::vector<plan::Occurrence>& day, const plan::Occurrence& wanted) {
    const auto clash = std::find_if(day.begin(), day.end(), [&](const plan::Occurrence& each) {
        return each.id != wanted.id && each.bus == wanted.bus && each.status != Status::Cancelled
               && each.start < wanted.end && wanted.start < each.end;
    });
    return clash == day.end() ? nullptr : &*clash;
}

} // namespace

std::optional<plan::Occurrence> findPassage(const plan::Programme& programme, const plan::OccurrenceId& id) {
    const Date day = dateOf(id.originalStart);
    for (plan::Occurrence& each : plan::occurrences(programme, day, day)) {
        if (each.id == id) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

Result<void> Desk::State::reload() {
    auto read = ask([&](const SQLite::Database& db) { return programmeNow(db, journal->path().string()); });
    if (!read) {
        return Fault(read.error());
    }
    if (!*read) {
        return Fault(std::move(read->error()));
    }
    programme = std::move(**read);
    return {};
}

Result<plan::Occurrence> Desk::State::passage(const plan::OccurrenceId& id) const {
    if (!programme) {
        return fault(codes::noProgramme);
    }
    if (auto found = findPassage(*programme, id)) {
        return std::move(*found);
    }
    return fault(codes::passageUnknown, {{"value", id.text()}});
}

Result<void> Desk::publish(const plan::Programme& programme) {
    if (m_state->programme && !programme.version.empty()
        && m_state->programme->version == programme.version) {
        return {};
    }
    plan::Programme numbered = programme;
    if (numbered.version.empty()) {
        numbered.version = m_state->journal->newUuid().text();
    }
    const std::string text = plan::programmeJson(numbered);
    if (const Result<plan::Programme> readable = plan::parseProgramme(text, {}); !readable) {
        return Fault(readable.error());
    }
    Result<Json> body = JsonReader::parse(text, {});
    if (!body) {
        return Fault(std::move(body.error()));
    }
    const auto stored =
        m_state->edit({"programme", numbered.version}, "programme.published", std::move(*body));
    if (!stored) {
        return Fault(stored.error());
    }
    return m_state->reload();
}

std::shared_ptr<const plan::Programme> Desk::programme() const {
    return m_state->programme;
}

std::vector<plan::Occurrence> Desk::occurrences(Date from, Date until) const {
    return m_state->programme ? plan::occurrences(*m_state->programme, from, until)
                              : std::vector<plan::Occurrence>();
}

std::vector<plan::Occurrence> Desk::passagesOn(const plan::BusKey& bus, Date date) const {
    std::vector<plan::Occurrence> day = occurrences(date, date);
    std::erase_if(
        day, [&](const plan::Occurrence& each) { return each.bus != bus || dateOf(each.start) != date; });
    return day;
}

std::optional<plan::Occurrence> Desk::occurrence(const plan::OccurrenceId& id) const {
    return m_state->programme ? findPassage(*m_state->programme, id) : std::nullopt;
}

std::vector<plan::Occurrence> Desk::nextPassages(const plan::SiteKey& site, std::size_t count) const {
    if (!m_state->programme) {
        return {};
    }
    const LocalTime now = m_state->now();
    // Passages of this very day that are over must not take the place of later ones.
    std::size_t over = 0;
    for (const plan::Occurrence& each : occurrences(dateOf(now), dateOf(now))) {
        over += each.site == site && each.end <= now ? 1U : 0U;
    }
    auto ahead = plan::nextPassages(*m_state->programme, site, dateOf(now), count + over);
    std::erase_if(ahead, [&](const plan::Occurrence& each) { return each.end <= now; });
    std::size_t held = 0;
    const auto end = std::find_if(ahead.begin(), ahead.end(), [&](const plan::Occurrence& each) {
        const bool isEnough = held == count;
        held += each.status != Status::Cancelled ? 1U : 0U;
        return isEnough;
    });
    ahead.erase(end, ahead.end());
    return ahead;
}

Result<journal::Operation> Desk::State::edit(const journal::Subject& subject, const std::string& kind,
                                             Json open) {
    const auto base = ask([&](const auto& db) { return rows::lastEdit(db, subject); });
    if (!base) {
        return Fault(base.error());
    }
    if (*base) {
        open["base"] = **base;
    }
    return append(subject, kind, std::move(open));
}

Result<Consequence> Desk::State::decide(const plan::OccurrenceId& id, const std::string& kind, Json open) {
    const Result<plan::Occurrence> before = passage(id);
    if (!before) {
        return Fault(before.error());
    }
    if (before->end <= now()) {
        return fault(codes::passagePast, {{"value", formatLocal(before->start)}});
    }
    open["sequence"] = before->sequence + 1;
    const journal::Subject subject{"passage", id.text()};
    const auto stored = edit(subject, "passage." + kind, std::move(open));
    if (!stored) {
        return Fault(stored.error());
    }
    last = Undoable{subject, "passage.reverted", stored->id};
    if (const Result<void> read = reload(); !read) {
        return Fault(read.error());
    }
    return consequenceOf(*programme, {*before});
}

Result<Consequence> Desk::moveOccurrence(const plan::OccurrenceId& id, LocalTime start, LocalTime end,
                                         const std::string& reason) {
    Result<plan::Occurrence> wanted = m_state->passage(id);
    if (!wanted) {
        return Fault(std::move(wanted.error()));
    }
    if (end <= start || dateOf(start) != dateOf(end - std::chrono::minutes(1))) {
        return fault(codes::badTimes, {{"value", formatLocal(start)}, {"expected", formatLocal(end)}});
    }
    if (start < m_state->now()) {
        return fault(codes::passagePast, {{"value", formatLocal(start)}});
    }
    wanted->start = start;
    wanted->end = end;
    const std::vector<plan::Occurrence> day = occurrences(dateOf(start), dateOf(start));
    if (const plan::Occurrence* clash = busyWith(day, *wanted)) {
        return fault(codes::busBusy, {{"value", clash->id.text()}});
    }
    const auto& closures = m_state->programme->closures;
    if (std::any_of(closures.begin(), closures.end(), [&](const plan::Closure& each) {
            return each.site == wanted->site && !each.isLifted && each.from <= dateOf(start)
                   && dateOf(start) <= each.until;
        })) {
        return fault(codes::siteClosed, {{"value", formatDate(dateOf(start))}});
    }
    return m_state->decide(id, "moved",
                           {{"start", formatLocal(start)}, {"end", formatLocal(end)}, {"reason", reason}});
}

Result<Consequence> Desk::cancelOccurrence(const plan::OccurrenceId& id, const std::string& reason) {
    return m_state->decide(id, "cancelled", {{"reason", reason}});
}

Result<Consequence> Desk::keepOccurrence(const plan::OccurrenceId& id) {
    return m_state->decide(id, "kept", Json::object());
}

Result<Consequence> Desk::previewClosure(const plan::SiteKey& site, Date from, Date until) const {
    if (!m_state->programme) {
        return fault(codes::noProgramme);
    }
    if (!m_state->programme->findSite(site)) {
        return fault(codes::siteUnknown, {{"value", site.value}});
    }
    if (until < from) {
        return fault(codes::badTimes, {{"value", formatDate(from)}, {"expected", formatDate(until)}});
    }
    std::vector<plan::Occurrence> touched = occurrences(from, until);
    std::erase_if(touched, [&](const plan::Occurrence& each) {
        return each.site != site || dateOf(each.start) < from || dateOf(each.start) > until
               || each.end <= m_state->now() || each.status == Status::Cancelled;
    });
    plan::Programme after = *m_state->programme;
    addClosure(after, {site, from, until, {}, false});
    return m_state->consequenceOf(after, touched);
}

Result<Consequence> Desk::closeSite(const plan::SiteKey& site, Date from, Date until,
                                    const std::string& reason) {
    Result<Consequence> consequence = previewClosure(site, from, until);
    if (!consequence) {
        return consequence;
    }
    const journal::Subject subject{"site", site.value};
    const auto stored =
        m_state->edit(subject, "site.closed",
                      {{"from", formatDate(from)}, {"until", formatDate(until)}, {"reason", reason}});
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{subject, "site.reopened", stored->id};
    if (const Result<void> read = m_state->reload(); !read) {
        return Fault(read.error());
    }
    for (plan::Occurrence& each : consequence->passages) {
        each = findPassage(*m_state->programme, each.id).value_or(each);
    }
    return consequence;
}

} // namespace medicobus::clinic
