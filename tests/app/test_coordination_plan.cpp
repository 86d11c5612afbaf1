// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/plan_board_model.h"
#include "coordination/plan/plan_days_model.h"
#include "coordination/plan/plan_figures.h"
#include "coordination/plan/plan_page.h"
#include "coordination/plan/planner_run.h"
#include "coordination/plan/tour_timetable.h"
#include "fixed_clock.h"
#include "workspace.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace medicobus::app {
namespace {

using namespace std::chrono_literals;
using Mode = QAbstractItemModelTester::FailureReportingMode;

QCoreApplication& application() {
    static int count = 1;
    static char name[] = "test";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication app(count, arguments);
    return app;
}

/// One bus at Depotville, a needy commune ten kilometres north, another half an hour east.
plan::Scenario scenario() {
    plan::Scenario scenario;
    scenario.territory.source = "essai";
    const auto add = [&](const char* insee, const char* name, double population, double apl, GeoPoint point) {
        territory::Commune commune;
        commune.insee = {insee};
        commune.name = name;
        commune.population = population;
        commune.apl = apl;
        commune.point = point;
        scenario.territory.communes.push_back(commune);
    };
    add("00001", "Dépotville", 9000, 4.0, {46.0, 2.0});
    add("00002", "Nordmanque", 1500, 0.5, {46.1, 2.0});
    add("00003", "Estmanque", 1200, 0.8, {46.0, 2.2});
    auto made = plan::defaultScenario(scenario.territory);
    EXPECT_TRUE(made);
    return made ? *made : scenario;
}

TimeOfDay at(int hour, int minute = 0) {
    return TimeOfDay(60 * hour + minute);
}

/// Mondays at Nordmanque, morning every week and afternoon every other week.
plan::Plan mondays(const plan::Scenario& scenario) {
    plan::Plan plan;
    const auto bus = scenario.buses.front().id;
    const plan::SiteKey site{"00002-1"};
    plan.series = {{{"s1"}, bus, site, Weekday::Monday, scenario.sessions[0].id, {0, 1, 2, 3}, at(9), at(12)},
                   {{"s2"}, bus, site, Weekday::Monday, scenario.sessions[1].id, {1, 3}, at(14), at(17)}};
    for (int week = 0; week < 4; ++week) {
        plan::Tour tour{bus, week, Weekday::Monday, at(8, 15), at(week % 2 ? 18 : 13), 35, {}};
        tour.stops.push_back({{"s1"}, at(8, 40), at(9), at(12), at(12, 15)});
        if (week % 2) {
            tour.stops.push_back({{"s2"}, at(13, 40), at(14), at(17), at(17, 15)});
        }
        plan.tours.push_back(tour);
    }
    return plan;
}

TEST(PlanBoardModel, LaysWeeksByHalfDays) {
    const auto scene = scenario();
    PlanBoardModel board;
    const QAbstractItemModelTester tester(&board, Mode::Fatal);
    EXPECT_EQ(board.rowCount(), 0);
    board.show({&scene, mondays(scene)});
    ASSERT_EQ(board.rowCount(), 4);
    ASSERT_EQ(board.columnCount(), 10);
    EXPECT_EQ(board.weekdays(), QStringList({"lundi", "mardi", "mercredi", "jeudi", "vendredi"}));
    EXPECT_EQ(board.rowTitles().front(), u"Semaine\u00a01"_qs);
    EXPECT_EQ(board.headerData(1, Qt::Horizontal, Qt::DisplayRole), u"lundi après-midi"_qs);
    EXPECT_EQ(board.index(0, 0).data(PlanBoardModel::CommuneRole), u"Nordmanque"_qs);
    EXPECT_EQ(board.index(0, 0).data(PlanBoardModel::HoursRole), u"9\u00a0h\u00a0– 12\u00a0h"_qs);
    EXPECT_EQ(board.index(0, 1).data(PlanBoardModel::TourRole), -1) << "the afternoon is every other week";
    EXPECT_EQ(board.index(1, 1).data(PlanBoardModel::TourRole), 1);
    EXPECT_TRUE(board.index(0, 2).data(PlanBoardModel::SpokenRole).toString().endsWith(u"libre"_qs));
}

TEST(PlanDaysModel, ListsStopsInOrder) {
    const auto scene = scenario();
    PlanDaysModel days;
    const QAbstractItemModelTester tester(&days, Mode::Fatal);
    days.show({&scene, mondays(scene)});
    ASSERT_EQ(days.rowCount(), 6);
    EXPECT_EQ(days.index(0).data(PlanDaysModel::SectionRole), u"Semaine\u00a01, lundi"_qs);
    EXPECT_TRUE(days.index(1).data(PlanDaysModel::IsFirstRole).toBool());
    EXPECT_FALSE(days.index(2).data(PlanDaysModel::IsFirstRole).toBool());
    EXPECT_EQ(days.index(2).data(PlanDaysModel::HoursRole), u"14\u00a0h\u00a0– 17\u00a0h"_qs);
    EXPECT_EQ(days.index(2).data(PlanDaysModel::TourRole), 1);
}

TEST(TourTimetable, TellsTheDayHourByHour) {
    const auto scene = scenario();
    const PlanContent content{&scene, mondays(scene)};
    TourTimetable timetable;
    const QAbstractItemModelTester tester(&timetable, Mode::Fatal);
    timetable.show(content, 1);
    EXPECT_EQ(timetable.title(), u"Bus\u00a01, semaine\u00a02, lundi"_qs);
    // Leave, drive, morning, pause, afternoon, drive, return: 1.3 x 11.12 km each way.
    ASSERT_EQ(timetable.rowCount({}), 7);
    EXPECT_EQ(timetable.index(0).data(TourTimetable::TimeRole), u"8\u00a0h\u00a015"_qs);
    EXPECT_EQ(timetable.index(1).data(TourTimetable::TitleRole),
              u"17\u00a0min de route, 14\u00a0km, pause et attente de 7\u00a0min"_qs);
    EXPECT_TRUE(timetable.index(2).data(TourTimetable::IsStopRole).toBool());
    EXPECT_EQ(timetable.index(3).data(TourTimetable::TitleRole), u"pause et attente de 85\u00a0min"_qs);
    timetable.show(content, -1);
    EXPECT_EQ(timetable.rowCount({}), 0);

    EXPECT_EQ(mapTour(content, 1).line.size(), 4U);
    EXPECT_TRUE(mapTour(content, -1).line.empty());
    EXPECT_EQ(mapTour(content, -1).others.size(), 2U);
}

/// A planner that waits for its test, then returns its plan.
class StagedPlanner {
public:
    explicit StagedPlanner(plan::Plan plan) : m_plan(std::move(plan)) {}

