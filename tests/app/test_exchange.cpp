// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/exchange_test.h"

namespace medicobus::app {
namespace {

class Exchange : public ExchangeTest {
protected:
    static bool hearsOfOne(DevicesPage& devices) {
        return QTest::qWaitFor(
            [&] {
                devices.refresh();
                return devices.requestCount() == 1;
            },
            10'000);
    }
    /// A device asks with the code that is shown, and both sides show the same digits.
    static DeviceRow askedBy(AppDevice& device, DevicesPage& devices) {
        EXPECT_TRUE(device.ask(devices.codeUri()));
        if (!hearsOfOne(devices)) {
            ADD_FAILURE() << "nobody asked";
            return {};
        }
        const DeviceRow request = devices.requests()->rows().front();
        EXPECT_EQ(request.digits, device.shell->enrolment()->digits());
        return request;
    }
};

TEST_F(Exchange, ADeviceWorksAloneUntilItIsEnrolled) {
    AppDevice device(clock, stand.links());
    EXPECT_EQ(device.shell->send()->text(), "Cet appareil travaille seul");
    EXPECT_TRUE(device.shell->send()->canEnrol());
    EXPECT_EQ(device.shell->enrolment()->stage(), "locked") << "its keys come first";
    device.makeKeys();
    EXPECT_EQ(device.shell->enrolment()->stage(), "code");
    QTest::qWait(20);
    EXPECT_EQ(stand.calls, 0) << "nobody is called";
}

TEST_F(Exchange, AMistypedLetterIsToldAtOnceAndAWholeCodeSaysWhatItIs) {
    AppDevice device(clock, stand.links());
    device.makeKeys();
    EnrolmentPage& page = *device.shell->enrolment();
    const QString code = QString::fromStdString(sync::textOf(stand.invite(sync::Role::TownHall, "62024")));
    page.setCode(code.left(9));
    EXPECT_EQ(page.codeError(), "");
    EXPECT_FALSE(page.codeHint().isEmpty());
    page.setCode(code.left(9) + "U");
    EXPECT_TRUE(page.codeError().contains("U")) << page.codeError().toStdString();
    EXPECT_FALSE(page.canAsk());
    page.setCode(code.toLower().replace(' ', '-'));
    EXPECT_EQ(page.stage(), "ask");
    EXPECT_EQ(page.codeError(), "");
    EXPECT_EQ(page.hubText(), "https://hub.exemple.fr");
    EXPECT_TRUE(page.roleText().contains("62024"));
    page.setDeviceName(" ");
    EXPECT_FALSE(page.canAsk()) << "a device has a name";
}

TEST_F(Exchange, BothSidesShowTheSameSixDigitsAndApprovalEndsTheWait) {
    AppDevice device(clock, stand.links());
    device.makeKeys();
    ASSERT_TRUE(device.ask(stand.invite(sync::Role::Crew)));
    EXPECT_EQ(device.shell->enrolment()->digits().size(), 7) << "six digits in two groups";
    EXPECT_EQ(device.shell->send()->text(), "Inscription à approuver");
    const QString digits = device.shell->enrolment()->digits();
    device.start();
    EXPECT_EQ(device.shell->enrolment()->stage(), "compare") << "a restart goes on asking";
    ASSERT_TRUE(device.workspace->unlock("u-marie", "4072"));
    EXPECT_EQ(device.shell->enrolment()->digits(), digits);
    stand.approve(device.enrolment());
    ASSERT_TRUE(device.becomesMember());
    EXPECT_TRUE(device.desk().isEnrolled());
    EXPECT_TRUE(device.says(QString::fromUtf8("Synchronisé"))) << device.shell->send()->text().toStdString();
}

TEST_F(Exchange, ARefusalIsToldAndLetsBeginAgain) {
    AppDevice device(clock, stand.links());
    device.makeKeys();
    ASSERT_TRUE(device.ask(stand.invite(sync::Role::Crew)));
    stand.approve(device.enrolment(), false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return device.shell->enrolment()->stage() == "refused"; }, 10'000));
    device.shell->enrolment()->startAgain();
    EXPECT_EQ(device.shell->enrolment()->stage(), "code");
    EXPECT_EQ(device.shell->send()->text(), "Cet appareil travaille seul");
}

TEST_F(Exchange, AUsedCodeIsRefusedInPlainWords) {
    const auto code = stand.invite(sync::Role::Crew);
    AppDevice first(clock, stand.links());
    first.makeKeys();
    ASSERT_TRUE(first.ask(code));
    AppDevice second(clock, stand.links());
    second.makeKeys();
    second.shell->enrolment()->setCode(QString::fromStdString(sync::uriOf(code)));
    second.shell->enrolment()->ask();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !second.shell->enrolment()->problem().isEmpty(); }));
    EXPECT_FALSE(second.shell->enrolment()->remedy().isEmpty());
    EXPECT_EQ(second.shell->enrolment()->stage(), "ask") << "another code may be typed";
}

TEST_F(Exchange, WhatIsDoneHereArrivesThereAndSynchronisedIsSaidOnlyThen) {
    auto office = join(sync::Role::Coordination);
    auto tablet = join(sync::Role::Crew);
    ASSERT_TRUE(tablet->says(QString::fromUtf8("Synchronisé")));
    stand.isDown = true;
    ASSERT_TRUE(office->workspace->publish(clinic::twoStops()));
    EXPECT_EQ(office->shell->send()->text(), QString::fromUtf8("1 à envoyer"));
    office->shell->send()->sendNow();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return office->shell->send()->tone() == "look" && !office->shell->send()->isRunning(); }));
    EXPECT_EQ(office->shell->send()->text(), QString::fromUtf8("1 à envoyer")) << "nobody acknowledged it";
    clock.set("2027-03-02T08:12");
    EXPECT_EQ(office->shell->send()->text().replace(QChar(0xA0), ' '),
              QString::fromUtf8("1 à envoyer, 12 min"));
    stand.isDown = false;
    office->shell->send()->sendNow();
    ASSERT_TRUE(office->says(QString::fromUtf8("Synchronisé"))) << office->shell->send()->why().toStdString();
    EXPECT_EQ(tablet->workspace->programme(), nullptr);
    tablet->shell->send()->sendNow();
    ASSERT_TRUE(QTest::qWaitFor([&] { return tablet->workspace->programme() != nullptr; }));
}

