// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"
#include "base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace medicobus {
namespace {

using ::testing::ElementsAre;

CsvTable table(std::string_view text) {
    return CsvTable::parse(text, "t.csv").value();
}

Error refusal(std::string_view text) {
    const auto parsed = CsvTable::parse(text, "t.csv");
    EXPECT_FALSE(parsed) << text;
    return parsed ? Error(ErrorCode{"none"}) : parsed.error();
}

TEST(CsvTable, RemembersTheLineOfEachRow) {
    const auto csv = table("insee,nom\n62024,Ambleteuse\n\n62025,Ambricourt\n");
    EXPECT_THAT(csv.header(), ElementsAre("insee", "nom"));
    ASSERT_EQ(csv.rows().size(), 2U);
    EXPECT_EQ(csv.rows()[0].line, 2U);
    EXPECT_EQ(csv.rows()[1].line, 4U) << "an empty line is passed over and counted";
    EXPECT_THAT(csv.rows()[1].cells, ElementsAre("62025", "Ambricourt"));
    EXPECT_EQ(csv.file(), "t.csv");
}

TEST(CsvTable, KeepsNewlinesQuotesAndCommasOfQuotedCells) {
    const auto csv = table("nom,adresse\n\"Salle \"\"A\"\"\",\"1 rue, bourg\n2e étage\n\"\nSuite,fin\n");
    ASSERT_EQ(csv.rows().size(), 2U);
    EXPECT_THAT(csv.rows()[0].cells, ElementsAre("Salle \"A\"", "1 rue, bourg\n2e étage\n"));
    EXPECT_EQ(csv.rows()[0].line, 2U);
    EXPECT_EQ(csv.rows()[1].line, 5U) << "lines inside a quoted cell count";
}

TEST(CsvTable, TellsTheLineOfARowThatBeginsWithAQuotedNewline) {
    const auto csv = table("a,b\n\"x\ny\",1\nz,2\n");
    ASSERT_EQ(csv.rows().size(), 2U);
    EXPECT_EQ(csv.rows()[0].line, 2U);
    EXPECT_EQ(csv.rows()[0].cells[0], "x\ny");
    EXPECT_EQ(csv.rows()[1].line, 4U);
}

TEST(CsvTable, ReadsByteOrderMarkCarriageReturnsAndNoFinalNewline) {
    const auto csv = table("\xEF\xBB\xBFinsee,nom\r\n62024,Ambleteuse\r\n62025,Été");
    EXPECT_EQ(csv.header()[0], "insee");
    ASSERT_EQ(csv.rows().size(), 2U);
    EXPECT_EQ(csv.rows()[0].cells[1], "Ambleteuse");
    EXPECT_EQ(csv.rows()[1].cells[1], "Été");
    EXPECT_EQ(csv.rows()[1].line, 3U);
}

TEST(CsvTable, CountsLinesThatEndInACarriageReturnAlone) {
    const auto table = CsvTable::parse("a,b\r1,2\r\r3,4\r\n5,6\n", "t.csv");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->rows().size(), 3U);
    EXPECT_EQ(table->rows()[0].line, 2U);
    EXPECT_EQ(table->rows()[1].line, 4U);
    EXPECT_EQ(table->rows()[2].line, 5U);
}

TEST(CsvTable, KeepsEmptyCells) {
    EXPECT_THAT(table("a,b,c\n,,\n").rows()[0].cells, ElementsAre("", "", ""));
    EXPECT_EQ(table("a,b\n").rows().size(), 0U) << "a header alone is a table without rows";
}

TEST(CsvTable, RefusesAFileWithoutHeader) {
    for (const auto* text : {"", "\n\n", "\xEF\xBB\xBF"}) {
        const auto error = refusal(text);
        EXPECT_EQ(error.code(), codes::csvEmpty);
        EXPECT_EQ(error.detail("file"), "t.csv");
    }
}

TEST(CsvTable, RefusesAnotherEncodingWithItsPlace) {
    const auto error = refusal("insee,nom\n62024,\xC9t\xE9\n");
    EXPECT_EQ(error.code(), codes::csvEncoding);
    EXPECT_EQ(error.detail("file"), "t.csv");
    EXPECT_EQ(error.detail("line"), "2");
    EXPECT_EQ(error.detail("column"), "7");
    EXPECT_EQ(error.detail("value"), "0xC9");
    const auto utf16 = refusal(std::string_view("\xFF\xFEi\0n\0", 6));
    EXPECT_EQ(utf16.code(), codes::csvEncoding);
    EXPECT_EQ(utf16.detail("line"), "1");
    EXPECT_EQ(utf16.detail("column"), "1");
}

