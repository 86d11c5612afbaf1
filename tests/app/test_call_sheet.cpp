// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "platform/printing/system_printer.h"
#include "print/call_sheet.h"
#include "tests/app/crew/crew_test.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace medicobus::app {
namespace {

/// Who lost a place is printed by a program that keeps what came through its pipe.
class CallSheet : public CrewTest {
protected:
    void SetUp() override {
        static int count = 1;
        static char name[] = "test";
        static char* arguments[] = {name, nullptr};
        static auto* const windows = new QGuiApplication(count, arguments);
        ASSERT_NE(windows, nullptr);
        CrewTest::SetUp();
        qputenv("TMPDIR", m_temporary.path().toUtf8());
        qputenv("PRINTED", out().toUtf8());
        std::ofstream(lp().toStdString())
            << "#!/bin/sh\nprintf '%s ' \"$@\" >\"$PRINTED.said\"\ncat >\"$PRINTED\"\n";
        QFile::setPermissions(lp(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    void TearDown() override {
        qunsetenv("TMPDIR");
        CrewTest::TearDown();
    }
    QString lp() const { return m_folder.filePath("lp"); }
    QString out() const { return m_folder.filePath("printed.pdf"); }
    void usePrinter(const QString& program) {
        workspace->usePrinter(
            [program](const QByteArray& pdf, const QString& title, Workspace::Printed done) {
                platform::SystemPrinter(program).print(pdf, title, std::move(done));
            });
    }
    /// As many people as that, whose passage is then cancelled.
    void displace(int people) {
        for (int i = 0; i < people; ++i) {
            const auto who =
                desk().registerPatient({"Imaginaire-de-la-Coudre", "Marie-Antoinette " + std::to_string(i),
                                        day("1951-03-12"), "+3326191000" + std::to_string(i), ""});
            ASSERT_EQ(codeIn(desk().book({morning, i, who.value(), clinic::ReasonGroup::Skin, {}})), "done");
        }
        ASSERT_EQ(codeIn(desk().cancelOccurrence(morning, "panne du bus")), "done");
        workspace->noteChange();
    }
    bool print() {
        space->todo()->printCalls();
        return QTest::qWaitFor([&] { return !space->todo()->isPrinting(); }, 10'000);
    }
    static QString outputOf(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_temporary;
};

TEST_F(CallSheet, HoldsEverybodyOnOnePageInFrenchAndLeavesNothingBehind) {
    usePrinter(lp());
    displace(9);
    ASSERT_TRUE(space->todo()->hasCalls());
    ASSERT_TRUE(print());
    EXPECT_EQ(space->feedback()->problem(), "");
    const QString said = QString::fromStdString(readFile((out() + ".said").toStdString()).value());
    EXPECT_TRUE(said.contains("media=A4")) << said.toStdString();
    EXPECT_FALSE(said.contains("Imaginaire")) << "a job's title is seen by everybody";
    QDir temporary(m_temporary.path());
    EXPECT_EQ(temporary.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    EXPECT_TRUE(QFile::exists(out())) << "the control: the sheet was printed";

    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) {
        GTEST_SKIP() << "skipped: no pdftotext";
    }
    QString text = outputOf("pdftotext", {"-layout", out(), "-"});
    EXPECT_EQ(text.count(QChar('\f')), 1) << "one page";
    const QString plain = text.replace(QChar(0xA0), ' ').simplified();
    for (const char* each :
         {"Personnes à rappeler", "9 personnes", "mardi 2 mars 2027 à 8 h", "02 61 91 00 08",
          "Passage annulé : panne du bus", "Mardi 2 mars à 9 h", "Page 1 sur 1"}) {
        EXPECT_TRUE(plain.contains(QString::fromUtf8(each))) << each << " in\n" << plain.toStdString();
    }
    EXPECT_EQ(plain.count("02 61 91 00 0"), 9);
    if (const QString keep = qEnvironmentVariable("MEDICOBUS_PICTURES"); !keep.isEmpty()) {
        QFile::copy(out(), keep + "/call-sheet.pdf");
    }
}

TEST_F(CallSheet, GoesOnOnASecondPage) {
    std::vector<clinic::CallLine> lines(14);
    for (auto& line : lines) {
        line.name = "Fleur Imaginaire";
        line.phone = "02 61 91 00 01";
        line.promised = at("2027-03-02T09:20");
        line.site = "aubefleur";
        line.mishap = clinic::Mishap::PlaceRefused;
    }
    QFile file(out());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(callSheet(lines, clinic::twoStops(), at("2027-03-01T08:00")));
    file.close();
    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) {
        GTEST_SKIP() << "skipped: no pdftotext";
    }
    const QString text = outputOf("pdftotext", {"-layout", out(), "-"});
    EXPECT_TRUE(text.contains("Page 2 sur 2"));
    EXPECT_EQ(text.count("Fleur Imaginaire"), 14);
    EXPECT_TRUE(text.contains(QString::fromUtf8("lundi 1er mars 2027")));
}

TEST_F(CallSheet, NoPrinterIsToldInPlainWords) {
    usePrinter(m_folder.filePath("no-such-program"));
    displace(1);
    ASSERT_TRUE(print());
    EXPECT_FALSE(space->feedback()->problem().isEmpty());
    EXPECT_FALSE(space->feedback()->remedy().isEmpty());
    std::ofstream(lp().toStdString()) << "#!/bin/sh\necho 'no default destination' >&2\nexit 1\n";
    usePrinter(lp());
    ASSERT_TRUE(print());
    EXPECT_TRUE(space->feedback()->problem().contains("no default destination"))
        << space->feedback()->problem().toStdString();
}

} // namespace
} // namespace medicobus::app
