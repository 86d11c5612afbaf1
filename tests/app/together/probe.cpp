// SPDX-License-Identifier: EUPL-1.2
// Two devices as their people use them, with the system's own keychain and a hub behind TLS: enrolled by
// code, a booking, an exchange, a lock, a restart, and a wipe from afar. Arguments: a folder, the hub's
// program, its data, its address. Ends with 0, or says what went wrong.
#include "platform/clock/system_clock.h"
#include "platform/keychain/system_keychain.h"
#include "tests/app/together/real_device.h"
#include "tests/core/clinic/desk_test.h"

#include <QCoreApplication>

namespace medicobus::app {
namespace {

/// The programme's own hours are of 2027; the hub's clock is the machine's.
plan::Programme programmeFrom(Date monday) {
    plan::Programme programme = clinic::twoStops();
    programme.firstMonday = monday;
    return programme;
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
    platform::SystemKeychain keychain("medicobus-test");
    RealDevice office(folder / "office", clock, keychain);
    RealDevice tablet(folder / "tablet", clock, keychain);
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
