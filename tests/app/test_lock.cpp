// SPDX-License-Identifier: EUPL-1.2
#include "lock/idle_watch.h"
#include "lock/lock_page.h"
#include "lock/pin/pin_wait.h"
#include "tests/app/crew/crew_test.h"
#include "tests/core/vault/vault_fixture.h"
#include "vault/recovery_code.h"

#include <QAbstractItemModelTester>
#include <QEvent>
#include <QTest>

namespace medicobus::app {
namespace {

/// A workspace behind a real vault, whose keychain and clock a test holds.
class Lock : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        workspace->useVault(device.doors(), device.options);
        page = std::make_unique<LockPage>(*workspace);
    }
    void TearDown() override {
        page.reset();
        CrewTest::TearDown();
    }
    void type(const char* digits) {
        for (const char* each = digits; *each; ++each) {
            page->press(*each - '0');
        }
    }
    /// Types a PIN and waits for what comes of it.
    void enter(const char* digits) {
        type(digits);
        page->confirm();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !page->isChecking(); }));
    }
    void makeMarie() {
        page->setNewLabel("Marie");
        page->goOn();
        enter("4072");
        enter("4072");
        ASSERT_EQ(page->stage(), "open");
    }
    std::string why() const { return page->problem().toStdString(); }

    vault::Device device;
    std::unique_ptr<LockPage> page;
};

TEST_F(Lock, TheFirstPersonChoosesAPinTwice) {
    EXPECT_EQ(page->stage(), "name");
    EXPECT_FALSE(page->isOpen());
    EXPECT_FALSE(page->canGoOn());
    page->setNewLabel("  ");
    EXPECT_FALSE(page->canGoOn());
    page->setNewLabel("Marie");
    page->goOn();
    EXPECT_EQ(page->stage(), "choose");
    enter("4072");
    EXPECT_EQ(page->stage(), "again");
    EXPECT_EQ(page->digits(), 0);
    enter("4072");
    EXPECT_EQ(page->stage(), "open");
    EXPECT_EQ(page->userLabel(), "Marie");
    ASSERT_NE(workspace->vault(), nullptr);
    EXPECT_EQ(workspace->vault()->users().size(), 1U);
}

TEST_F(Lock, APinThatAnybodyGuessesIsRefusedInPlainWords) {
    page->setNewLabel("Marie");
    page->goOn();
    for (const char* weak : {"1111", "1234", "9876", "1212", "2027"}) {
        enter(weak);
        EXPECT_EQ(page->stage(), "choose") << weak;
        EXPECT_FALSE(page->problem().isEmpty()) << weak;
        EXPECT_FALSE(page->remedy().isEmpty()) << weak;
        EXPECT_EQ(page->digits(), 0) << "the digits go";
    }
    type("407");
    EXPECT_FALSE(page->canConfirm()) << "too short to be taken";
}

TEST_F(Lock, TwoDifferentEntriesMakeNoKey) {
    page->setNewLabel("Marie");
    page->goOn();
    enter("4072");
    enter("4073");
    EXPECT_EQ(page->stage(), "choose");
    EXPECT_TRUE(page->problem().contains("pas les mêmes"));
    EXPECT_EQ(workspace->vault(), nullptr);
    enter("4072");
    enter("4072");
    EXPECT_EQ(page->stage(), "open");
}

TEST_F(Lock, AWrongPinSaysHowManyTriesAreLeftThenHowLongToWait) {
    makeMarie();
    page->lock();
    EXPECT_EQ(page->stage(), "pin") << "one person: no choice to make";
    enter("9999");
    EXPECT_TRUE(page->problem().contains("2")) << why();
    EXPECT_EQ(page->digits(), 0);
    enter("9999");
    EXPECT_TRUE(page->problem().contains("1")) << why();
    enter("9999");
    EXPECT_TRUE(page->hasToWait());
    EXPECT_EQ(page->waitText().replace(QChar(0xA0), ' '), "Prochain essai dans 30 secondes");
    EXPECT_TRUE(page->spokenWait().contains("30"));
    page->press(4);
    EXPECT_EQ(page->digits(), 0) << "no digit is taken while waiting";
    device.clock.step(std::chrono::seconds(24));
    QSignalSpy waits(page.get(), &LockPage::waitChanged);
    ASSERT_TRUE(waits.wait(3000)) << "it counts down by itself";
    EXPECT_TRUE(page->waitText().contains("6"));
    EXPECT_TRUE(page->spokenWait().contains("10")) << "read out in steps of ten";
    device.clock.step(std::chrono::seconds(10));
    ASSERT_TRUE(waits.wait(3000));
    EXPECT_FALSE(page->hasToWait());
    enter("4072");
    EXPECT_EQ(page->stage(), "open");
}

