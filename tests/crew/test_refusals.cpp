// SPDX-License-Identifier: EUPL-1.2
#include "tests/crew/tablet.h"

namespace medicobus::test {
namespace {

using clinic::NextStep;

class Refusals : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        publish();
        other = tablet("other");
        other->join(*place, sync::Role::Coordination);
        clinic::Desk& first = *coordination->desk;
        ASSERT_EQ(codeIn(first.moveOccurrence(morning, clinic::at("2027-03-02T09:30"),
                                              clinic::at("2027-03-02T12:00"), "chantier")),
                  "done");
    }
    void TearDown() override {
        other.reset();
        CrewTest::TearDown();
    }
    std::vector<clinic::Refused> refused() const { return other->desk->refusals().value(); }

    std::unique_ptr<Tablet> other;
};

TEST_F(Refusals, AnEditMadeOnAnOldBaseIsSeenAndMadeAgainOnTheNewOne) {
    ASSERT_EQ(codeIn(other->desk->cancelOccurrence(morning, "panne")), "done");
    coordination->exchange();
    other->exchange();
    ASSERT_EQ(refused().size(), 1U);
    const clinic::Refused seen = refused().front();
    EXPECT_EQ(seen.kind, "passage.cancelled");
    EXPECT_EQ(seen.subject.id, morning.text());
    EXPECT_EQ(seen.reason, "stale_base");
    EXPECT_FALSE(seen.isConflict);
    EXPECT_EQ(seen.next, NextStep::Redo);
    const auto came = other->desk->journal().operation(seen.by.value()).value();
    EXPECT_EQ(came->kind, "passage.moved");
    EXPECT_EQ(other->desk->occurrence(morning)->status, plan::Occurrence::Status::Moved);

    const auto again = other->desk->redo(seen.operation);
    ASSERT_TRUE(again) << codeIn(again);
    EXPECT_EQ(again->passages.front().status, plan::Occurrence::Status::Cancelled);
    EXPECT_TRUE(refused().empty());
    EXPECT_EQ(codeIn(other->desk->redo(seen.operation)), "clinic.cannot_redo");
    other->exchange();
    coordination->exchange();
    EXPECT_TRUE(refused().empty());
    EXPECT_EQ(coordination->desk->occurrence(morning)->status, plan::Occurrence::Status::Cancelled);
    EXPECT_EQ(coordination->desk->occurrence(morning)->reason, "panne");
}

TEST_F(Refusals, AClosureMadeOnAnOldBaseIsMadeAgainToo) {
    coordination->exchange();
    other->exchange();
    const plan::SiteKey site{"brumeval"};
    const auto from = clinic::day("2027-03-16");
    ASSERT_EQ(codeIn(coordination->desk->closeSite(site, from, from, "élection")), "done");
    ASSERT_EQ(codeIn(other->desk->closeSite(site, from, clinic::day("2027-03-23"), "travaux")), "done");
    coordination->exchange();
    other->exchange();
    ASSERT_EQ(refused().size(), 1U);
    ASSERT_EQ(codeIn(other->desk->redo(refused().front().operation)), "done");
    other->exchange();
    EXPECT_TRUE(refused().empty());
    EXPECT_EQ(other->desk->programme()->closures.size(), 2U);
}

TEST_F(Refusals, WhatThisRoleMayNotDoIsForAnother) {
    auto crew = tablet("crew", Tablet::Crew::Makes);
    crew->join(*place, sync::Role::Crew);
    ASSERT_EQ(codeIn(crew->desk->cancelOccurrence(evening, "neige")), "done");
    crew->exchange();
    const auto seen = crew->desk->refusals().value();
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().next, NextStep::AskCoordination);
    EXPECT_NE(crew->desk->occurrence(evening)->status, plan::Occurrence::Status::Cancelled);
    EXPECT_EQ(codeIn(crew->desk->redo(seen.front().operation)), "clinic.cannot_redo");
    ASSERT_EQ(codeIn(crew->desk->dismissRefusal(seen.front().operation)), "done");
    EXPECT_TRUE(crew->desk->refusals()->empty());
}

TEST_F(Refusals, AConflictIsForSomebodyToChoose) {
    auto one = tablet("one", Tablet::Crew::Makes);
    one->join(*place, sync::Role::Crew);
    auto two = tablet("two");
    two->join(*place, sync::Role::Crew, one.get());
    const auto who =
        one->desk->registerPatient({"Dupré-Fictif", "Anne", clinic::day("1951-03-12"), "", "99001"}).value();
    one->exchange();
    two->exchange();
    const auto rename = [&](Tablet& at, const std::string& name) {
        auto details = at.desk->patient(who)->details;
        details.familyName = name;
        ASSERT_EQ(codeIn(at.desk->correctPatient(who, details)), "done");
    };
    rename(*one, "Dupret-Fictif");
    rename(*two, "Duprey-Fictif");
    one->exchange();
    two->exchange();
    const auto seen = two->desk->refusals().value();
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_TRUE(seen.front().isConflict);
    EXPECT_EQ(seen.front().next, NextStep::ChooseValue);
    EXPECT_EQ(two->desk->conflicts()->size(), 1U);
}

} // namespace
} // namespace medicobus::test
