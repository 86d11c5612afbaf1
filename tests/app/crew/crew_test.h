// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crew/crew_space.h"
#include "tests/core/clinic/desk_test.h"
#include "workspace.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>

namespace medicobus::app {

using clinic::at;
using clinic::codeIn;
using clinic::day;

/// The crew's space on a real store, Tuesday 2 March 2027 at 8:00, with the clinic's own programme of two
/// stops.
class CrewTest : public ::testing::Test {
protected:
    void SetUp() override {
        static int count = 1;
        static char name[] = "test";
        static char* arguments[] = {name, nullptr};
        // A test that draws has made one with windows before.
        static const std::unique_ptr<QCoreApplication> application(
            QCoreApplication::instance() ? nullptr : new QCoreApplication(count, arguments));
        std::string folderName = (std::filesystem::temp_directory_path() / "medicobus-crew-XXXXXX").string();
        ASSERT_NE(::mkdtemp(folderName.data()), nullptr);
        folder = folderName;
        clock.set("2027-03-02T08:00");
        restart();
        ASSERT_EQ(codeIn(workspace->publish(clinic::twoStops())), "done");
    }
    void TearDown() override {
        space.reset();
        workspace.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    /// Closes the application and opens it again on the same folder.
    void restart() {
        space.reset();
        workspace.reset();
        workspace = std::make_unique<Workspace>(folder, clock);
        ASSERT_TRUE(workspace->open());
        space = std::make_unique<CrewSpace>(*workspace);
        for (QAbstractItemModel* model :
             {static_cast<QAbstractItemModel*>(space->day()->timeline()),
              static_cast<QAbstractItemModel*>(space->stop()->people()),
              static_cast<QAbstractItemModel*>(space->booking()->person()->found())}) {
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, model);
        }
    }
    void goTo(const std::string& local) {
        clock.set(local);
        space->day()->refresh();
        space->stop()->refresh();
    }
    clinic::Desk& desk() { return *workspace->desk(); }
    clinic::PatientId person(const std::string& family, const std::string& given) {
        return desk().registerPatient({family, given, day("1951-03-12"), "", ""}).value();
    }
    QString book(const plan::OccurrenceId& where, int slot, const std::string& family) {
        const auto booked =
            desk().book({where, slot, person(family, "Fleur"), clinic::ReasonGroup::Skin, {}});
        workspace->noteChange();
        return QString::fromStdString(booked.value().appointment.text());
    }
    void openMorning() { space->day()->open(QString::fromStdString(morning.text())); }
    const StopRow& row(std::size_t index) { return space->stop()->people()->rows().at(index); }

    plan::OccurrenceId morning{{"matin"}, at("2027-03-02T09:00")};
    plan::OccurrenceId evening{{"soir"}, at("2027-03-02T14:00")};
    std::filesystem::path folder;
    clinic::SteppedClock clock;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<CrewSpace> space;
};

} // namespace medicobus::app