TEST_F(Lock, AnotherPersonTakesOver) {
    makeMarie();
    ASSERT_TRUE(workspace->vault()->addUser({"u-paul", "Paul", "9318"}));
    page->refresh();
    page->changeUser();
    EXPECT_EQ(page->stage(), "people");
    EXPECT_EQ(page->userCount(), 2);
    page->chooseUser("u-paul");
    EXPECT_EQ(page->stage(), "pin");
    EXPECT_EQ(page->userLabel(), "Paul");
    enter("9318");
    EXPECT_EQ(page->stage(), "open");
    EXPECT_EQ(workspace->vault()->unlockedBy(), "u-paul");
    page->lock();
    EXPECT_EQ(page->userLabel(), "Paul") << "who was there last is proposed first";
    EXPECT_TRUE(page->goBack());
    EXPECT_EQ(page->stage(), "people");
}

TEST_F(Lock, ALostKeychainSaysWhatToDoAndLooksAgain) {
    makeMarie();
    page->lock();
    auto secrets = std::move(device.keychain.secrets);
    device.keychain.secrets.clear();
    enter("4072");
    EXPECT_EQ(page->stage(), "lost");
    EXPECT_FALSE(page->problem().isEmpty());
    EXPECT_FALSE(page->remedy().isEmpty());
    device.keychain.secrets = std::move(secrets);
    page->retry();
    EXPECT_EQ(page->stage(), "pin");
    enter("4072");
    EXPECT_EQ(page->stage(), "open");
}

TEST_F(Lock, AKeychainThatIsMissingMakesNothing) {
    device.keychain.refusal = vault::codes::keychainMissing;
    page->setNewLabel("Marie");
    page->goOn();
    enter("4072");
    enter("4072");
    EXPECT_EQ(page->stage(), "choose");
    EXPECT_FALSE(page->problem().isEmpty());
    EXPECT_EQ(workspace->vault(), nullptr);
}

TEST_F(Lock, ALongWaitIsToldInMinutesAndSeconds) {
    std::chrono::milliseconds left(0);
    PinWait wait([&] { return left; });
    const auto after = [&](std::chrono::seconds seconds) {
        left = seconds;
        wait.follow();
        return wait.text().replace(QChar(0xA0), ' ').toStdString();
    };
    EXPECT_EQ(after(std::chrono::seconds(0)), "");
    EXPECT_EQ(after(std::chrono::seconds(1)), "Prochain essai dans 1 seconde");
    EXPECT_EQ(after(std::chrono::seconds(60)), "Prochain essai dans 1 minute");
    EXPECT_EQ(after(std::chrono::seconds(61)), "Prochain essai dans 1 minute 1 seconde");
    EXPECT_EQ(after(std::chrono::seconds(900)), "Prochain essai dans 15 minutes");
    EXPECT_EQ(after(std::chrono::seconds(872)), "Prochain essai dans 14 minutes 32 secondes");
}

TEST_F(Lock, AForgottenPinIsReplacedByTheRecoveryKeyAlone) {
    makeMarie();
    EXPECT_FALSE(page->canRecover()) << "none was made yet";
    const auto pair = vault::Vault::makeRecoveryPair();
    ASSERT_TRUE(workspace->vault()->setRecoveryKey(pair.publicKey));
    const auto signKey = workspace->vault()->signPublicKey();
    book(morning, 0, "Imaginaire");
    page->lock();
    page->askForHelp();
    EXPECT_EQ(page->stage(), "help");
    page->startRecovery();
    ASSERT_EQ(page->stage(), "recover");
    const auto code = vault::recoveryCodeOf(pair.secretKey);
    const QString typed = QString::fromUtf8(code.view().data(), static_cast<qsizetype>(code.view().size()));
    page->recovery()->setCode(typed.left(20));
    EXPECT_FALSE(page->recovery()->isWhole());
    EXPECT_FALSE(page->recovery()->hint().isEmpty());
    page->takeRecoveryCode();
    EXPECT_EQ(page->stage(), "recover") << "not before it is whole";
    page->recovery()->setCode(typed.toLower().replace(' ', '-'));
    ASSERT_TRUE(page->recovery()->isWhole()) << page->recovery()->error().toStdString();
    page->takeRecoveryCode();
    EXPECT_EQ(page->stage(), "name");
    page->setNewLabel("Zoé");
    page->goOn();
    enter("5803");
    enter("5803");
    ASSERT_EQ(page->stage(), "open");
    EXPECT_EQ(page->userLabel(), QString::fromUtf8("Zoé"));
    EXPECT_EQ(workspace->vault()->signPublicKey(), signKey) << "the same device, so that what waits is sent";
    EXPECT_EQ(desk().findPatients("Imaginaire").value().size(), 1U) << "and what was noted is read again";
    EXPECT_TRUE(page->recovery()->code().isEmpty()) << "nothing typed is left";
}

