// SPDX-License-Identifier: EUPL-1.2
#include "lock/lock_page.h"
#include "lock/team_page.h"
#include "tests/app/crew/crew_test.h"
#include "tests/core/vault/vault_fixture.h"
#include "vault/recovery_code.h"

#include <QTest>

namespace medicobus::app {
namespace {

/// A device that Marie has opened.
class Team : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        workspace->useVault(device.doors(), device.options);
        ASSERT_TRUE(workspace->makeVault(vault::Device::marie()));
        team = std::make_unique<TeamPage>(*workspace);
    }
    void TearDown() override {
        team.reset();
        CrewTest::TearDown();
    }
    void enter(const char* digits) {
        for (const char* each = digits; *each; ++each) {
            team->press(*each - '0');
        }
        team->confirm();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !team->isChecking(); }));
    }
    QString idOf(const QString& label) const {
        for (const auto& row : team->users()->rows()) {
            if (row.label == label) {
                return row.id;
            }
        }
        return {};
    }
    bool opens(const QString& user, const char* pin) {
        workspace->lock();
        return workspace->unlock(user.toStdString(), pin).has_value();
    }

    vault::Device device;
    std::unique_ptr<TeamPage> team;
};

TEST_F(Team, AColleagueGetsAPinOfTheirOwn) {
    EXPECT_EQ(team->stage(), "list");
    team->addPerson();
    EXPECT_EQ(team->stage(), "name");
    team->setNewLabel(" Paul ");
    team->goOn();
    EXPECT_EQ(team->userLabel(), "Paul");
    enter("1234");
    EXPECT_EQ(team->stage(), "choose") << "one that anybody guesses";
    EXPECT_FALSE(team->problem().isEmpty());
    enter("9318");
    EXPECT_EQ(team->stage(), "again");
    enter("9318");
    EXPECT_EQ(team->stage(), "list");
    EXPECT_TRUE(team->done().contains("Paul")) << team->done().toStdString();
    ASSERT_EQ(team->userCount(), 2);
    const QString paul = idOf("Paul");
    EXPECT_TRUE(opens(paul, "9318"));
    EXPECT_TRUE(opens("u-marie", "4072")) << "Marie's own is as it was";
    EXPECT_FALSE(opens(paul, "4072"));
}

TEST_F(Team, ANewPinReplacesTheOldOne) {
    team->changePin("u-marie");
    EXPECT_EQ(team->stage(), "choose");
    EXPECT_EQ(team->userLabel(), "Marie");
    enter("5803");
    enter("5804");
    EXPECT_EQ(team->stage(), "choose") << "typed once wrong";
    EXPECT_FALSE(team->problem().isEmpty());
    enter("5803");
    enter("5803");
    EXPECT_EQ(team->stage(), "list");
    EXPECT_FALSE(opens("u-marie", "4072"));
    EXPECT_TRUE(opens("u-marie", "5803"));
}

TEST_F(Team, SomebodyIsTakenOffOnceItWasConfirmedAndNobodyTakesThemselvesOff) {
    ASSERT_TRUE(workspace->vault()->addUser(vault::Device::paul()));
    team->reset();
    team->askToRemove("u-marie");
    EXPECT_EQ(team->removing(), "") << "she is here";
    team->askToRemove("u-paul");
    EXPECT_EQ(team->removing(), "u-paul");
    team->keep();
    EXPECT_EQ(team->userCount(), 2);
    team->askToRemove("u-paul");
    team->remove();
    EXPECT_EQ(team->userCount(), 1);
    EXPECT_TRUE(team->done().contains("Paul"));
    EXPECT_FALSE(opens("u-paul", "9318"));
}

TEST_F(Team, TheRecoveryKeyCountsOnlyOnceItWasWrittenDown) {
    EXPECT_FALSE(team->hasRecovery());
    team->makeRecovery();
    EXPECT_EQ(team->stage(), "code");
    const QString shown = team->recoveryCode();
    EXPECT_TRUE(team->goBack());
    EXPECT_FALSE(team->hasRecovery()) << "given up";
    EXPECT_EQ(team->recoveryCode(), "");
    team->makeRecovery();
    const QString code = team->recoveryCode();
    EXPECT_NE(code, shown);
    team->takeRecovery();
    EXPECT_EQ(team->stage(), "list");
    EXPECT_TRUE(team->hasRecovery());
    EXPECT_EQ(team->recoveryCode(), "") << "shown once";
    workspace->lock();
    const auto key = vault::readRecoveryCode(code.toStdString());
    ASSERT_TRUE(key);
    EXPECT_TRUE(workspace->recoverVault(*key, vault::Device::paul()));
}

TEST_F(Team, TheKeyOfAnotherTabletIsTyped) {
    const auto pair = vault::Vault::makeRecoveryPair();
    const auto code = vault::recoveryCodeOf(pair.secretKey);
    team->typeRecovery();
    EXPECT_EQ(team->stage(), "known");
    team->takeRecovery();
    EXPECT_FALSE(team->hasRecovery()) << "not whole yet";
    QString slip = QString::fromUtf8(code.view().data(), static_cast<qsizetype>(code.view().size()));
    slip[0] = slip[0] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    team->recovery()->setCode(slip);
    EXPECT_FALSE(team->recovery()->error().isEmpty()) << "a slip is told";
    team->recovery()->setCode(QStringLiteral("ABCU"));
    EXPECT_TRUE(team->recovery()->error().contains("U"));
    team->recovery()->setCode(
        QString::fromUtf8(code.view().data(), static_cast<qsizetype>(code.view().size())));
    team->takeRecovery();
    EXPECT_TRUE(team->hasRecovery());
}

TEST_F(Team, LockingLeavesNothingHalfTyped) {
    team->addPerson();
    team->setNewLabel("Paul");
    team->goOn();
    team->press(9);
    workspace->lock();
    EXPECT_EQ(team->stage(), "none");
    EXPECT_EQ(team->digits(), 0);
    EXPECT_EQ(team->newLabel(), "");
    EXPECT_EQ(team->userCount(), 0);
}

} // namespace
} // namespace medicobus::app
