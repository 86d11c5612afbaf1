// SPDX-License-Identifier: EUPL-1.2
#include "ical/feed_reader.h"
#include "publish/ical.h"
#include "sample_programme.h"

#include <gmock/gmock.h>

#include <set>

namespace medicobus::publish {
namespace {

using ical::Calendar;
using ical::Instance;
using testing::at;
using testing::day;
using testing::sampleProgramme;
using testing::utc;
using Status = plan::Occurrence::Status;

const Date yearFrom = day("2027-03-01");
const Date yearUntil = day("2028-02-29");
const Instant stamp = utc("2027-02-26T17:05");

std::string feed(const plan::Programme& programme, const std::string& site, Date from = yearFrom) {
    return icalFeed(programme, {site}, from, yearUntil, stamp);
}

bool isNotice(const Instance& instance) {
    return instance.start.kind == ical::Moment::Kind::Date;
}

std::string statusName(Status status) {
    return status == Status::Cancelled   ? "CANCELLED"
           : status == Status::ToConfirm ? "TENTATIVE"
                                         : "CONFIRMED";
}

std::string tell(LocalTime start, LocalTime end, LocalTime id, const std::string& status) {
    return formatLocal(start) + " " + formatLocal(end) + " " + formatLocal(id) + " " + status;
}

LocalTime minutesOf(const ical::Moment& moment) {
    return date::floor<std::chrono::minutes>(moment.time);
}

std::multiset<std::string> told(const std::string& content) {
    std::multiset<std::string> all;
    for (const Instance& instance : ical::expandFeed(ical::readFeed(content))) {
        if (!isNotice(instance)) {
            all.insert(tell(minutesOf(instance.start), minutesOf(instance.end), minutesOf(instance.id),
                            instance.status));
        }
    }
    return all;
}

std::multiset<std::string> expected(const plan::Programme& programme, const std::string& site, Date from) {
    std::multiset<std::string> all;
    for (const plan::Occurrence& passage : plan::occurrences(programme, from, yearUntil)) {
        if (passage.site.value == site) {
            all.insert(
                tell(passage.start, passage.end, passage.id.originalStart, statusName(passage.status)));
        }
    }
    return all;
}

const Instance& instanceAt(const std::vector<Instance>& instances, std::string_view id) {
    for (const Instance& instance : instances) {
        if (!isNotice(instance) && minutesOf(instance.id) == at(id)) {
            return instance;
        }
    }
    throw std::out_of_range(std::string(id));
}

TEST(IcalFeed, TellsAWholeYearAsTheProgrammeDoes) {
    const auto programme = sampleProgramme();
    std::size_t passages = 0;
    for (const plan::Site& site : programme.sites) {
        SCOPED_TRACE(site.id.value);
        const auto wanted = expected(programme, site.id.value, yearFrom);
        passages += wanted.size();
        EXPECT_EQ(told(feed(programme, site.id.value)), wanted);
    }
    EXPECT_GT(passages, 150U);
}

TEST(IcalFeed, KeepsTheClockOnTheWallAcrossBothChanges) {
    const auto programme = sampleProgramme();
    const Calendar calendar = ical::readFeed(feed(programme, "99001-1"));
    const ical::Zone& zone = calendar.zones.at("Europe/Paris");
    std::set<std::int64_t> offsets;
    for (const Instance& instance : ical::expandFeed(calendar)) {
        if (isNotice(instance)) {
            continue;
        }
        const auto instant = toInstant(minutesOf(instance.start));
        ASSERT_TRUE(instant);
        EXPECT_EQ(Instant(zone.toUtc(instance.start.time)), *instant)
            << formatLocal(minutesOf(instance.start));
        offsets.insert(
            (instance.start.time.time_since_epoch() - zone.toUtc(instance.start.time).time_since_epoch())
                .count());
    }
    EXPECT_THAT(offsets, ::testing::ElementsAre(3600, 7200));
}

TEST(IcalFeed, KeepsTheIdentityOfAMovedPassageAndSaysSo) {
    const auto instances = ical::expandFeed(ical::readFeed(feed(sampleProgramme(), "99001-1")));
    const Instance& moved = instanceAt(instances, "2027-03-09T09:00");
    const Instance& usual = instanceAt(instances, "2027-03-16T09:00");
    EXPECT_EQ(moved.uid, usual.uid);
    EXPECT_EQ(minutesOf(moved.start), at("2027-03-10T14:00"));
    EXPECT_GT(moved.sequence, usual.sequence);
    EXPECT_THAT(moved.texts.at("DESCRIPTION"),
                ::testing::HasSubstr("était prévu le mardi 9 mars 2027 à 9\u00a0h"));
    EXPECT_THAT(moved.texts.at("DESCRIPTION"), ::testing::HasSubstr("travaux dans la salle"));
}

TEST(IcalFeed, MarksAPublicHolidayAsTentativeUntilSomeoneDecides) {
    const auto instances = ical::expandFeed(ical::readFeed(feed(sampleProgramme(), "99002-2")));
    const Instance& easter = instanceAt(instances, "2027-03-29T09:00");
    EXPECT_EQ(easter.status, "TENTATIVE");
    EXPECT_THAT(easter.texts.at("DESCRIPTION"), ::testing::HasSubstr("À confirmer"));
    EXPECT_EQ(instanceAt(instances, "2027-05-17T09:00").status, "CONFIRMED") << "kept on Whit Monday";
}

TEST(IcalFeed, KeepsACancelledPassageWithANoticeUntilItIsPast) {
    const auto programme = sampleProgramme();
    const std::string uid = "99002-1.s2@medicobus";
    const auto before = ical::expandFeed(ical::readFeed(feed(programme, "99002-1")));
    const Instance& cancelled = instanceAt(before, "2027-03-18T13:30");
    EXPECT_EQ(cancelled.status, "CANCELLED");
    EXPECT_TRUE(cancelled.texts.at("SUMMARY").starts_with("ANNULÉ – "));
    const auto notice = std::find_if(before.begin(), before.end(), isNotice);
    ASSERT_NE(notice, before.end());
    EXPECT_EQ(notice->uid, "avis-20270318T133000." + uid);
    EXPECT_EQ(notice->start.time, date::local_seconds(day("2027-03-18")));
    EXPECT_EQ(notice->texts.at("TRANSP"), "TRANSPARENT");
    EXPECT_THAT(notice->texts.at("DESCRIPTION"), ::testing::HasSubstr("bus au garage"));

    const auto after = ical::expandFeed(ical::readFeed(feed(programme, "99002-1", day("2027-03-19"))));
    EXPECT_EQ(std::count_if(after.begin(), after.end(), isNotice), 0);
    EXPECT_THROW(instanceAt(after, "2027-03-18T13:30"), std::out_of_range);
}

TEST(IcalFeed, RaisesTheSequenceAtEveryDecisionAndKeepsTheIdentity) {
    auto programme = sampleProgramme();
    const auto first = ical::expandFeed(ical::readFeed(feed(programme, "99001-1")));
    plan::Override again = programme.overrides.front();
    again.kind = plan::Override::Kind::Cancelled;
    again.sequence = 2;
    programme.overrides.push_back(again);
    const auto second = ical::expandFeed(ical::readFeed(feed(programme, "99001-1")));
    EXPECT_EQ(instanceAt(second, "2027-03-09T09:00").uid, instanceAt(first, "2027-03-09T09:00").uid);
    EXPECT_GT(instanceAt(second, "2027-03-09T09:00").sequence,
              instanceAt(first, "2027-03-09T09:00").sequence);
}

TEST(IcalFeed, RaisesTheSequenceWhenAClosureIsLiftedToo) {
    auto programme = sampleProgramme();
    const auto closed = ical::expandFeed(ical::readFeed(feed(programme, "99003-1")));
    programme.closures.front().isLifted = true;
    const auto open = ical::expandFeed(ical::readFeed(feed(programme, "99003-1")));
    const char* passage = "2027-07-14T09:00";
    EXPECT_EQ(instanceAt(closed, passage).status, "CANCELLED");
    EXPECT_NE(instanceAt(open, passage).status, "CANCELLED");
    EXPECT_GT(instanceAt(open, passage).sequence, instanceAt(closed, passage).sequence);
}

TEST(IcalFeed, KeepsUidsWhenNamesAndTimesChangeAndANewVersionIsNewer) {
    auto programme = sampleProgramme();
    const Calendar first = ical::readFeed(feed(programme, "99001-1"));
    programme.version = "01954b2e-6c00-7000-8000-000000000002";
    programme.name = "Un autre nom";
    programme.sites.front().name = "Salle des mariages";
    programme.series.front().start += std::chrono::minutes(30);
    programme.overrides.clear();
    const Calendar second = ical::readFeed(feed(programme, "99001-1"));
    EXPECT_EQ(second.events.front().uid, first.events.front().uid);
    EXPECT_NE(second.events.front().start, first.events.front().start);
    int newest = 0;
    for (const ical::Event& event : first.events) {
        newest = std::max(newest, event.sequence);
    }
    EXPECT_GT(second.events.front().sequence, newest);
}

TEST(IcalFeed, IsTheSameBytesForTheSameProgramme) {
    EXPECT_EQ(feed(sampleProgramme(), "99003-1"), feed(sampleProgramme(), "99003-1"));
}

TEST(IcalFeed, GivesHostileNamesAsTheyAre) {
    auto programme = sampleProgramme();
    const std::string nasty = "a;b,c\\d\"e\né: \U0001F690 " + std::string(120, 'x') + std::string("\x01");
    programme.organiser = nasty;
    programme.sites[0].address = nasty;
    programme.overrides.front().reason = "END:VEVENT\r\nBEGIN:VEVENT";
    const Calendar calendar = ical::readFeed(feed(programme, "99001-1"));
    std::string clean = nasty;
    clean.pop_back();
    EXPECT_THAT(calendar.events.front().texts.at("LOCATION"), ::testing::HasSubstr(clean));
    const auto instances = ical::expandFeed(calendar);
    EXPECT_THAT(instanceAt(instances, "2027-03-09T09:00").texts.at("DESCRIPTION"),
                ::testing::HasSubstr("END:VEVENT\nBEGIN:VEVENT"));
}

TEST(IcalFeed, GivesItsAddressOnlyWhenItIsKnown) {
    const auto programme = sampleProgramme();
    EXPECT_FALSE(ical::readFeed(feed(programme, "99001-1")).texts.contains("SOURCE"));
    const Calendar calendar = ical::readFeed(icalFeed(programme, {"99001-1"}, yearFrom, yearUntil, stamp,
                                                      {"https://bus.example.fr/", "bus@example.fr"}));
    EXPECT_EQ(calendar.texts.at("SOURCE"), "https://bus.example.fr/calendriers/99001-1.ics");
    EXPECT_EQ(calendar.events.front().texts.at("URL"), "https://bus.example.fr/communes/99001.html");
    EXPECT_EQ(calendar.events.front().texts.at("ORGANIZER"), "mailto:bus@example.fr");
}

TEST(IcalFeed, IsACalendarWithoutEventsWhenNothingIsPlanned) {
    plan::Programme empty;
    EXPECT_TRUE(ical::readFeed(feed(empty, "99001-1")).events.empty());
}

} // namespace
} // namespace medicobus::publish
