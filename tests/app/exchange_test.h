// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app_shell.h"
#include "first_plan.h"
#include "tests/app/hub_stand.h"
#include "tests/core/clinic/desk_test.h"
#include "tests/core/vault/vault_fixture.h"
#include "workspace.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace medicobus::app {

/// One device of a person: its folder, its keys, its application.
class AppDevice {
public:
    AppDevice(const Clock& clock, LinkMaker links) : m_clock(clock), m_links(std::move(links)) { start(); }

    /// Ends the application and starts it again on the same folder; locked.
    void start() {
        shell.reset();
        plan.reset();
        workspace =
            std::make_unique<Workspace>(std::filesystem::path(m_folder.path().toStdString()), m_clock);
        workspace->open();
        workspace->useVault(keys.doors(), keys.options);
        plan = std::make_unique<FirstPlan>(*workspace);
        shell = std::make_unique<AppShell>(*workspace, *plan, m_links);
    }
    void makeKeys() { ASSERT_TRUE(workspace->makeVault(vault::Device::marie())); }

    /// Types a code and asks; true once the hub knows the device.
    bool ask(const sync::InvitationCode& code) { return ask(QString::fromStdString(sync::textOf(code))); }
    bool ask(const QString& code) {
        shell->enrolment()->setCode(code);
        shell->enrolment()->ask();
        return QTest::qWaitFor([&] { return shell->enrolment()->stage() == "compare"; });
    }
    std::string enrolment() const { return readMembership(*workspace).enrolment; }
    bool becomesMember() {
        return QTest::qWaitFor([&] { return shell->enrolment()->stage() == "member"; }, 10'000);
    }
    /// Until the line at the top right says so; what may follow is the hour.
    bool says(const QString& text) {
        return QTest::qWaitFor([&] { return shell->send()->text().startsWith(text); }, 10'000);
    }
    clinic::Desk& desk() { return *workspace->desk(); }

    vault::Device keys;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<FirstPlan> plan;
    std::unique_ptr<AppShell> shell;

private:
    const Clock& m_clock;
    LinkMaker m_links;
    QTemporaryDir m_folder;
};

/// A hub and the devices round it, Tuesday 2 March 2027 at 8:00.
class ExchangeTest : public testing::Test {
protected:
    ExchangeTest() {
        static int count = 1;
        static char name[] = "test";
        static char* arguments[] = {name, nullptr};
        static QCoreApplication application(count, arguments);
        clock.set("2027-03-02T08:00");
    }

    /// A device that belongs to the hub.
    std::unique_ptr<AppDevice> join(sync::Role role, const std::string& commune = {}) {
        auto device = std::make_unique<AppDevice>(clock, stand.links());
        device->makeKeys();
        EXPECT_TRUE(device->ask(stand.invite(role, commune)))
            << device->shell->enrolment()->problem().toStdString();
        stand.approve(device->enrolment());
        EXPECT_TRUE(device->becomesMember()) << device->shell->enrolment()->problem().toStdString();
        return device;
    }

    clinic::SteppedClock clock;
    HubStand stand{clock};
};

} // namespace medicobus::app
