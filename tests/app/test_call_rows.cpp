// SPDX-License-Identifier: EUPL-1.2
#include "crew/phone/call_rows.h"
#include "tests/app/app_fixture.h"

namespace medicobus::app {
namespace {

class CallRows : public testing::Test {
protected:
    CallRows() { application(); }
};

Instant instant(const char* local) {
    return toInstant(parseLocal(local).value()).value();
}

clinic::WaitingPerson received(const char* local) {
    clinic::WaitingPerson request;
    request.askedAt = instant(local);
    request.patient.details.familyName = "Imaginaire";
    request.patient.details.givenName = "Fleur";
    return request;
}

QString due(const char* at, const char* now) {
    return call_rows::dueText(instant(at), instant(now)).replace(QChar(0xA0), QLatin1Char(' '));
}

TEST_F(CallRows, SayByWhenARequestIsToBeAnswered) {
    EXPECT_EQ(due("2027-03-02T09:00", "2027-03-02T09:00"),
              "Reçue à l’instant, à rappeler avant jeudi 4 mars 9 h");
    EXPECT_EQ(due("2027-03-02T09:00", "2027-03-03T16:00"), "Reçue il y a 31 h, à rappeler avant demain 9 h");
    EXPECT_EQ(due("2027-03-02T09:00", "2027-03-04T08:10"),
              "Reçue il y a 47 h, à rappeler avant aujourd’hui 9 h");
    EXPECT_EQ(due("2027-03-02T09:00", "2027-03-05T10:00"),
              "Reçue il y a 3 jours, à rappeler depuis hier 9 h");
}

TEST_F(CallRows, TurnAmberTheLastHalfDayAndRedAfterwards) {
    const auto toneAt = [](const char* now) {
        return call_rows::requests({received("2027-03-02T09:00")}, {}, {}, instant(now)).front().tone;
    };
    EXPECT_EQ(toneAt("2027-03-03T20:59"), "quiet");
    EXPECT_EQ(toneAt("2027-03-03T21:00"), "look");
    EXPECT_EQ(toneAt("2027-03-04T09:00"), "act");
}

TEST_F(CallRows, CountTheCallsThatNobodyAnswered) {
    auto request = received("2027-03-02T09:00");
    request.wish.site = {"licques"};
    request.wish.reason = clinic::ReasonGroup::Skin;
    const auto row = call_rows::requests({request}, {{request.id, {2, instant("2027-03-02T11:30")}}}, {},
                                         instant("2027-03-02T12:00"))
                         .front();
    EXPECT_EQ(row.title, "Fleur Imaginaire");
    EXPECT_EQ(QString(row.note).replace(QChar(0xA0), QLatin1Char(' ')),
              "Pour licques · Peau · 2 appels sans réponse, le dernier 11 h 30");
}

TEST_F(CallRows, GroupPlacesByNearnessAndShowTheFirstHours) {
    plan::Programme programme;
    plan::Site near;
    near.id = {"b"};
    near.name = "Mairie";
    near.commune = "Alquines";
    programme.sites = {near};
    const auto offer = [](const char* site, const char* start, int free, bool isHere) {
        clinic::Offer made;
        made.occurrence.id = {{site}, parseLocal(start).value()};
        made.occurrence.site = {site};
        made.occurrence.start = parseLocal(start).value();
        made.isHere = isHere;
        made.drive = std::chrono::minutes(12);
        made.distance = Meters{9'600};
        for (int i = 0; i < free; ++i) {
            made.free.push_back({i, made.occurrence.start + i * std::chrono::minutes(20)});
        }
        return made;
    };
    const auto rows =
        call_rows::offers({offer("a", "2027-03-02T09:00", 4, true), offer("a", "2027-03-09T09:00", 1, true),
                           offer("b", "2027-03-03T14:00", 6, false)},
                          programme, QStringLiteral("Licques"));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].heading, "À Licques");
    EXPECT_EQ(rows[0].title, "Mardi 2 mars");
    EXPECT_EQ(rows[0].choices.size(), 4);
    EXPECT_EQ(rows[1].heading, "");
    EXPECT_EQ(rows[2].heading, "Dans les communes proches");
    EXPECT_EQ(QString(rows[2].stateText).replace(QChar(0xA0), QLatin1Char(' ')), "12 min de route, 9,6 km");
    ASSERT_EQ(rows[2].choices.size(), 5);
    EXPECT_EQ(rows[2].choices.back().toMap()["label"], "2 autres");
    EXPECT_EQ(rows[2].choices.front().toMap()["value"].toString(), "b@2027-03-03T14:00#0");
}

} // namespace
} // namespace medicobus::app
