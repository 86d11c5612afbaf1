// SPDX-License-Identifier: EUPL-1.2
#include "publish/ical.h"

#include "calendar/recurrence.h"
#include "publish/content_lines.h"
#include "publish/french.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace medicobus::publish {
namespace {

using plan::Occurrence;
using Status = Occurrence::Status;

/// One feed while it is being written.
class Feed {
public:
    Feed(const plan::Programme& programme, const plan::Site& site, Date from, Date until, Instant stamp,
         const PublicLinks& links)
        : m_programme(programme),
          m_site(site),
          m_from(from),
          m_until(until),
          m_stamp(stamp),
          m_links(links),
          m_versionSequence(versionSequence()) {}

    std::string write();

private:
    int versionSequence() const;
    int sequenceOf(const Occurrence& passage) const;
    std::string uid(const plan::SeriesKey& series) const;
    std::string summary(std::string_view prefix) const;
    std::string description(std::string_view note) const;
    std::string noteOf(const Occurrence& passage) const;

    void heading();
    void timeZone();
    void series(const plan::Series& series, const std::vector<Occurrence>& passages);
    void recurrence(const plan::Series& series, const std::set<LocalTime>& starts);
    void exception(const Occurrence& passage);
    void notice(const Occurrence& passage);
    void identity(const std::string& uid, int sequence);
    void place();