TEST(CsvTable, RefusesAStrayOrUnclosedQuoteWithItsLine) {
    for (const auto& [text, line] : {std::pair{"a,b\n1,\"x\"y\n", "2"}, std::pair{"a,b\n1,2\n1,x\"y\n", "3"},
                                     std::pair{"a,b\n1,\"x\n2,y\n", "2"}}) {
        const auto error = refusal(text);
        EXPECT_EQ(error.code().name, codes::csvQuote.name) << text;
        EXPECT_EQ(error.detail("line"), line) << text;
        EXPECT_EQ(error.detail("file"), "t.csv");
    }
}

TEST(CsvTable, RefusesARowOfAnotherLength) {
    for (const auto& [text, line, found] :
         {std::tuple{"a,b\n1,2\n1\n", "3", "1"}, std::tuple{"a,b\n\"x\ny\",2\n1,2,3\n", "4", "3"}}) {
        const auto error = refusal(text);
        EXPECT_EQ(error.code().name, codes::csvCellCount.name);
        EXPECT_EQ(error.detail("file"), "t.csv");
        EXPECT_EQ(error.detail("line"), line);
        EXPECT_EQ(error.detail("value"), found);
        EXPECT_EQ(error.detail("expected"), "2");
    }
}

TEST(CsvTable, RefusesTwoColumnsOfOneName) {
    const auto error = refusal("insee,nom,insee\n1,2,3\n");
    EXPECT_EQ(error.code(), codes::csvDuplicateColumn);
    EXPECT_EQ(error.detail("line"), "1");
    EXPECT_EQ(error.detail("column"), "insee");
}

TEST(CsvTable, FindsTheFirstKnownNameOfAColumn) {
    const auto csv = table("libelle,nom\nx,y\n");
    constexpr std::array<std::string_view, 2> names{"nom", "libelle"};
    EXPECT_EQ(csv.find(names), 1U) << "the order of the names decides";
    constexpr std::array<std::string_view, 2> absent{"population", "pop"};
    EXPECT_FALSE(csv.find(absent));
    const auto missing = csv.require(absent);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code(), codes::csvMissingColumn);
    EXPECT_EQ(missing.error().detail("column"), "population");
    EXPECT_EQ(missing.error().detail("expected"), "population, pop");
    EXPECT_EQ(missing.error().detail("value"), "libelle, nom");
    EXPECT_EQ(missing.error().detail("line"), "1");
}

TEST(CsvTable, ReadsNumbersWithADecimalPoint) {
    const auto csv = table("n\n50.7307\n-3\n1e3\n\"\"\n");
    const auto number = [&](std::size_t row) { return csv.number(csv.rows().at(row), 0).value(); };
    EXPECT_EQ(number(0), 50.7307);
    EXPECT_EQ(number(1), -3.0);
    EXPECT_EQ(number(2), 1000.0);
    EXPECT_FALSE(number(3)) << "an empty cell is missing, not zero";
}

TEST(CsvTable, RefusesWhatIsNotANumberWithItsPlace) {
    for (const std::string cell : {"50,7", "abc", "1 000", "nan", "inf", "1e999", "12x", "+1", "0x10"}) {
        const auto csv = table("insee,lat\n62024,\"" + cell + "\"\n");
        const auto number = csv.number(csv.rows()[0], 1);
        ASSERT_FALSE(number) << cell;
        EXPECT_EQ(number.error().code(), codes::csvNumber);
        EXPECT_EQ(number.error().detail("file"), "t.csv");
        EXPECT_EQ(number.error().detail("line"), "2");
        EXPECT_EQ(number.error().detail("column"), "lat");
        EXPECT_EQ(number.error().detail("value"), cell);
    }
}

TEST(CsvTable, RefusesANumberOutOfItsRange) {
    const auto csv = table("lat\n90\n90.1\n\"\"\n");
    EXPECT_EQ(csv.number(csv.rows()[0], 0, -90, 90).value(), 90.0);
    EXPECT_FALSE(csv.number(csv.rows()[2], 0, -90, 90).value());
    const auto out = csv.number(csv.rows()[1], 0, -90, 90);
    ASSERT_FALSE(out);
    EXPECT_EQ(out.error().code(), codes::csvRange);
    EXPECT_EQ(out.error().detail("line"), "3");
    EXPECT_EQ(out.error().detail("column"), "lat");
    EXPECT_EQ(out.error().detail("value"), "90.1");
    EXPECT_TRUE(csv.number(csv.rows()[1], 0, 0, std::numeric_limits<double>::infinity()));
}

TEST(CsvTable, NamesTheFileThatIsMissing) {
    const auto read = CsvTable::read("/nowhere/communes.csv");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code(), codes::fileMissing);
    EXPECT_EQ(read.error().detail("file"), "/nowhere/communes.csv");
}

} // namespace
} // namespace medicobus
