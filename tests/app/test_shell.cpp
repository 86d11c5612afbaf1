// SPDX-License-Identifier: EUPL-1.2
#include "app_fixture.h"
#include "app_shell.h"
#include "base/file.h"
#include "first_plan.h"
#include "launch_options.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

#include <unistd.h>

namespace medicobus::app {
namespace {

class Shell : public WorkspaceTest {};

TEST_F(Shell, RemembersSpacePaletteAndTextSize) {
    {
        Workspace workspace(folder(), m_clock);
        ASSERT_TRUE(workspace.open());
        FirstPlan plan(workspace);
        AppShell shell(workspace, plan);
        EXPECT_EQ(shell.space(), "") << "the first start asks";
        EXPECT_EQ(shell.current(), nullptr);
        shell.setSpace("mairie");
        shell.setPalette("sunlight");
        shell.setTextPercent(150);
    }
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    EXPECT_EQ(shell.space(), "mairie");
    EXPECT_EQ(shell.current(), shell.townHall());
    EXPECT_EQ(shell.palette(), "sunlight");
    EXPECT_EQ(shell.textPercent(), 150);
}

TEST_F(Shell, RefusesWhatItDoesNotKnowAndBoundsTheTextSize) {
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    QSignalSpy spaces(&shell, &AppShell::spaceChanged);
    shell.setSpace("kitchen");
    shell.setPalette("mauve");
    shell.setTextPercent(900);
    EXPECT_EQ(spaces.count(), 0);
    EXPECT_EQ(shell.palette(), "day");
    EXPECT_EQ(shell.textPercent(), 200);
}

TEST_F(Shell, CountsWhatWaitsAndNeverSaysThatItWasSent) {
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    EXPECT_EQ(shell.send()->text(), "Cet appareil travaille seul");
    QSignalSpy territory(&shell, &AppShell::territoryChanged);
    ASSERT_TRUE(workspace.publish(smallProgramme()).has_value());
    EXPECT_GE(territory.count(), 1);
    EXPECT_EQ(shell.send()->text(), "Cet appareil travaille seul") << "nothing is sent where there is no hub";
    EXPECT_TRUE(shell.send()->canEnrol());
    EXPECT_EQ(workspace.waiting(), 1);
}

TEST_F(Shell, BackClosesTheSheetThenLeavesThePage) {
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    ASSERT_TRUE(workspace.publish(smallProgramme()).has_value());
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    shell.setSpace("resident");
    shell.resident()->stops()->choose("00001");
    shell.setPanel("menu");
    EXPECT_TRUE(shell.goBack());
    EXPECT_EQ(shell.panel(), "");
    EXPECT_TRUE(shell.resident()->stops()->hasCommune());
    EXPECT_TRUE(shell.goBack());
    EXPECT_FALSE(shell.resident()->stops()->hasCommune());
    EXPECT_FALSE(shell.goBack());
}

TEST_F(Shell, SaysWhatIsWrongWithADamagedStoreAndOpensOnceItIsGone) {
    const auto file = folder() / "medicobus.db";
    ASSERT_TRUE(writeFile(file, std::string(8192, 'x')).has_value());
    Workspace workspace(folder(), m_clock);
    EXPECT_FALSE(workspace.open());
    EXPECT_EQ(workspace.desk(), nullptr);
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    EXPECT_FALSE(shell.errorText().isEmpty());
    EXPECT_FALSE(shell.errorRemedy().isEmpty());
    EXPECT_TRUE(shell.errorSafe().contains("medicobus.db"));
    shell.setSpace("crew");
    plan.start();
    EXPECT_FALSE(plan.isRunning()) << "nothing is planned without a store";
    EXPECT_EQ(*readFile(file), std::string(8192, 'x')) << "the file must be left as it was";

    std::filesystem::remove(file);
    QSignalSpy errors(&shell, &AppShell::errorChanged);
    shell.retry();
    EXPECT_GE(errors.count(), 1);
    EXPECT_EQ(shell.errorText(), "");
}

TEST_F(Shell, LeavesAStoreOfANewerVersionAlone) {
    const auto file = folder() / "medicobus.db";
    {
        Workspace workspace(folder(), m_clock);
        ASSERT_TRUE(workspace.open());
    }
    { SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 9999"); }
    const auto before = *readFile(file);
    Workspace workspace(folder(), m_clock);
    EXPECT_FALSE(workspace.open());
    ASSERT_TRUE(workspace.storeError());
    EXPECT_EQ(workspace.storeError()->code(), journal::codes::newer);
    FirstPlan plan(workspace);
    EXPECT_TRUE(AppShell(workspace, plan).errorText().contains("9999"));
    EXPECT_EQ(*readFile(file), before);
}

TEST_F(Shell, SaysThatAFolderCannotBeMade) {
    ASSERT_TRUE(writeFile(folder() / "file", "not a folder").has_value());
    Workspace workspace(folder() / "file" / "data", m_clock);
    EXPECT_FALSE(workspace.open());
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    EXPECT_FALSE(shell.errorText().isEmpty());
    EXPECT_FALSE(shell.errorRemedy().isEmpty());
    shell.setPalette("night");
    EXPECT_EQ(shell.palette(), "night") << "without a store, a choice still holds for this run";
}

TEST_F(Shell, TellsWhatCouldNotBeStoredAndGoesOn) {
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    // Another program takes the file for itself.
    SQLite::Database other((folder() / "medicobus.db").string(), SQLite::OPEN_READWRITE);
    SQLite::Transaction held(other, SQLite::TransactionBehavior::IMMEDIATE);
    shell.setPalette("night");
    EXPECT_EQ(shell.palette(), "night");
    EXPECT_FALSE(shell.problem().isEmpty());
    EXPECT_EQ(shell.errorText(), "") << "the spaces stay open";
    shell.putProblemAway();
    EXPECT_EQ(shell.problem(), "");
}

TEST_F(Shell, SaysThatAFolderCannotBeWritten) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "skipped: root writes anywhere";
    }
    std::filesystem::permissions(folder(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    Workspace workspace(folder(), m_clock);
    EXPECT_FALSE(workspace.open());
    FirstPlan plan(workspace);
    EXPECT_FALSE(AppShell(workspace, plan).errorText().isEmpty());
    std::filesystem::permissions(folder(), std::filesystem::perms::owner_all);
}

TEST_F(Shell, PlansAndPublishesOnAnEmptyStoreAndOnlyThen) {
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    FirstPlan plan(workspace);
    QSignalSpy published(&workspace, &Workspace::programmeChanged);
    plan.start();
    EXPECT_TRUE(plan.isRunning());
    ASSERT_TRUE(published.count() == 1 || published.wait(60'000));
    EXPECT_FALSE(plan.error());
    const auto programme = workspace.programme();
    ASSERT_TRUE(programme);
    EXPECT_TRUE(programme->isFictional);
    EXPECT_EQ(formatDate(programme->firstMonday), "2027-03-01");
    EXPECT_GT(programme->series.size(), 5U);
    FirstPlan again(workspace);
    again.start();
    EXPECT_FALSE(again.isRunning()) << "what is published stays";
}

TEST(LaunchOptions, ReadsWhatItIsGiven) {
    application();
    QString problem;
    const auto options =
        readLaunchOptions({"medicobus", "--space", "crew", "--size", "390x844", "--palette", "night",
                           "--text-scale", "150", "--today", "2027-03-02", "--data", "d"},
                          problem);
    ASSERT_TRUE(options) << problem.toStdString();
    EXPECT_EQ(options->space, "crew");
    EXPECT_EQ(*options->size, QSize(390, 844));
    EXPECT_EQ(options->palette, "night");
    EXPECT_EQ(*options->textPercent, 150);
    EXPECT_EQ(formatLocal(*options->today), "2027-03-02T08:00");
    EXPECT_EQ(options->dataFolder, "d");
    EXPECT_FALSE(options->isSelfTest());
}

TEST(LaunchOptions, NamesWhatItCannotRead) {
    application();
    const std::pair<const char*, const char*> cases[] = {
        {"--space", "kitchen"}, {"--size", "big"},         {"--size", "10x10"},
        {"--palette", "mauve"}, {"--text-scale", "twice"}, {"--today", "2027-02-30"}};
    for (const auto& [option, value] : cases) {
        QString problem;
        EXPECT_FALSE(readLaunchOptions({"medicobus", option, value}, problem)) << option << ' ' << value;
        EXPECT_TRUE(problem.contains(option) && problem.contains(value)) << problem.toStdString();
    }
}

} // namespace
} // namespace medicobus::app
