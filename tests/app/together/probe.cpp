// SPDX-License-Identifier: EUPL-1.2
// Two devices as their people use them, with the system's own keychain and a hub behind TLS: enrolled by
// code, a booking, an exchange, a lock, a restart, and a wipe from afar. Arguments: a folder, the hub's
// program, its data, its address. Ends with 0, or says what went wrong.
#include "app_shell.h"
#include "first_plan.h"
#include "lock/workspace_wraps.h"
#include "platform/clock/system_boot_clock.h"
#include "platform/clock/system_clock.h"
#include "platform/keychain/system_keychain.h"
#include "platform/network/curl_hub_link.h"
#include "tests/core/clinic/desk_test.h"
#include "workspace.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <functional>

namespace medicobus::app {
namespace {

constexpr int patience = 30'000;

[[noreturn]] void fail(const QString& what) {
    std::fprintf(stderr, "failed: %s\n", qUtf8Printable(what));
    std::exit(1);
}

void expect(bool holds, const char* what, const QString& seen = {}) {
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
    RealDevice(std::filesystem::path folder, const Clock& clock)
        : m_folder(std::move(folder)), m_clock(clock) {
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
    platform::SystemKeychain m_keychain{"medicobus-test"};
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

/// The programme's own hours are of 2027; the hub's clock is the machine's.
plan::Programme programmeFrom(Date monday) {
    plan::Programme programme = clinic::twoStops();
    programme.firstMonday = monday;
    return programme;
}

void enrol(RealDevice& office, RealDevice& tablet, const HubCommand& hub) {
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

void workADay(RealDevice& office, RealDevice& tablet) {
    const Date monday = mondayOf(office.workspace->today()) + date::days(7);
    expect(office.workspace->publish(programmeFrom(monday)).has_value(), "the office publishes");
    office.shell->send()->sendNow();
    office.awaitText("Synchronisé");
    tablet.shell->send()->sendNow();
    await([&] { return tablet.workspace->programme() != nullptr; }, "the programme is on the tablet");

    clinic::Desk& desk = *tablet.workspace->desk();
    const auto who =
        desk.registerPatient({"Imaginaire", "Fleur", *parseDate("1951-03-12"), "+33261910001", ""});
    expect(who.has_value(), "a person is registered");
    const plan::OccurrenceId passage{{"matin"}, LocalTime(monday + date::days(1)) + std::chrono::hours(9)};
    const auto booked = desk.book({passage, 0, *who, clinic::ReasonGroup::Skin, {}});
    expect(booked.has_value(), "and booked",
           booked ? QString() : QString::fromLatin1(booked.error().code().name.data()));
    tablet.workspace->noteChange();
    expect(tablet.shell->send()->text().contains(QString::fromUtf8("à envoyer"))
               || tablet.shell->send()->text().startsWith("Envoi de"),
           "what waits is told", tablet.shell->send()->text());
    tablet.shell->send()->sendNow();
    tablet.awaitText("Synchronisé");
    await(
        [&] {
            tablet.shell->send()->sendNow();
            return desk.appointment(booked->appointment)->claim == clinic::Claim::Confirmed;
        },
        "the hub confirms the place");
}

void lockAndOpen(RealDevice& tablet) {
    tablet.shell->lock()->lock();
    expect(!tablet.shell->lock()->isOpen(), "locked");
    expect(!tablet.workspace->desk()->findPatients("Imaginaire").has_value(), "nobody is read while locked");
    tablet.enter("9999");
    expect(!tablet.shell->lock()->isOpen(), "a wrong PIN opens nothing");
    tablet.enter("4072");
    expect(tablet.shell->lock()->isOpen(), "the right one does", tablet.shell->lock()->problem());
    tablet.start();
    expect(tablet.shell->lock()->stage() == "pin", "a restart asks for the PIN",
           tablet.shell->lock()->stage());
    tablet.enter("4072");
    expect(tablet.shell->lock()->isOpen(), "the keychain still has the secret",
           tablet.shell->lock()->problem());
    expect(tablet.workspace->desk()->findPatients("Imaginaire")->size() == 1, "and the person is read again");
    tablet.awaitText("Synchronisé");
}

void wipe(RealDevice& office, RealDevice& tablet) {
    DevicesPage& devices = *office.shell->coordination()->devices();
    await(
        [&] {
            devices.refresh();
            return devices.deviceCount() == 2;
        },
        "the office lists both");
    for (const DeviceRow& row : std::vector<DeviceRow>(devices.devices()->rows())) {
        if (row.canRevoke) {
            devices.revocation()->ask(row.id);
        }
    }
    devices.revocation()->choose(true);
    devices.revocation()->carryOut();
    await(
        [&] {
            tablet.shell->send()->sendNow();
            return tablet.shell->send()->text() == QString::fromUtf8("Appareil effacé");
        },
        "the tablet is wiped at its next contact");
    await([&] { return tablet.shell->lock()->stage() == "lost"; }, "no PIN opens it any more");
    tablet.start();
    expect(tablet.shell->lock()->stage() == "lost", "nor after a restart", tablet.shell->lock()->stage());
    await(
        [&] {
            devices.refresh();
            const auto& rows = devices.devices()->rows();
            return std::any_of(rows.begin(), rows.end(), [](const DeviceRow& row) {
                return row.contact.contains(QString::fromUtf8("effacement fait"));
            });
        },
        "the office is told that it was done");
}

int run(const QStringList& arguments) {
    const std::filesystem::path folder = arguments.at(1).toStdString();
    const platform::SystemClock clock;
    const HubCommand hub(arguments.at(2), arguments.at(3));
    RealDevice office(folder / "office", clock);
    RealDevice tablet(folder / "tablet", clock);
    enrol(office, tablet, hub);
    workADay(office, tablet);
    lockAndOpen(tablet);
    wipe(office, tablet);
    return 0;
}

} // namespace
} // namespace medicobus::app

int main(int count, char** arguments) {
    QCoreApplication application(count, arguments);
    return medicobus::app::run(QCoreApplication::arguments());
}