    const plan::Programme& m_programme;
    const plan::Site& m_site;
    Date m_from;
    Date m_until;
    Instant m_stamp;
    const PublicLinks& m_links;
    int m_versionSequence;
    ContentLines m_lines;
};

/// Grows with each version of the programme and stays below 2^31 until 2088.
int Feed::versionSequence() const {
    const auto version = Uuid::parse(m_programme.version);
    if (!version || (version->bytes()[6] >> 4) != 7) {
        return 0;
    }
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        milliseconds = milliseconds * 256 + version->bytes()[i];
    }
    constexpr std::int64_t epoch2020 = 1'577'836'800;
    return static_cast<int>(std::clamp<std::int64_t>(milliseconds / 1000 - epoch2020, 0, 2'000'000'000));
}

int Feed::sequenceOf(const Occurrence& passage) const {
    return m_versionSequence + passage.sequence;
}

std::string Feed::uid(const plan::SeriesKey& series) const {
    return fmt::format("{}.{}@medicobus", safeName(m_site.id.value), safeName(series.value));
}

std::string Feed::summary(std::string_view prefix) const {
    return fmt::format("{}Médicobus – {}{}", prefix, townName(m_site),
                       m_programme.isFictional ? " (programme fictif)" : "");
}

std::string Feed::noteOf(const Occurrence& passage) const {
    const std::string because = passage.reason.empty() ? "" : "\u00a0: " + passage.reason;
    switch (passage.status) {
    case Status::Planned:
        break;
    case Status::ToConfirm:
        return fmt::format("À confirmer{}.", because);
    case Status::Moved:
        return fmt::format("Déplacé{}. Ce passage était prévu le {} à {}.", because,
                           frenchDate(dateOf(passage.id.originalStart)),
                           frenchTime(timeOf(passage.id.originalStart)));
    case Status::Cancelled:
        return fmt::format("Annulé{}.", because);
    }
    return {};
}

std::string Feed::description(std::string_view note) const {
    std::string text(note);
    const auto add = [&](const std::string& sentence) {
        if (!text.empty()) {
            text += '\n';
        }
        text += sentence;
    };
    if (m_programme.isFictional) {
        add("Programme fictif\u00a0: ce passage n'aura pas lieu.");
    }
    if (!m_programme.booking.phone.empty()) {
        add("Sur rendez-vous au " + frenchPhone(m_programme.booking.phone)
            + (m_programme.booking.hours.empty() ? "" : ", " + m_programme.booking.hours) + ".");
    }
    if (!m_programme.organiser.empty()) {
        add("Organisé par " + m_programme.organiser + ".");
    }
    return text;
}

void Feed::heading() {
    m_lines.raw("BEGIN", "VCALENDAR");
    m_lines.raw("VERSION", "2.0");
    m_lines.raw("PRODID", "-//Medicobus//Medicobus 0.1//FR");
    m_lines.raw("CALSCALE", "GREGORIAN");
    m_lines.raw("METHOD", "PUBLISH");
    const std::string name = summary("");
    m_lines.text("NAME", name);
    m_lines.text("X-WR-CALNAME", name);
    m_lines.raw("X-WR-TIMEZONE", "Europe/Paris");
    m_lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
    m_lines.raw("X-PUBLISHED-TTL", "PT6H");
    m_lines.instant("LAST-MODIFIED", m_stamp);
    if (!m_links.base.empty()) {
        m_lines.raw("SOURCE;VALUE=URI", m_links.base + feedPath(m_site.id));
        m_lines.raw("URL", m_links.base + communePath(m_site.insee));
    }
}

void Feed::timeZone() {
    m_lines.raw("BEGIN", "VTIMEZONE");
    m_lines.raw("TZID", "Europe/Paris");
    const auto rule = [&](const char* kind, const char* start, const char* from, const char* to,
                          const char* name, const char* month) {
        m_lines.raw("BEGIN", kind);
        m_lines.raw("DTSTART", start);
        m_lines.raw("TZOFFSETFROM", from);
        m_lines.raw("TZOFFSETTO", to);
        m_lines.raw("TZNAME", name);
        m_lines.raw("RRULE", fmt::format("FREQ=YEARLY;BYMONTH={};BYDAY=-1SU", month));
        m_lines.raw("END", kind);
    };
    rule("DAYLIGHT", "19700329T020000", "+0100", "+0200", "CEST", "3");
    rule("STANDARD", "19701025T030000", "+0200", "+0100", "CET", "10");
    m_lines.raw("END", "VTIMEZONE");
}

void Feed::identity(const std::string& uid, int sequence) {
    m_lines.raw("BEGIN", "VEVENT");
    m_lines.raw("UID", uid);
    m_lines.instant("DTSTAMP", m_stamp);
    m_lines.instant("LAST-MODIFIED", m_stamp);
    m_lines.raw("SEQUENCE", std::to_string(sequence));
}

void Feed::place() {
    m_lines.text("LOCATION", addressLine(m_site));
    m_lines.raw("GEO", fmt::format("{:.6f};{:.6f}", m_site.point.lat, m_site.point.lon));
    if (!m_links.base.empty()) {
        m_lines.raw("URL", m_links.base + communePath(m_site.insee));
    }
    std::string address = "mailto:nul@medicobus.invalid";
    if (!m_links.mail.empty()) {
        address = "mailto:" + m_links.mail;
    } else if (!m_programme.booking.phone.empty()) {
        address = "tel:" + m_programme.booking.phone;
    }
    const std::string& organiser = m_programme.organiser.empty() ? m_programme.name : m_programme.organiser;
    m_lines.raw("ORGANIZER;CN=" + icalQuoted(organiser), address);
    m_lines.raw("CATEGORIES", "Santé,Médicobus");
    m_lines.raw("TRANSP", "TRANSPARENT");
    m_lines.raw("END", "VEVENT");
}

std::string joined(const std::vector<LocalTime>& times) {
    std::string list;
    for (const LocalTime time : times) {
        if (!list.empty()) {
            list += ',';
        }
        list += icalLocal(time);
    }
    return list;
}

/// The rule says as much as it can; EXDATE and RDATE make it exactly the given starts.
void Feed::recurrence(const plan::Series& series, const std::set<LocalTime>& starts) {
    std::set<LocalTime> told{*starts.begin()};
    const Date first = dateOf(*starts.begin());
    const auto rule = plan::recurrenceOf(series, m_programme.cycleWeeks);
    if (rule && starts.size() > 1) {
        const Date last = dateOf(*starts.rbegin());
        for (const Date day : calendar::expand({first, rule, {}, {}}, first, last)) {
            told.insert(LocalTime(day) + timeOf(*starts.begin()));
        }
        // UNTIL is in UTC when DTSTART has a zone (RFC 5545 section 3.3.10); this is 22:59 or 23:59 in Paris.
        m_lines.raw("RRULE", fmt::format("FREQ=WEEKLY;INTERVAL={};UNTIL={}T215959Z;BYDAY={};WKST=MO",
                                         rule->interval, icalDate(last), weekdayCode(weekdayOf(first))));
    }
    std::vector<LocalTime> dropped;
    std::set_difference(told.begin(), told.end(), starts.begin(), starts.end(), std::back_inserter(dropped));
    std::vector<LocalTime> added;
    std::set_difference(starts.begin(), starts.end(), told.begin(), told.end(), std::back_inserter(added));
    if (!dropped.empty()) {
        m_lines.raw("EXDATE;TZID=Europe/Paris", joined(dropped));
    }
    if (!added.empty()) {
        m_lines.raw("RDATE;TZID=Europe/Paris", joined(added));
    }
}

void Feed::series(const plan::Series& series, const std::vector<Occurrence>& passages) {
    std::set<LocalTime> starts;
    for (const Occurrence& passage : passages) {
        if (passage.status != Status::Cancelled || dateOf(passage.id.originalStart) >= m_from) {
            starts.insert(passage.id.originalStart);
        }
    }
    if (starts.empty()) {
        return;
    }
    identity(uid(series.id), m_versionSequence);
    m_lines.local("DTSTART", *starts.begin());
    m_lines.local("DTEND", *starts.begin() + (series.end - series.start));
    recurrence(series, starts);
    m_lines.text("SUMMARY", summary(""));
    m_lines.text("DESCRIPTION", description(""));
    m_lines.raw("STATUS", "CONFIRMED");
    place();
    for (const Occurrence& passage : passages) {
        const bool differs = passage.status != Status::Planned || passage.sequence > 0;
        if (differs && starts.contains(passage.id.originalStart)) {
            exception(passage);
        }
    }
}

void Feed::exception(const Occurrence& passage) {
    const bool isCancelled = passage.status == Status::Cancelled;
    const bool isTentative = passage.status == Status::ToConfirm;
    identity(uid(passage.id.series), sequenceOf(passage));
    m_lines.local("RECURRENCE-ID", passage.id.originalStart);
    m_lines.local("DTSTART", passage.start);
    m_lines.local("DTEND", passage.end);
    m_lines.text("SUMMARY", summary(isCancelled ? "ANNULÉ – " : isTentative ? "À CONFIRMER – " : ""));
    m_lines.text("DESCRIPTION", description(noteOf(passage)));
    m_lines.raw("STATUS", isCancelled ? "CANCELLED" : isTentative ? "TENTATIVE" : "CONFIRMED");
    place();
    if (isCancelled) {
        notice(passage);
    }
}

void Feed::notice(const Occurrence& passage) {
    identity("avis-" + icalLocal(passage.id.originalStart) + "." + uid(passage.id.series),
             sequenceOf(passage));
    m_lines.day("DTSTART", dateOf(passage.start));
    m_lines.day("DTEND", dateOf(passage.start) + date::days(1));
    m_lines.text("SUMMARY", summary("ANNULÉ – "));
    m_lines.text("DESCRIPTION", description(fmt::format("Le passage du {} à {} n'aura pas lieu. {}",
                                                        frenchDate(dateOf(passage.start)),
                                                        frenchTime(timeOf(passage.start)), noteOf(passage))));
    m_lines.raw("STATUS", "CONFIRMED");
    place();
}

std::string Feed::write() {
    std::map<plan::SeriesKey, std::vector<Occurrence>> passages;
    for (Occurrence& passage : plan::occurrences(m_programme, m_programme.firstMonday, m_until)) {
        if (passage.site == m_site.id) {
            passages[passage.id.series].push_back(std::move(passage));
        }
    }
    heading();
    timeZone();
    for (const auto& [key, list] : passages) {
        if (const plan::Series* told = m_programme.findSeries(key)) {
            series(*told, list);
        }
    }
    m_lines.raw("END", "VCALENDAR");
    return m_lines.written();
}

} // namespace

std::string icalFeed(const plan::Programme& programme, const plan::SiteKey& site, Date from, Date until,
                     Instant stamp, const PublicLinks& links) {
    const plan::Site* found = programme.findSite(site);
    plan::Site unknown;
    unknown.id = site;
    return Feed(programme, found != nullptr ? *found : unknown, from, until, stamp, links).write();
}

} // namespace medicobus::publish