    PlannerRun::Planner planner() {
        return [this](const plan::Scenario&, const planner::Options& options) -> Result<plan::Plan> {
            planner::Progress progress{1, 4, {}};
            progress.best.total = 1234;
            progress.best.bound = 2468;
            options.onProgress(progress);
            std::unique_lock lock(m_mutex);
            m_wasStopped = !m_condition.wait(lock, options.stop, [this] { return m_isReleased; });
            return m_plan;
        };
    }
    void release() {
        const std::lock_guard lock(m_mutex);
        m_isReleased = true;
        m_condition.notify_all();
    }
    bool wasStopped() const { return m_wasStopped; }

private:
    plan::Plan m_plan;
    std::mutex m_mutex;
    std::condition_variable_any m_condition;
    bool m_isReleased = false;
    std::atomic_bool m_wasStopped = false;
};

class PlannerRunTest : public ::testing::Test {
protected:
    PlannerRunTest() { application(); }

    plan::Scenario scene = scenario();
    StagedPlanner staged{mondays(scene)};
};

TEST_F(PlannerRunTest, TellsHowItGoesThenDelivers) {
    PlannerRun run(scene, staged.planner());
    QSignalSpy progressed(&run, &PlannerRun::progressed);
    QSignalSpy finished(&run, &PlannerRun::finished);
    ASSERT_TRUE(run.start());
    EXPECT_TRUE(run.isRunning());
    EXPECT_EQ(run.liveScore(), QString());
    while (run.progress() == 0) {
        ASSERT_TRUE(progressed.wait());
    }
    EXPECT_DOUBLE_EQ(run.progress(), 0.25);
    EXPECT_EQ(run.liveScore(), u"1\u202f234"_qs);
    EXPECT_EQ(run.liveShare(), u"50,0\u00a0%"_qs);
    EXPECT_FALSE(run.start()) << "one run at a time";
    EXPECT_FALSE(run.assess({}));
    staged.release();
    ASSERT_TRUE(finished.wait());
    EXPECT_FALSE(run.isRunning());
    EXPECT_FALSE(staged.wasStopped());
    const auto outcome = finished.front().front().value<std::shared_ptr<const PlanOutcome>>();
    EXPECT_EQ(outcome->plan.series.size(), 2U);
}

TEST_F(PlannerRunTest, KeepsTheBestPlanWhenStopped) {
    PlannerRun run(scene, staged.planner());
    QSignalSpy finished(&run, &PlannerRun::finished);
    ASSERT_TRUE(run.start());
    run.stop();
    EXPECT_TRUE(run.isStopping());
    ASSERT_TRUE(finished.wait());
    EXPECT_TRUE(staged.wasStopped());
    EXPECT_FALSE(run.isStopping());
    EXPECT_EQ(finished.count(), 1);
    EXPECT_TRUE(run.start()) << "a finished run leaves room for another";
}

TEST_F(PlannerRunTest, EndsWithTheWindow) {
    {
        PlannerRun run(scene, staged.planner());
        ASSERT_TRUE(run.start());
    }
    EXPECT_TRUE(staged.wasStopped());
    QCoreApplication::processEvents();
}

TEST_F(PlannerRunTest, SaysWhyThereIsNoPlan) {
    PlannerRun run(scene, [](const plan::Scenario&, const planner::Options&) -> Result<plan::Plan> {
        return fault(planner::codes::plannerNoSite);
    });
    QSignalSpy failed(&run, &PlannerRun::failed);
    ASSERT_TRUE(run.start());
    ASSERT_TRUE(failed.wait());
    EXPECT_EQ(static_cast<const Error*>(failed.front().front().constData())->code(),
              planner::codes::plannerNoSite);
    EXPECT_FALSE(run.isRunning());
}

class PlanPageTest : public ::testing::Test {
protected:
    PlanPageTest() {
        application();
        EXPECT_TRUE(workspace.open());
    }

