// SPDX-License-Identifier: EUPL-1.2
#include "clinic/person/merge.h"
#include "tests/core/clinic/desk_test.h"

namespace medicobus::clinic {
namespace {

journal::OperationId operationAt(std::uint8_t when) {
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = when;
    return {Uuid(bytes)};
}

Fact said(std::uint8_t when, const std::string& kind, Json body = Json::object()) {
    Fact fact;
    fact.operation = operationAt(when);
    fact.time = {when, 0};
    fact.kind = kind;
    fact.body = std::move(body);
    return fact;
}

Json placeAt(int slot, const char* basis) {
    return {{"occurrence", "matin@2027-03-02T09:00"},
            {"slot", slot},
            {"promised", "2027-03-02T09:40"},
            {"basis", basis}};
}

Fact decided(std::uint8_t when, std::uint8_t claim, bool isConfirmed) {
    Json body = placeAt(0, "request");
    body["appointment"] = operationAt(99).text();
    body["operation"] = operationAt(claim).text();
    body["reason"] = "taken";
    return said(when, isConfirmed ? "claim_confirmed" : "claim_refused", body);
}

TEST(Claims, WaitUntilTheHubDecidesAndTheFirstDecisionStays) {
    EXPECT_EQ(standingOf({said(1, "booked", placeAt(2, "own"))}).claim, Claim::Own);
    EXPECT_EQ(standingOf({said(1, "booked", placeAt(2, "lease"))}).claim, Claim::Confirmed);
    EXPECT_EQ(standingOf({said(1, "booked", placeAt(2, "request"))}).claim, Claim::Requested);
    EXPECT_EQ(standingOf({said(1, "booked", placeAt(2, "request")), decided(5, 1, true)}).claim,
              Claim::Confirmed);
    const Standing refused =
        standingOf({decided(6, 1, true), decided(5, 1, false), said(1, "booked", placeAt(2, "request"))});
    EXPECT_EQ(refused.claim, Claim::ToReplace);
    EXPECT_EQ(refused.refusal->reason.known(), RefusalReason::Taken);
    EXPECT_TRUE(holdsOf(refused).empty());
}

TEST(Claims, KeepThePersonWhereTheyWereUntilTheMoveIsConfirmed) {
    const std::vector<Fact> asked{said(1, "booked", placeAt(2, "lease")),
                                  said(2, "moved", placeAt(5, "request"))};
    EXPECT_EQ(standingOf(asked).place->slot, 2);
    EXPECT_EQ(holdsOf(standingOf(asked)).size(), 2U);
    std::vector<Fact> confirmed = asked;
    confirmed.push_back(decided(4, 2, true));
    EXPECT_EQ(standingOf(confirmed).place->slot, 5);
    EXPECT_EQ(holdsOf(standingOf(confirmed)).size(), 1U);
    std::vector<Fact> refused = asked;
    refused.push_back(decided(4, 2, false));
    EXPECT_EQ(standingOf(refused).place->slot, 2);
    EXPECT_EQ(standingOf(refused).claim, Claim::Confirmed);
    EXPECT_TRUE(standingOf(refused).refusal);
    std::vector<Fact> withdrawn = asked;
    withdrawn.push_back(said(3, "cancelled"));
    withdrawn.push_back(decided(4, 2, true));
    EXPECT_TRUE(holdsOf(standingOf(withdrawn)).empty());
}

TEST(Claims, DoNotFollowAMoveToNoPlace) {
    Json nowhere = placeAt(5, "request");
    nowhere.erase("slot");
    const Standing stays = standingOf({said(1, "booked", placeAt(2, "lease")), said(2, "moved", nowhere)});
    EXPECT_EQ(stays.place->slot, 2);
    ASSERT_EQ(holdsOf(stays).size(), 1U);
    EXPECT_EQ(holdsOf(stays).front().place.slot, 2);
}

Fact ended(std::uint8_t when, std::uint8_t claim) {
    Fact fact = decided(when, claim, true);
    fact.kind = "claim_ended";
    return fact;
}

TEST(Claims, ThatTheHubEndedTakeAPlaceAgainOnlyByItsWord) {
    std::vector<Fact> facts{said(1, "booked", placeAt(2, "request")), decided(2, 1, true),
                            said(4, "cancelled"), ended(6, 1)};
    EXPECT_TRUE(holdsOf(standingOf(facts)).empty());
    // Said before the cancellation, and heard after the place was given back.
    facts.push_back(said(3, "absent"));
    EXPECT_EQ(standingOf(facts).state, AppointmentState::Absent);
    EXPECT_EQ(standingOf(facts).claim, Claim::Requested) << "nobody may say that it is confirmed";
    std::vector<Fact> refused = facts;
    refused.push_back(decided(7, 1, false));
    EXPECT_EQ(standingOf(refused).claim, Claim::ToReplace);
    EXPECT_TRUE(standingOf(refused).refusal);
    facts.push_back(decided(7, 1, true));
    EXPECT_EQ(standingOf(facts).claim, Claim::Confirmed);
    EXPECT_EQ(wordsIn({ended(9, 1), decided(8, 1, false)}).at(operationAt(1)).word, Word::Refused)
        << "a refusal stays";
    EXPECT_EQ(standingOf({said(1, "booked", placeAt(2, "lease")), ended(5, 1)}).claim, Claim::Requested)
        << "nor may the device that told it by its own share";
}

TEST(Claims, ShowTheRefusalOfTheLastMoveBesideAnEarlierOneThatWasConfirmed) {
    const Standing standing =
        standingOf({said(1, "booked", placeAt(2, "request")), decided(2, 1, true),
                    said(3, "moved", placeAt(5, "request")), said(4, "moved", placeAt(7, "request")),
                    decided(6, 4, false), decided(5, 3, true)});
    EXPECT_EQ(standing.place->slot, 5);
    EXPECT_EQ(standing.claim, Claim::Confirmed);
    ASSERT_TRUE(standing.refusal);
    EXPECT_EQ(standing.refusal->operation, operationAt(4));
}

TEST(Claims, ThatWereToldAreEndedOnlyByWhoKnewOfThem) {
    const auto cancelled = [](std::uint8_t when, std::vector<std::uint8_t> ends) {
        Fact fact = said(when, "cancelled");
        fact.body["ends"] = Json::array();
        for (const std::uint8_t each : ends) {
            fact.body["ends"].push_back(operationAt(each).text());
        }
        return fact;
    };
    const std::vector<Fact> moved{said(1, "booked", placeAt(2, "request")), decided(2, 1, true),
                                  said(5, "moved", placeAt(7, "request")), ended(8, 1), decided(9, 5, true)};
    for (const std::uint8_t when : std::vector<std::uint8_t>{4, 6, 10}) {
        std::vector<Fact> unaware = moved;
        unaware.push_back(cancelled(when, {1}));
        EXPECT_EQ(standingOf(unaware).state, AppointmentState::Booked) << int{when};
        EXPECT_EQ(standingOf(unaware).place->slot, 7) << int{when};
        EXPECT_EQ(standingOf(unaware).claim, Claim::Confirmed) << int{when};
    }
    // Heard by the hub before the move, it leaves nothing to decide.
    EXPECT_TRUE(holdsOf(standingOf({moved[0], moved[1], moved[2], cancelled(4, {1})})).empty());
    for (const std::uint8_t when : std::vector<std::uint8_t>{6, 10}) {
        std::vector<Fact> aware = moved;
        aware.push_back(cancelled(when, {1, 5}));
        EXPECT_EQ(standingOf(aware).state, AppointmentState::Cancelled) << int{when};
    }
    EXPECT_EQ(
        standingOf({moved[0], moved[1], cancelled(4, {1}), said(5, "moved", placeAt(7, "lease"))}).claim,
        Claim::Confirmed)
        << "told by a share";
    Fact back = said(6, "moved", placeAt(2, "request"));
    back.body["ends"] = {operationAt(1).text(), operationAt(5).text()};
    std::vector<Fact> withdrawn = moved;
    withdrawn.push_back(back);
    EXPECT_EQ(standingOf(withdrawn).place->slot, 2);
    EXPECT_EQ(standingOf(withdrawn).claim, Claim::Requested) << "its claim had ended";
}

class EnrolledDesk : public DeskTest {
protected:
    void SetUp() override {
        DeskTest::SetUp();
        ASSERT_EQ(codeIn(desk->setEnrolled()), "done");
    }
    void tell(const journal::Subject& subject, const char* kind, Json open) {
        journal::OperationDraft draft;
        draft.actor = "hub";
        draft.subject = subject;
        draft.kind = kind;
        draft.open = std::move(open);
        ASSERT_EQ(codeIn(desk->journal().append(draft)), "done");
    }
    void grant(std::set<LeasedPlace> places, const char* until) {
        const Lease lease{"l1", desk->journal().device(), morning, std::move(places),
                          toInstant(at(until)).value()};
        tell({"lease", "l1"}, leaseGrantedKind, toJson(lease));
    }
};

TEST_F(EnrolledDesk, ConfirmsInsideItsLeaseAloneAndEachPlaceOnce) {
    grant({{0, 0}, {1, 0}}, "2027-03-02T08:00");
    const AppointmentId inside = booked(morning, 0, "Imagine");
    const AppointmentId outside = booked(morning, 5, "Autre");
    EXPECT_EQ(desk->appointment(inside)->claim, Claim::Confirmed);
    EXPECT_EQ(desk->appointment(outside)->claim, Claim::Requested);
    ASSERT_EQ(desk->toConfirm()->size(), 1U);
    EXPECT_EQ(desk->toConfirm()->front().appointment.id, outside);
    ASSERT_EQ(codeIn(desk->cancel(inside, CancelCause::PatientAsked)), "done");
    EXPECT_TRUE(desk->book({morning, 0, person("Tiers"), {}, {}})->isRequest);
    EXPECT_EQ(desk->leases()->front().places, (std::set<LeasedPlace>{{1, 0}}));
    EXPECT_EQ(desk->releaseEndedLeases().value(), 0);
    clock.set("2027-03-02T08:00");
    EXPECT_TRUE(desk->book({morning, 1, person("Quart"), {}, {}})->isRequest);
    EXPECT_EQ(desk->releaseEndedLeases().value(), 1);
    EXPECT_EQ(desk->releaseEndedLeases().value(), 0);
    expectSound();
}

TEST_F(EnrolledDesk, GivesNoPlaceBackThatWasToldByAClaimRejectedSince) {
    grant({{0, 0}, {1, 0}}, "2027-03-02T08:00");
    const AppointmentId told = booked(morning, 0, "Imagine");
    const auto claim = desk->journal().ofSubject({"appointment", told.text()})->front();
    ASSERT_EQ(codeIn(desk->journal().acknowledge(claim.device, claim.seq,
                                                 {{claim.seq, "rejected", "unknown_key", {}}})),
              "done");
    EXPECT_EQ(desk->leases()->front().places, (std::set<LeasedPlace>{{1, 0}}));
    EXPECT_TRUE(desk->book({morning, 0, person("Tiers"), {}, {}})->isRequest);
    clock.set("2027-03-02T08:00");
    ASSERT_EQ(desk->releaseEndedLeases().value(), 1);
    const auto release = leaseReleaseFrom(desk->journal().ofSubject({"lease", "l1"})->back().open);
    ASSERT_TRUE(release);
    EXPECT_EQ(release->places, (std::set<LeasedPlace>{{1, 0}}));
}

TEST_F(EnrolledDesk, ListsWhomToCallWithAnotherPlaceToOffer) {
    const AppointmentId id = booked(morning, 5, "Imagine");
    const auto claim = desk->journal().ofSubject({"appointment", id.text()})->front().id;
    Decision refused;
    refused.appointment = id;
    refused.operation = claim;
    refused.place.occurrence = morning;
    refused.place.slot = 5;
    refused.refusal.emplace();
    refused.refusal->operation = claim;
    refused.refusal->place = refused.place;
    refused.refusal->reason = RefusalReason::Taken;
    tell({"appointment", id.text()}, refusedKind, toJson(refused));
    const auto toReplace = desk->toReplace().value();
    ASSERT_EQ(toReplace.size(), 1U);
    EXPECT_EQ(toReplace.front().mishap, Mishap::PlaceRefused);
    const auto calls = desk->callList().value();
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls.front().name, "Imagine Imaginaire");
    EXPECT_EQ(calls.front().alternatives.size(), 3U);
    EXPECT_EQ(desk->counts(morning)->free, 9);
    ASSERT_EQ(codeIn(desk->move(id, morning, 6)), "done");
    expectSound();
}

PatientFact fieldSaid(std::uint8_t when, const char* kind, Json open, Json fields) {
    PatientFact fact;
    fact.operation = operationAt(when);
    fact.time = {when, 0};
    fact.kind = kind;
    fact.open = std::move(open);
    fact.fields = std::move(fields);
    return fact;
}

TEST(Fields, ThatTwoPeopleChangedUnseenAreBothKeptUntilSomeoneChooses) {
    const auto seen = [](std::uint8_t when) { return Json{{"seen", {{"phone", operationAt(when).text()}}}}; };
    std::vector<PatientFact> facts{
        fieldSaid(1, "patient.registered", Json::object(), {{"family_name", "A"}, {"given_name", "B"}}),
        fieldSaid(2, "patient.corrected", seen(1), {{"phone", "+33233000001"}}),
        fieldSaid(3, "patient.corrected", seen(1), {{"phone", "+33233000002"}})};
    const auto both = mergePatient(facts).value();
    EXPECT_EQ(both.details.phone, "+33233000002");
    ASSERT_EQ(both.conflicts.size(), 1U);
    EXPECT_EQ(both.conflicts.front().values.back().value, "+33233000001");
    facts.push_back(fieldSaid(4, "patient.chosen",
                              {{"field", "phone"},
                               {"operation", operationAt(2).text()},
                               {"seen", {operationAt(2).text(), operationAt(3).text()}}},
                              Json::object()));
    std::reverse(facts.begin(), facts.end());
    const auto chosen = mergePatient(facts).value();
    EXPECT_EQ(chosen.details.phone, "+33233000001");
    EXPECT_TRUE(chosen.conflicts.empty());
    facts.push_back(fieldSaid(5, "patient.erased", Json::object(), Json::object()));
    EXPECT_TRUE(mergePatient(facts)->isErased);
}

} // namespace
} // namespace medicobus::clinic
