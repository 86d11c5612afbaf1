// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "tests/app/crew/crew_test.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gmock/gmock.h>

namespace medicobus::app {
namespace {

using clinic::AppointmentEvent;
using ::testing::ElementsAre;

/// The end of a half-day, its sheets taken by a printer that keeps them in memory.
class CrewClosing : public CrewTest {
protected:
    void SetUp() override {
        static int count = 1;
        static char name[] = "test";
        static char* arguments[] = {name, nullptr};
        static auto* const windows = new QGuiApplication(count, arguments);
        ASSERT_NE(windows, nullptr);
        QStandardPaths::setTestModeEnabled(true);
        qputenv("XDG_DOCUMENTS_DIR", m_documents.path().toUtf8());
        CrewTest::SetUp();
        workspace->usePrinter([this](const QByteArray& pdf, const QString& title, Workspace::Printed done) {
            printed = pdf;
            job = title;
            done({});
        });
    }
    ClosingPage& page() { return *space->closing(); }
    void open() {
        openMorning();
        space->openClosing();
    }
    std::vector<bool> done() {
        std::vector<bool> each;
        for (const QVariant& line : page().checks()) {
            each.push_back(line.toMap()["done"].toBool());
        }
        return each;
    }
    /// The words of a PDF, with plain spaces; empty where no program can read them.
    QString textOf(const QByteArray& pdf) {
        return run("pdftotext", {"-layout", "-", "-"}, pdf).replace(QChar(0xA0), ' ');
    }
    static QString run(const QString& program, const QStringList& arguments, const QByteArray& input) {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    static bool canRead() { return !QStandardPaths::findExecutable("pdftotext").isEmpty(); }
    static int pagesOf(const QByteArray& pdf) {
        const QString told = run("pdfinfo", {"-"}, pdf);
        return QRegularExpression("Pages:\\s+(\\d+)").match(told).captured(1).toInt();
    }

    QTemporaryDir m_documents;
    QByteArray printed;
    QString job;
};

TEST_F(CrewClosing, ChecksClosesAndReopens) {
    const QString first = book(morning, 0, "Imagine");
    const QString second = book(morning, 1, "Illusion");
    goTo("2027-03-02T12:05");
    open();
    EXPECT_EQ(space->page(), "closing");
    EXPECT_THAT(done(), ElementsAre(false, true, false));
    EXPECT_EQ(page().checks()[0].toMap()["text"].toString(), "2 personnes n’ont pas d’état");
    EXPECT_EQ(page().confirmText(), "Clore quand même (2 à finir)");
    space->stop()->choose(second, "mark_absent");
    space->stop()->choose(first, "see");
    EXPECT_THAT(done(), ElementsAre(true, false, false));
    page().settle(page().checks()[1].toMap()["appointment"].toString());
    EXPECT_EQ(space->page(), "visit");
    space->visit()->setReason("S");
    space->visit()->setOutcome("treated");
    space->visit()->finish();
    space->openClosing();
    EXPECT_THAT(done(), ElementsAre(true, true, false));
    for (const QVariant& each : page().equipment()) {
        page().check(each.toMap()["value"].toString());
    }
    EXPECT_THAT(done(), ElementsAre(true, true, true));
    EXPECT_EQ(page().confirmText(), "Clore la demi-journée");
    restart();
    open();
    EXPECT_THAT(done(), ElementsAre(true, true, true)) << "ticks outlive a restart";
    page().confirm();
    EXPECT_EQ(page().closedText(), "Demi-journée close à 12\u00A0h\u00A005");
    EXPECT_EQ(space->stop()->closedText(), "Demi-journée close à 12\u00A0h\u00A005");
    EXPECT_EQ(desk().closing(morning).value()->checked.size(), clinic::equipmentList.size());
    page().reopen();
    EXPECT_FALSE(page().isClosed());
    EXPECT_THAT(done(), ElementsAre(true, true, true));
    page().confirm();
    space->undo();
    EXPECT_FALSE(page().isClosed());
    EXPECT_TRUE(page().sendText().contains("attendent d’être envoyés")) << page().sendText().toStdString();
}

TEST_F(CrewClosing, PrintsThirtyPeopleOnOnePageEach) {
    // Thirty at each: nine slots and walk-ins in the morning, six slots of five seats in the afternoon.
    plan::Programme programme = clinic::twoStops();
    programme.version = "0195f000-0000-7000-8000-000000000003";
    programme.series[1].seats = 5;
    ASSERT_EQ(codeIn(workspace->publish(programme)), "done");
    goTo("2027-03-02T09:30");
    for (int i = 0; i < 30; ++i) {
        const auto who =
            desk().registerPatient({"Imaginaire-de-la-Coudre", "Marie-Antoinette-" + std::to_string(i),
                                    day("1951-03-12"), "02 61 91 00 01", ""});
        ASSERT_TRUE(who);
        const auto came =
            i < 9 ? desk()
                        .book({morning, i, *who, clinic::ReasonGroup::Skin, {true, true, false, true}})
                        .map([](const clinic::Booked& each) { return each.appointment; })
                  : desk().walkIn(morning, *who, clinic::ReasonGroup::Respiratory, {});
        ASSERT_TRUE(came);
        ASSERT_EQ(codeIn(desk().mark(*came, AppointmentEvent::See)), "done");
        ASSERT_EQ(codeIn(desk().book({evening, i / 5, *who, clinic::ReasonGroup::Renewal, {}})), "done");
    }
    workspace->noteChange();
    open();
    EXPECT_EQ(page().nextText(), "Liste de brumeval, mardi 2 mars à 14\u00A0h");
    page().printDay();
    const QByteArray dayPdf = printed;
    page().printNext();
    const QByteArray nextPdf = printed;
    EXPECT_FALSE(job.contains("Imaginaire")) << "a job's title is seen by everybody";
    if (const QString keep = qEnvironmentVariable("MEDICOBUS_PICTURES"); !keep.isEmpty()) {
        for (const auto& [file, pdf] :
             {std::pair("/day-sheet.pdf", dayPdf), std::pair("/next-list.pdf", nextPdf)}) {
            QFile out(keep + file);
            ASSERT_TRUE(out.open(QIODevice::WriteOnly));
            out.write(pdf);
        }
    }
    EXPECT_TRUE(QDir(m_documents.path()).isEmpty()) << "printing leaves no file";
    if (!canRead()) {
        GTEST_SKIP() << "skipped: no pdftotext";
    }
    EXPECT_EQ(pagesOf(dayPdf), 1);
    EXPECT_EQ(pagesOf(nextPdf), 1);
    const QString today = textOf(dayPdf);
    EXPECT_EQ(today.count("Marie-Antoinette"), 30) << today.toStdString();
    EXPECT_TRUE(today.contains("Feuille de la demi-journée"));
    EXPECT_TRUE(today.contains("Vu, sans fiche"));
    EXPECT_TRUE(today.contains("Première visite"));
    const QString next = textOf(nextPdf);
    EXPECT_EQ(next.count("Marie-Antoinette"), 30) << next.toStdString();
    EXPECT_EQ(next.count("02 61 91 00 01"), 30);
}

TEST_F(CrewClosing, SavesASheetOnlyWhereItWasAskedTo) {
    book(morning, 0, "Imagine");
    goTo("2027-03-02T12:05");
    open();
    page().saveDay();
    ASSERT_FALSE(page().savedText().isEmpty());
    const QString name = QStringLiteral("medicobus-journee-2027-03-02T09h00.pdf");
    EXPECT_TRUE(page().savedText().contains(name)) << page().savedText().toStdString();
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    ASSERT_TRUE(documents.exists(name));
    EXPECT_EQ(QFile::permissions(documents.filePath(name)) & (QFile::ReadGroup | QFile::ReadOther), 0);
    QFile::remove(documents.filePath(name));
}

} // namespace
} // namespace medicobus::app
