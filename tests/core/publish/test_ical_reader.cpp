// SPDX-License-Identifier: EUPL-1.2
#include "ical/feed_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace medicobus::ical {
namespace {

std::string crlf(const std::string& text) {
    std::string out;
    for (const char c : text) {
        out += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return out;
}

/// A feed that is right in every line, from which the cases below each break one thing.
const std::string goodFeed = R"(BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//Test//FR
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:Médicobus
REFRESH-INTERVAL;VALUE=DURATION:PT6H
SOURCE;VALUE=URI:https://exemple.fr/a.ics
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a@medicobus
DTSTAMP:20270226T170500Z
SEQUENCE:2
DTSTART;TZID=Europe/Paris:20270302T090000
DTEND;TZID=Europe/Paris:20270302T120000
RRULE:FREQ=WEEKLY;INTERVAL=1;UNTIL=20270420T215959Z;BYDAY=TU;WKST=MO
EXDATE;TZID=Europe/Paris:20270316T090000
SUMMARY:Médicobus – Licques\, salle
GEO:50.7307;1.992
ORGANIZER;CN="Le département":mailto:a@exemple.fr
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:a@medicobus
DTSTAMP:20270226T170500Z
SEQUENCE:3
RECURRENCE-ID;TZID=Europe/Paris:20270309T090000
DTSTART;TZID=Europe/Paris:20270310T140000
DTEND;TZID=Europe/Paris:20270310T170000
SUMMARY:Médicobus
ORGANIZER;CN=Le:mailto:a@exemple.fr
END:VEVENT
END:VCALENDAR
)";

struct Broken {
    const char* rule;
    const char* from; ///< Replaced once in the good feed ...
    const char* to;   ///< ... by this.
};

std::string refusalOf(const std::string& feed) {
    try {
        readFeed(feed);
        return "accepted";
    } catch (const Refused& refused) {
        return refused.rule();
    }
}

TEST(IcalReader, ReadsAGoodFeedWithItsExceptions) {
    const Calendar calendar = readFeed(crlf(goodFeed));
    ASSERT_EQ(calendar.events.size(), 2U);
    EXPECT_EQ(calendar.events[0].texts.at("SUMMARY"), "Médicobus – Licques, salle");
    const auto instances = expandFeed(calendar);
    ASSERT_EQ(instances.size(), 7U) << "eight Tuesdays but one";
    EXPECT_EQ(instances[1].start.time, date::local_days(date::year(2027) / 3 / 10) + std::chrono::hours(14));
    EXPECT_EQ(instances[1].id.time, date::local_days(date::year(2027) / 3 / 9) + std::chrono::hours(9));
}

TEST(IcalReader, ResolvesLocalTimesByTheTimezoneOfTheFeed) {
    const Zone zone = readFeed(crlf(goodFeed)).zones.at("Europe/Paris");
    const auto hoursBehind = [&](date::local_days day, int hour) {
        const date::local_seconds local = day + std::chrono::hours(hour);
        return (date::sys_seconds(local.time_since_epoch()) - zone.toUtc(local)).count() / 3600;
    };
    EXPECT_EQ(hoursBehind(date::local_days(date::year(2027) / 3 / 28), 1), 1);
    EXPECT_EQ(hoursBehind(date::local_days(date::year(2027) / 3 / 28), 4), 2);
    EXPECT_EQ(hoursBehind(date::local_days(date::year(2027) / 10 / 31), 1), 2);
    EXPECT_EQ(hoursBehind(date::local_days(date::year(2027) / 10 / 31), 4), 1);
    EXPECT_EQ(hoursBehind(date::local_days(date::year(2028) / 1 / 10), 9), 1);
}

class BrokenFeed : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenFeed, IsRefusedForItsOwnReason) {
    std::string feed = goodFeed;
    const std::size_t at = feed.find(GetParam().from);
    ASSERT_NE(at, std::string::npos) << GetParam().from;
    feed.replace(at, std::string(GetParam().from).size(), GetParam().to);
    EXPECT_EQ(refusalOf(crlf(feed)), GetParam().rule);
}

INSTANTIATE_TEST_SUITE_P(
    Grammar, BrokenFeed,
    ::testing::Values(
        Broken{"line.empty", "VERSION:2.0\n", "\nVERSION:2.0\n"}, Broken{"line.name", "VERSION:2.0", ":2.0"},
        Broken{"line.no_colon", "VERSION:2.0", "VERSION"}, Broken{"line.control", "Médicobus –", "M\x01"},
        Broken{"fold.too_long", "NAME:Médicobus",
               "NAME:Médicobus de la vallée qui porte un nom bien trop long pour tenir sur u"},
        Broken{"fold.split_character", "NAME:Médicobus", "NAME:M\xc3\n \xa9"},
        Broken{"fold.nothing_before", "BEGIN:VCALENDAR", " BEGIN:VCALENDAR"},
        Broken{"parameter.quote", "CN=Le", "CN=L\"e"}, Broken{"parameter.equals", "CN=Le", "CN"},
        Broken{"parameter.duplicate", "CN=Le", "CN=Le;CN=La"},
        Broken{"parameter.not_allowed", "UID:a", "UID;TZID=Europe/Paris:a"},
        Broken{"text.escape", "\\, salle", "\\t salle"},
        Broken{"text.bare_separator", "\\, salle", "; salle"},
        Broken{"text.bare_separator", "\\, salle", ", salle"}));

