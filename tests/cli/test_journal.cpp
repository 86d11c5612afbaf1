// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"

#include <gmock/gmock.h>

namespace medicobus::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class JournalCommand : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(run({"demo", "-o", m_scratch.path("demo"), "--today", "2027-03-03"}).status, 0);
        m_store = m_scratch.path("demo/tablette.db");
        m_copy = m_scratch.path("copy.db");
    }

    Scratch m_scratch;
    std::string m_store;
    std::string m_copy;
};

TEST_F(JournalCommand, BacksUpAndPutsBack) {
    ASSERT_EQ(run({"journal", "backup", m_store, "-o", m_copy}).status, 0);
    const auto original = run({"journal", "verify", m_store, "--json"}).json();
    const auto copied = run({"journal", "verify", m_copy, "--json"}).json();
    EXPECT_EQ(original["operations"], copied["operations"]);
    const std::string restored = m_scratch.path("restored.db");
    const Ran ran = run({"journal", "restore", restored, "--from", m_copy});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(run({"journal", "verify", restored}).status, 0);
}

TEST_F(JournalCommand, Rebuilds) {
    EXPECT_EQ(run({"journal", "rebuild", m_store}).status, 0);
    EXPECT_EQ(run({"journal", "verify", m_store}).status, 0);
}

TEST_F(JournalCommand, RefusesWhatIsNoJournal) {
    for (const std::string verb : {"verify", "rebuild"}) {
        EXPECT_EQ(run({"journal", verb, m_scratch.path("none.db")}).status, 2);
        EXPECT_FALSE(fs::exists(m_scratch.path("none.db")));
        const Ran text = run({"journal", verb, m_scratch.write("text.db", std::string(5000, 'x'))});
        EXPECT_EQ(text.status, 2);
        EXPECT_NE(text.err, "");
        EXPECT_EQ(m_scratch.read("text.db"), std::string(5000, 'x'));
    }
}

TEST_F(JournalCommand, FindsADamagedFile) {
    std::string bytes;
    ASSERT_EQ(run({"journal", "backup", m_store, "-o", m_copy}).status, 0);
    bytes = m_scratch.read("copy.db");
    for (std::size_t at = 8192; at < bytes.size(); at += 64) {
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    }
    m_scratch.write("copy.db", bytes);
    const Ran ran = run({"journal", "verify", m_copy}, "en");
    EXPECT_NE(ran.status, 0);
    EXPECT_NE(ran.out + ran.err, "");
    EXPECT_NE(run({"journal", "restore", m_scratch.path("other.db"), "--from", m_copy}).status, 0);
    EXPECT_FALSE(fs::exists(m_scratch.path("other.db")));
}

} // namespace
} // namespace medicobus::testing