TEST_F(Lock, AnotherRecoveryKeyOpensNothingAndSaysSo) {
    makeMarie();
    ASSERT_TRUE(workspace->vault()->setRecoveryKey(vault::Vault::makeRecoveryPair().publicKey));
    page->lock();
    page->startRecovery();
    const auto code = vault::recoveryCodeOf(vault::Vault::makeRecoveryPair().secretKey);
    page->recovery()->setCode(
        QString::fromUtf8(code.view().data(), static_cast<qsizetype>(code.view().size())));
    page->takeRecoveryCode();
    page->setNewLabel("Zoé");
    page->goOn();
    enter("5803");
    enter("5803");
    EXPECT_EQ(page->stage(), "recover");
    EXPECT_FALSE(page->isOpen());
    EXPECT_FALSE(page->problem().isEmpty());
    EXPECT_FALSE(page->remedy().isEmpty());
    EXPECT_TRUE(page->goBack());
    EXPECT_EQ(page->stage(), "pin") << "Marie's PIN still opens it";
    enter("4072");
    EXPECT_EQ(page->stage(), "open");
}

TEST_F(Lock, ADestroyedWrapIsRebuiltByTheRecoveryKey) {
    makeMarie();
    const auto pair = vault::Vault::makeRecoveryPair();
    ASSERT_TRUE(workspace->vault()->setRecoveryKey(pair.publicKey));
    book(morning, 0, "Imaginaire");
    ASSERT_TRUE(workspace->destroyVault());
    workspace->lock();
    workspace->openVault();
    ASSERT_EQ(page->stage(), "lost");
    EXPECT_TRUE(page->canRecover());
    page->startRecovery();
    const auto code = vault::recoveryCodeOf(pair.secretKey);
    page->recovery()->setCode(
        QString::fromUtf8(code.view().data(), static_cast<qsizetype>(code.view().size())));
    page->takeRecoveryCode();
    page->setNewLabel("Marie");
    page->goOn();
    enter("5803");
    enter("5803");
    ASSERT_EQ(page->stage(), "open");
    EXPECT_EQ(desk().findPatients("Imaginaire").value().size(), 1U);
}

TEST_F(Lock, NobodyForFiveMinutesLocksAndATouchComesTooLate) {
    makeMarie();
    IdleWatch watch(*workspace, *QCoreApplication::instance());
    const auto touch = [] {
        QObject somewhere;
        // A bare event: one of a pointing device needs an application with windows.
        QEvent press(QEvent::MouseButtonPress);
        QCoreApplication::sendEvent(&somewhere, &press);
    };
    device.clock.step(std::chrono::minutes(4));
    touch();
    device.clock.step(std::chrono::minutes(4));
    touch();
    EXPECT_TRUE(page->isOpen()) << "somebody was there all the time";
    device.clock.step(std::chrono::minutes(5));
    touch();
    EXPECT_FALSE(page->isOpen()) << "the touch that wakes the device does not keep it open";
}

TEST_F(Lock, KeepsThePlaceAndWhatWasTyped) {
    makeMarie();
    book(morning, 0, "Imaginaire");
    openMorning();
    space->bookSlot(1);
    space->booking()->person()->setQuery("Inventé");
    space->booking()->person()->startNew();
    space->booking()->person()->setGivenName("Octave");
    page->lock();
    EXPECT_EQ(space->stop()->people()->rowCount(), 0);
    EXPECT_EQ(space->booking()->person()->givenName(), "");
    EXPECT_FALSE(workspace->local("crew.place").isEmpty());
    EXPECT_FALSE(workspace->local("crew.place").contains("Octave")) << "sealed";
    enter("4072");
    EXPECT_EQ(space->page(), "book");
    EXPECT_EQ(space->booking()->person()->givenName(), "Octave");
    EXPECT_EQ(space->booking()->place(), "1");
    EXPECT_EQ(workspace->local("crew.place"), "");
}

