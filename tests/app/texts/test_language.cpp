// SPDX-License-Identifier: EUPL-1.2
#include "app_shell.h"
#include "crew/crew_words.h"
#include "first_plan.h"
#include "i18n/language.h"
#include "launch_options.h"
#include "self_test/french_left.h"
#include "speech.h"
#include "tests/app/app_fixture.h"

#include <QSignalSpy>

#include <gmock/gmock.h>

namespace medicobus::app {
namespace {

using words::Language;

class Languages : public WorkspaceTest {
protected:
    ~Languages() override { i18n::speak(Language::French); }
};

QString label(Space& space, int row) {
    return space.places()->data(space.places()->index(row), PlaceModel::Label).toString();
}

TEST_F(Languages, CountsInThePluralOfEachLanguage) {
    clinic::DayCounts one;
    one.booked = one.walkIns = one.here = one.seen = one.absent = 1;
    clinic::DayCounts two;
    two.booked = two.walkIns = two.here = two.seen = two.absent = 2;
    EXPECT_EQ(crew_words::counts(one), "1 rendez-vous · 1 sans rendez-vous · 1 présent · 1 vu · 1 absent");
    EXPECT_EQ(crew_words::counts(two), "2 rendez-vous · 2 sans rendez-vous · 2 présents · 2 vus · 2 absents");
    EXPECT_EQ(crew_words::age(0), "0\u00A0an") << "nought is singular in French";
    EXPECT_EQ(crew_words::age(74), QString::fromUtf8("74\u00A0ans"));
    ASSERT_TRUE(i18n::speak(Language::English));
    EXPECT_EQ(crew_words::counts(one), "1 appointment · 1 walk-in · 1 here · 1 seen · 1 absent");
    EXPECT_EQ(crew_words::counts(two), "2 appointments · 2 walk-ins · 2 here · 2 seen · 2 absent");
    EXPECT_EQ(crew_words::age(0), QString::fromUtf8("aged\u00A00"));
}

TEST_F(Languages, WritesDatesHoursAndDistancesAsItsPeopleDo) {
    const Date tuesday = *parseDate("2027-03-02");
    const LocalTime half = tuesday + std::chrono::minutes(9 * 60 + 30);
    i18n::speak(Language::English);
    EXPECT_EQ(speech::longDate(tuesday), "Tuesday 2 March 2027");
    EXPECT_EQ(speech::dayAndHour(half), "Tuesday 2 March at 9:30");
    EXPECT_EQ(speech::distance(Meters{4230}), QString::fromUtf8("4.2\u00A0km"));
    EXPECT_EQ(QStringLiteral("%L1").arg(12345), "12,345");
    EXPECT_TRUE(i18n::speak(Language::French));
    EXPECT_FALSE(i18n::speak(Language::French)) << "in use already";
    EXPECT_EQ(speech::longDate(tuesday), "mardi 2 mars 2027");
    EXPECT_EQ(speech::distance(Meters{4230}), QString::fromUtf8("4,2\u00A0km"));
}

TEST_F(Languages, ChangesWhatIsShownAtOnceAndKeepsThePlace) {
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    ASSERT_TRUE(workspace.publish(smallProgramme()));
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    shell.setSpace("mairie");
    shell.townHall()->stops()->choose("00001");
    auto& stops = *shell.townHall()->stops();
    const auto firstDay = [&] {
        return stops.passages()->data(stops.passages()->index(0), Qt::DisplayRole).toString();
    };
    ASSERT_EQ(label(*shell.crew(), 0), "Aujourd’hui");
    ASSERT_TRUE(firstDay().startsWith("mardi")) << firstDay().toStdString();
    QSignalSpy looked(shell.crew()->places(), &QAbstractItemModel::dataChanged);
    QSignalSpy told(&shell, &AppShell::languageChanged);
    shell.setLanguage("en");
    EXPECT_EQ(shell.language(), "en");
    EXPECT_EQ(told.count(), 1);
    EXPECT_GE(looked.count(), 1) << "the rail reads its labels again";
    EXPECT_EQ(label(*shell.crew(), 0), "Today");
    EXPECT_EQ(shell.crew()->title(), "Monday 1 March");
    EXPECT_EQ(firstDay(), "Tuesday 2 March 2027");
    EXPECT_EQ(shell.space(), "mairie");
    EXPECT_EQ(stops.commune(), "Saint-Germain-de-la-Coudre");
    shell.setLanguage("klingon");
    EXPECT_EQ(shell.language(), "en");
}

TEST_F(Languages, KeepsTheOneChosenOnThisDevice) {
    {
        Workspace workspace(folder(), m_clock);
        ASSERT_TRUE(workspace.open());
        FirstPlan plan(workspace);
        AppShell(workspace, plan).setLanguage("en");
    }
    i18n::speak(Language::French);
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    FirstPlan plan(workspace);
    const AppShell shell(workspace, plan);
    EXPECT_EQ(shell.language(), "en");
}

TEST_F(Languages, CommandLineNamesOneThatItKnows) {
    QString problem;
    const auto english = readLaunchOptions({"medicobus", "--language", "en"}, problem);
    ASSERT_TRUE(english);
    EXPECT_EQ(english->language, "en");
    EXPECT_FALSE(readLaunchOptions({"medicobus", "--language", "de"}, problem));
    EXPECT_TRUE(problem.contains("fr|en")) << problem.toStdString();
}

TEST_F(Languages, FindsFrenchThatIsNobodysName) {
    Workspace workspace(folder(), m_clock);
    ASSERT_TRUE(workspace.open());
    ASSERT_TRUE(workspace.publish(smallProgramme()));
    const FrenchLeft french(workspace);
    EXPECT_TRUE(french.isFrench("Aucun programme publié"));
    EXPECT_TRUE(french.isFrench("Voir la carte"));
    EXPECT_FALSE(french.isFrench("Saint-Germain-de-la-Coudre, Salle communale"));
    EXPECT_FALSE(french.isFrench("Book an appointment for Zoé Imprévue"));
}

} // namespace
} // namespace medicobus::app
