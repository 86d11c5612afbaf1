// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app_shell.h"
#include "first_plan.h"
#include "lock/workspace_wraps.h"
#include "platform/clock/system_boot_clock.h"
#include "platform/network/curl_hub_link.h"
#include "workspace.h"

#include <QProcess>
#include <QTest>

#include <cstdio>
#include <functional>

// What programs share that use the application against a real hub: each step says what holds, or ends the
// program with 1.

namespace medicobus::app {

inline constexpr int patience = 30'000;

[[noreturn]] inline void fail(const QString& what) {
    std::fprintf(stderr, "failed: %s\n", qUtf8Printable(what));
    std::exit(1);
}

inline void expect(bool holds, const char* what, const QString& seen = {}) {
    if (!holds) {
        fail(QString::fromUtf8(what) + QStringLiteral(": ") + seen);
    }
    std::printf("%s\n", what);
    std::fflush(stdout);
}

template <typename Condition>
void await(const Condition& condition, const char* what, const std::function<QString()>& seen = {}) {
    const bool holds = QTest::qWaitFor(condition, patience);
    expect(holds, what, !holds && seen ? seen() : QString());
}

/// One device, made as `main` makes it.
class RealDevice {
public:
    /// What is given must outlive it.
    RealDevice(std::filesystem::path folder, const Clock& clock, vault::SecretStore& keychain)
        : m_folder(std::move(folder)), m_clock(clock), m_keychain(keychain) {
        start();
    }

    void start() {
        shell.reset();
        m_plan.reset();
        workspace = std::make_unique<Workspace>(m_folder, m_clock);
        m_wraps = std::make_unique<WorkspaceWraps>(*workspace);
        expect(workspace->open(), "the store opens");
        workspace->useVault({m_keychain, *m_wraps, m_bootClock});
        m_plan = std::make_unique<FirstPlan>(*workspace);
        shell = std::make_unique<AppShell>(*workspace, *m_plan, [](const Membership& hub) {
            return std::make_unique<CurlHubLink>(hub.hub, hub.tlsKey);
        });
    }
    void enter(const char* digits) {
        for (const char* each = digits; *each; ++each) {
            shell->lock()->press(*each - '0');
        }
        shell->lock()->confirm();
        await([&] { return !shell->lock()->isChecking(); }, "the PIN was looked at");
    }
    void makeFirst(const char* label, const char* pin) {
        expect(shell->lock()->stage() == "name", "a new device asks who is there", shell->lock()->stage());
        shell->lock()->setNewLabel(QString::fromUtf8(label));
        shell->lock()->goOn();
        enter(pin);
        enter(pin);
        expect(shell->lock()->isOpen(), "its keys are made, with the system's keychain",
               shell->lock()->problem());
    }
    /// Types a code and asks; the id under which it waits.
    QString ask(const QString& code) {
        shell->enrolment()->setCode(code);
        expect(shell->enrolment()->stage() == "ask", "the code is whole", shell->enrolment()->codeError());
        shell->enrolment()->ask();
        await(
            [&] {
                return shell->enrolment()->stage() == "compare" || !shell->enrolment()->problem().isEmpty();
            },
            "the hub answered");
        expect(shell->enrolment()->stage() == "compare", "the six digits are shown",
               shell->enrolment()->problem());
        return QString::fromStdString(readMembership(*workspace).enrolment);
    }
    void awaitText(const char* text) {
        await([&] { return shell->send()->text().startsWith(QString::fromUtf8(text)); }, text,
              [&] { return shell->send()->text() + QLatin1Char(' ') + shell->send()->why(); });
    }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<AppShell> shell;

private:
    std::filesystem::path m_folder;
    const Clock& m_clock;
    vault::SecretStore& m_keychain;
    platform::SystemBootClock m_bootClock;
    std::unique_ptr<WorkspaceWraps> m_wraps;
    std::unique_ptr<FirstPlan> m_plan;
};

/// The hub's own command line.
class HubCommand {
public:
    HubCommand(QString program, QString data) : m_program(std::move(program)), m_data(std::move(data)) {}

    QString run(const QStringList& words) const {
        QProcess hub;
        hub.start(m_program, QStringList{"--data", m_data} + words);
        hub.waitForFinished();
        expect(hub.exitCode() == 0, "a command of the hub", QString::fromUtf8(hub.readAllStandardError()));
        return QString::fromUtf8(hub.readAllStandardOutput());
    }

private:
    QString m_program;
    QString m_data;
};

/// An office that the hub approves, then a tablet that the office invites and the hub approves: the first of
/// the crew, which makes its key.
inline void enrol(RealDevice& office, RealDevice& tablet, const HubCommand& hub) {
    office.makeFirst("Claire", "5803");
    const QString code = hub.run({"invite", "--role", "coordination"}).section(QLatin1Char('\n'), 0, 0);
    const QString asked = office.ask(code);
    expect(hub.run({"devices"}).contains(office.shell->enrolment()->digits().remove(QChar(0xA0))),
           "the hub shows the same six digits", hub.run({"devices"}));
    hub.run({"approve", asked});
    await([&] { return office.shell->enrolment()->stage() == "member"; }, "the office is a member");

    tablet.makeFirst("Marie", "4072");
    DevicesPage& devices = *office.shell->coordination()->devices();
    devices.setShown(true);
    devices.setRole("crew");
    devices.invite();
    await([&] { return !devices.codeUri().isEmpty(); }, "the office makes a code",
          [&] { return devices.problem(); });
    tablet.ask(devices.codeText());
    await([&] { return devices.requestCount() == 1; }, "the office sees who asks");
    expect(devices.requests()->rows().front().digits == tablet.shell->enrolment()->digits(),
           "both screens show the same six digits");
    expect(!devices.requests()->rows().front().warning.isEmpty(), "the first tablet is approved at the hub");
    hub.run({"approve", QString::fromStdString(readMembership(*tablet.workspace).enrolment)});
    await([&] { return tablet.shell->enrolment()->stage() == "member"; }, "the tablet is a member",
          [&] {
              return tablet.shell->enrolment()->stage() + QLatin1Char(' ')
                     + tablet.shell->enrolment()->problem() + QLatin1Char(' ') + devices.problem();
          });
}

} // namespace medicobus::app