    QTemporaryDir folder;
    // Thursday 4 March 2027, 08:00 in Paris.
    FixedClock clock{*toInstant(*parseLocal("2027-03-04T08:00"))};
    Workspace workspace{folder.path().toStdString(), clock};
    plan::Scenario scene = scenario();
    MapSource map{scene.territory, 2.5};
};

TEST_F(PlanPageTest, SaysInWordsWhyThereIsNoPlan) {
    PlanPage page(scene, workspace, &map,
                  [](const plan::Scenario&, const planner::Options&) -> Result<plan::Plan> {
                      return fault(planner::codes::plannerNoSite);
                  });
    QSignalSpy failed(page.run(), &PlannerRun::failed);
    page.propose();
    ASSERT_TRUE(failed.wait(60'000));
    EXPECT_TRUE(page.problem().startsWith(u"Le plan n’a pas pu être fait."_qs));
    EXPECT_FALSE(page.problem().contains(u"planner."_qs)) << page.problem().toStdString();
    EXPECT_GT(page.problem().size(), 60) << "the cause and what to do are said";
}

TEST_F(PlanPageTest, PlansForRealAndPublishes) {
    PlanPage page(scene, workspace, &map, [](const plan::Scenario& given, planner::Options options) {
        options.iterations = 2000;
        return planner::makePlan(given, options);
    });
    EXPECT_FALSE(page.hasPlan());
    EXPECT_FALSE(page.canPublish());
    EXPECT_EQ(page.publishedText(), u"Aucun programme n’est publié."_qs);
    EXPECT_FALSE(page.publish());

    QSignalSpy finished(page.run(), &PlannerRun::finished);
    page.propose();
    ASSERT_TRUE(finished.wait(60'000));
    EXPECT_TRUE(page.hasPlan());
    EXPECT_TRUE(page.isDraft());
    const QAbstractItemModelTester tester(page.figures(), Mode::Fatal);
    ASSERT_EQ(page.figures()->rowCount({}), 10);
    EXPECT_EQ(page.figures()->index(8).data(PlanFigures::ValueRole), u"0"_qs) << "no rule is broken";
    EXPECT_EQ(page.figures()->index(9).data(PlanFigures::ValueRole), u"estimés"_qs)
        << "roads are not measured";
    EXPECT_FALSE(page.timetable()->title().isEmpty());
    EXPECT_FALSE(page.tour().stops.empty());

    EXPECT_EQ(page.mondayText(), u"lundi 8 mars 2027"_qs);
    EXPECT_FALSE(page.canBeSooner());
    page.later();
    page.later();
    page.sooner();
    EXPECT_EQ(page.mondayText(), u"lundi 15 mars 2027"_qs);
    const QSignalSpy told(&workspace, &Workspace::programmeChanged);
    ASSERT_TRUE(page.publish());
    EXPECT_EQ(told.count(), 1);
    EXPECT_FALSE(page.isDraft());
    ASSERT_TRUE(workspace.programme());
    EXPECT_EQ(formatDate(workspace.programme()->firstMonday), "2027-03-15");
    EXPECT_TRUE(page.publishedText().contains(u"lundi 15 mars 2027"_qs)) << qPrintable(page.publishedText());
}

TEST_F(PlanPageTest, OpensOnTheProgrammeInForce) {
    ASSERT_TRUE(workspace.publish(plan::publishable(scene, mondays(scene), *parseDate("2027-03-01"))));
    PlanPage page(scene, workspace, &map);
    EXPECT_TRUE(page.hasPlan());
    EXPECT_FALSE(page.isDraft());
    EXPECT_EQ(page.board()->index(0, 0).data(PlanBoardModel::CommuneRole), u"Nordmanque"_qs);
    QSignalSpy finished(page.run(), &PlannerRun::finished);
    ASSERT_TRUE(finished.wait(60'000));
    EXPECT_EQ(page.figures()->rowCount({}), 10);
    EXPECT_FALSE(page.isDraft());
}

TEST_F(PlanPageTest, RefusesToPublishWhatBreaksARule) {
    auto broken = mondays(scene);
    broken.series[0].weeks = {0}; // Every four weeks only, where the policy allows two.
    broken.series.pop_back();
    broken.tours.resize(1);
    PlanPage page(scene, workspace, &map,
                  [&](const plan::Scenario&, const planner::Options&) { return Result<plan::Plan>(broken); });
    QSignalSpy finished(page.run(), &PlannerRun::finished);
    page.propose();
    ASSERT_TRUE(finished.wait(60'000));
    EXPECT_TRUE(page.isDraft());
    EXPECT_FALSE(page.canPublish());
    EXPECT_EQ(page.figures()->index(8).data(PlanFigures::ToneRole), u"act"_qs);
    EXPECT_FALSE(page.publish());
    EXPECT_FALSE(workspace.programme());
}

TEST_F(PlanPageTest, DrawsTheTourUnderThePointer) {
    ASSERT_TRUE(workspace.publish(plan::publishable(scene, mondays(scene), *parseDate("2027-03-01"))));
    PlanPage page(scene, workspace, &map);
    EXPECT_EQ(page.tour().stops.size(), 1U);
    page.setHoveredTour(1);
    EXPECT_EQ(page.tour().stops.size(), 2U);
    EXPECT_EQ(page.chosenTour(), 0);
    page.setHoveredTour(-1);
    EXPECT_EQ(page.tour().stops.size(), 1U);
    page.setChosenTour(3);
    EXPECT_EQ(page.timetable()->title(), u"Bus\u00a01, semaine\u00a04, lundi"_qs);
}

} // namespace
} // namespace medicobus::app