TEST_F(Lock, AFormThatWasOpenWhenTheProgramDiedIsThereOnceThePinIsGiven) {
    makeMarie();
    const QString id = book(morning, 0, "Imaginaire");
    clock.set("2027-03-02T09:10");
    openMorning();
    space->stop()->choose(id, "visit");
    space->visit()->setText("à moitié écr");
    // Killed: nothing was put away.
    page.reset();
    restart();
    workspace->useVault(device.doors(), device.options);
    page = std::make_unique<LockPage>(*workspace);
    EXPECT_NE(space->page(), "visit");
    page->chooseUser(QString::fromStdString(workspace->vault()->users().front().id));
    enter("4072");
    ASSERT_TRUE(page->isOpen()) << why();
    EXPECT_EQ(space->page(), "visit");
    EXPECT_EQ(space->visit()->text(), "à moitié écr");
    EXPECT_EQ(space->feedback()->problem(), "") << "what failed while the keys were away is of no use now";
}

/// Marie and Paul share the device, and Marie has begun the form of the first person of the morning.
class SharedTablet : public Lock {
protected:
    void SetUp() override {
        Lock::SetUp();
        makeMarie();
        ASSERT_TRUE(workspace->vault()->addUser(vault::Device::paul()));
        page->refresh();
        marie = workspace->vault()->unlockedBy();
        appointment = book(morning, 0, "Imaginaire");
        goTo("2027-03-02T09:20");
        openMorning();
        space->stop()->choose(appointment, "visit");
        ASSERT_EQ(space->page(), "visit");
        space->visit()->setText("à moitié écr");
    }
    void handTo(const std::string& user, const char* pin) {
        page->changeUser();
        page->chooseUser(QString::fromStdString(user));
        enter(pin);
        ASSERT_EQ(page->stage(), "open");
    }

    std::string marie;
    QString appointment;
};

TEST_F(SharedTablet, LockedByIdlenessKeepsTheFormThatWasTyped) {
    device.clock.step(std::chrono::minutes(5));
    ASSERT_TRUE(workspace->lockIfIdle());
    EXPECT_EQ(space->visit()->text(), "");
    enter("4072");
    EXPECT_EQ(space->page(), "visit");
    EXPECT_EQ(space->visit()->text(), QString::fromUtf8("à moitié écr"));
}

TEST_F(SharedTablet, KeepsThePlaceForWhoeverComesAndTheDraftForItsAuthor) {
    handTo("u-paul", "9318");
    EXPECT_EQ(space->page(), "list") << "where Marie was, without her form";
    ASSERT_EQ(space->stop()->stop(), morning);
    EXPECT_FALSE(row(0).flags.contains("Fiche commencée"));
    space->stop()->choose(appointment, "visit");
    EXPECT_EQ(space->visit()->text(), "");
    space->goBack();
    space->goBack();
    ASSERT_EQ(space->page(), "today");
    handTo(marie, "4072");
    EXPECT_EQ(space->page(), "visit") << "her form comes back to her";
    EXPECT_EQ(space->visit()->text(), QString::fromUtf8("à moitié écr"));
    space->goBack();
    handTo("u-paul", "9318");
    EXPECT_EQ(space->page(), "list");
}

TEST_F(SharedTablet, KilledWithAFormOpenGivesItBackOnlyToItsAuthor) {
    page.reset();
    restart();
    workspace->useVault(device.doors(), device.options);
    page = std::make_unique<LockPage>(*workspace);
    page->chooseUser("u-paul");
    enter("9318");
    EXPECT_EQ(space->page(), "today");
    handTo(marie, "4072");
    EXPECT_EQ(space->page(), "visit");
    EXPECT_EQ(space->visit()->text(), QString::fromUtf8("à moitié écr"));
}

TEST_F(SharedTablet, TellsWhoDidWhatAndWhen) {
    space->goBack();
    handTo("u-paul", "9318");
    space->stop()->advance(appointment);
    QStringList acts = space->stop()->acts(appointment);
    acts.replaceInStrings(QString(QChar(0xA0)), " ");
    EXPECT_EQ(acts, QStringList({"Rendez-vous donné par Marie à 8 h", "Arrivée notée par Paul à 9 h 20"}));
    goTo("2027-03-03T09:00");
    EXPECT_TRUE(space->stop()->acts(appointment).last().contains("mardi 2 mars"));
    ASSERT_TRUE(workspace->vault()->removeUser(marie));
    EXPECT_FALSE(space->stop()->acts(appointment).first().contains("Marie")) << "no name is kept of who left";
    page->lock();
    EXPECT_TRUE(space->stop()->acts(appointment).isEmpty());
}

} // namespace
} // namespace medicobus::app