TEST_F(Exchange, ALockedDeviceSendsNothingAndSaysSo) {
    auto tablet = join(sync::Role::Crew);
    ASSERT_TRUE(tablet->says(QString::fromUtf8("Synchronisé")));
    tablet->shell->lock()->lock();
    const int calls = stand.calls;
    tablet->shell->send()->sendNow();
    QTest::qWait(20);
    EXPECT_EQ(stand.calls, calls);
    EXPECT_FALSE(tablet->shell->send()->canSend());
    EXPECT_TRUE(tablet->shell->send()->why().contains("verrouillé"));
}

TEST_F(Exchange, ScreensGoOnWhileTheNetworkIsSlow) {
    auto office = join(sync::Role::Coordination);
    ASSERT_TRUE(office->says(QString::fromUtf8("Synchronisé")));
    ASSERT_TRUE(office->workspace->publish(clinic::twoStops()));
    // A second change in the very moment in which the first is on its way.
    office->shell->send()->sendNow();
    EXPECT_TRUE(office->workspace->programme());
    auto again = clinic::twoStops();
    again.version.clear();
    again.name = "Encore";
    ASSERT_TRUE(office->workspace->publish(again));
    ASSERT_TRUE(office->says(QString::fromUtf8("Synchronisé")));
    EXPECT_EQ(office->workspace->programme()->name, "Encore");
}

TEST_F(Exchange, CoordinationAddsADeviceAndShutsOneOut) {
    auto office = join(sync::Role::Coordination);
    DevicesPage& devices = *office->shell->coordination()->devices();
    ASSERT_EQ(devices.stage(), "list");
    devices.setShown(true);
    devices.setRole("town_hall");
    EXPECT_FALSE(devices.canInvite()) << "which commune?";
    devices.setCommune("62024");
    devices.invite();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !devices.codeText().isEmpty(); }))
        << devices.problem().toStdString();
    EXPECT_TRUE(devices.codeUri().startsWith("MEDICOBUS:"));

    AppDevice townHall(clock, stand.links());
    townHall.makeKeys();
    const DeviceRow request = askedBy(townHall, devices);
    devices.approve(request.id);
    ASSERT_TRUE(townHall.becomesMember());
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return devices.requestCount() == 0 && devices.deviceCount() == 2; }, 10'000));

    const auto& rows = devices.devices()->rows();
    const auto other =
        std::find_if(rows.begin(), rows.end(), [](const DeviceRow& row) { return row.canRevoke; });
    ASSERT_NE(other, rows.end());
    const QString key = other->id;
    DeviceRevocation& revocation = *devices.revocation();
    revocation.ask(key);
    EXPECT_EQ(revocation.device(), key);
    revocation.choose(false);
    EXPECT_TRUE(revocation.isDue());
    EXPECT_EQ(revocation.secondsLeft(), 10);
    revocation.takeBack();
    EXPECT_FALSE(revocation.isDue()) << "nothing was said to the hub yet";
    revocation.ask(key);
    revocation.choose(false);
    revocation.carryOut();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            const DeviceRow* row = devices.devices()->find(key);
            return row && row->state == QString::fromUtf8("Révoqué");
        },
        10'000));
    townHall.shell->send()->sendNow();
    EXPECT_TRUE(townHall.says(QString::fromUtf8("Appareil révoqué")));
}

TEST_F(Exchange, WhoCannotApproveIsToldSoAndARefusalStaysOnTheScreen) {
    auto office = join(sync::Role::Coordination);
    DevicesPage& devices = *office->shell->coordination()->devices();
    AppDevice tablet(clock, stand.links());
    tablet.makeKeys();
    ASSERT_TRUE(tablet.ask(stand.invite(sync::Role::Crew)));
    ASSERT_TRUE(hearsOfOne(devices));
    EXPECT_FALSE(devices.requests()->rows().front().warning.isEmpty()) << "it has no key to hand on";
    devices.approve(devices.requests()->rows().front().id);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !devices.problem().isEmpty(); }, 10'000));
    devices.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !devices.isBusy(); }, 10'000));
    EXPECT_FALSE(devices.problem().isEmpty()) << "looking again does not take it away";
    EXPECT_EQ(tablet.shell->enrolment()->stage(), "compare");
}

TEST_F(Exchange, ATabletOfTheCrewApprovesAnotherAndHandsOnTheKey) {
    auto first = join(sync::Role::Crew);
    ASSERT_TRUE(first->says(QString::fromUtf8("Synchronisé")));
    DevicesPage& devices = *first->shell->coordination()->devices();
    EXPECT_TRUE(devices.isCrew());
    devices.setShown(true);
    devices.invite();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !devices.codeUri().isEmpty(); }))
        << devices.problem().toStdString();
    AppDevice second(clock, stand.links());
    second.makeKeys();
    const DeviceRow request = askedBy(second, devices);
    EXPECT_EQ(request.warning, "") << "this tablet holds the crew's key";
    devices.approve(request.id);
    ASSERT_TRUE(second.becomesMember());
    EXPECT_EQ(second.workspace->vault()->crewKeyId(), first->workspace->vault()->crewKeyId());
}

} // namespace
} // namespace medicobus::app