INSTANTIATE_TEST_SUITE_P(
    Components, BrokenFeed,
    ::testing::Values(
        Broken{"component.no_calendar", "BEGIN:VCALENDAR\n", ""},
        Broken{"component.not_ended", "END:VCALENDAR\n", ""},
        Broken{"component.mismatch", "END:DAYLIGHT", "END:STANDARD"},
        Broken{"component.unknown", "BEGIN:VTIMEZONE\n", "BEGIN:VALARM\nEND:VALARM\nBEGIN:VTIMEZONE\n"},
        Broken{"component.after_calendar", "END:VCALENDAR\n", "END:VCALENDAR\nX-A:b\n"},
        Broken{"property.unknown", "GEO:", "GEOGRAPHY:"},
        Broken{"property.missing", "PRODID:-//Test//Test//FR\n", ""},
        Broken{"property.missing", "METHOD:PUBLISH\n", ""},
        Broken{"property.missing", "UID:a@medicobus\n", ""},
        Broken{"property.missing", "DTSTAMP:20270226T170500Z\n", ""},
        Broken{"property.missing", "ORGANIZER;CN=Le:mailto:a@exemple.fr\n", ""},
        Broken{"property.missing", "TZOFFSETTO:+0200\n", ""},
        Broken{"property.duplicate", "SEQUENCE:2\n", "SEQUENCE:2\nSEQUENCE:2\n"},
        Broken{"publish.attendee", "SEQUENCE:2\n", "SEQUENCE:2\nATTENDEE:mailto:b@exemple.fr\n"}));

INSTANTIATE_TEST_SUITE_P(
    Values, BrokenFeed,
    ::testing::Values(
        Broken{"value.date", "DTSTART;TZID=Europe/Paris:20270302", "DTSTART;TZID=Europe/Paris:20270230"},
        Broken{"value.time", "0302T090000", "0302T250000"}, Broken{"value.not_utc", "T170500Z", "T170500"},
        Broken{"value.type", "DTSTART;TZID=Europe/Paris:20270302T090000", "DTSTART:20270302"},
        Broken{"value.type", ";VALUE=DURATION:", ":"}, Broken{"value.type", ";VALUE=URI:", ":"},
        Broken{"value.duration", "PT6H", "6H"}, Broken{"value.uri", "mailto:a@exemple.fr", "a exemple"},
        Broken{"value.geo", "50.7307;1.992", "50.7307,1.992"}, Broken{"value.geo", "50.7307", "150.7"},
        Broken{"value.integer", "SEQUENCE:2", "SEQUENCE:-2"},
        Broken{"value.utc_offset", "TZOFFSETTO:+0200", "TZOFFSETTO:0200"},
        Broken{"value.not_allowed", "VERSION:2.0", "VERSION:1.0"},
        Broken{"value.not_allowed", "STATUS:CONFIRMED", "STATUS:MAYBE"},
        Broken{"rrule.freq", "FREQ=WEEKLY;INTERVAL", "INTERVAL"},
        Broken{"rrule.part", "WKST=MO", "BYEASTER=1"}, Broken{"rrule.duplicate", "WKST=MO", "INTERVAL=1"},
        Broken{"rrule.byday", "BYDAY=TU", "BYDAY=1TU"}, Broken{"rrule.until_and_count", "WKST=MO", "COUNT=3"},
        Broken{"rrule.until_type", "UNTIL=20270420T215959Z", "UNTIL=20270420"},
        Broken{"rrule.endless", "UNTIL=20270420T215959Z;", ""},
        Broken{"rrule.start_outside", "BYDAY=TU", "BYDAY=WE"}));

INSTANTIATE_TEST_SUITE_P(
    Identity, BrokenFeed,
    ::testing::Values(Broken{"tzid.unresolved", "DTEND;TZID=Europe/Paris", "DTEND;TZID=Europe/Rome"},
                      Broken{"tzid.missing", "DTSTART;TZID=Europe/Paris", "DTSTART"},
                      Broken{"tzid.not_allowed", "DTSTART;TZID=Europe/Paris:20270302T090000",
                             "DTSTART;TZID=Europe/Paris:20270302T090000Z"},
                      Broken{"event.end_before_start", "20270302T120000", "20270302T080000"},
                      Broken{"event.end_type", "DTEND;TZID=Europe/Paris:20270302T120000",
                             "DTEND;VALUE=DATE:20270303"},
                      Broken{"event.rule_in_override", "SEQUENCE:3\n",
                             "SEQUENCE:3\nRDATE;TZID=Europe/Paris:20270310T140000\n"},
                      Broken{"uid.duplicate", "RECURRENCE-ID;TZID=Europe/Paris:20270309T090000\n", ""},
                      Broken{"recurrence_id.no_series", "UID:a@medicobus\n", "UID:b@medicobus\n"},
                      Broken{"recurrence_id.no_instance", "RECURRENCE-ID;TZID=Europe/Paris:20270309",
                             "RECURRENCE-ID;TZID=Europe/Paris:20270310"},
                      Broken{"exdate.no_instance", "Paris:20270316", "Paris:20270317"},
                      Broken{"sequence.falls", "SEQUENCE:3", "SEQUENCE:1"}));

TEST(IcalReader, RefusesLineEndsOfAnotherSystem) {
    EXPECT_EQ(refusalOf(goodFeed), "line.not_crlf");
    EXPECT_EQ(refusalOf(crlf(goodFeed) + "X"), "line.not_crlf");
}

} // namespace
} // namespace medicobus::ical
