// SPDX-License-Identifier: EUPL-1.2
#include "cli/table.h"

#include <gtest/gtest.h>

namespace medicobus::cli {
namespace {

TEST(Table, AlignsByWhatIsSeen) {
    Table table({{"Lieu"}, {"N", Table::Side::Right}});
    table.add({"Évreux", "3\u202f792"});
    table.add({"Y", "8"});
    EXPECT_EQ(table.text(), "Lieu        N\n"
                            "──────  ─────\n"
                            "Évreux  3\u202f792\n"
                            "Y           8");
}

TEST(Table, CountsCombiningAndWideCharacters) {
    EXPECT_EQ(displayWidth("e\u0301"), 1U);
    EXPECT_EQ(displayWidth("中"), 2U);
    EXPECT_EQ(displayWidth("l'Étang\u00a0!"), 9U);
    EXPECT_EQ(displayWidth(""), 0U);
}

TEST(Table, LeavesMissingCellsEmptyAndNoTrailingSpace) {
    Table table({{"A"}, {"Longue"}});
    table.add({"x"});
    EXPECT_EQ(table.text(), "A  Longue\n─  ──────\nx");
}

} // namespace
} // namespace medicobus::cli
