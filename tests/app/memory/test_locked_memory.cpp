// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/person/local_wraps.h"
#include "fixed_clock.h"
#include "tests/app/app_fixture.h"
#include "tests/core/vault/vault_folder.h"
#include "tests/core/vault/watched_process.h"
#include "vault/keys/base64.h"
#include "vault/keys/key_ring.h"
#include "vault/keys/sealed_box.h"

#include <gmock/gmock.h>

namespace medicobus::app {
namespace {

using vault::Needles;
using vault::WatchedProcess;

constexpr std::string_view pin = "840361";
constexpr int people = 9;

/// The same as the screens hold it.
std::string inUtf16(const std::string& text) {
    const QString wide = QString::fromStdString(text);
    return {reinterpret_cast<const char*>(wide.utf16()), static_cast<std::size_t>(wide.size()) * 2};
}

/// A device with a day of fictional patients, all made here: the application has no plain text but what it
/// opens, and what is typed.
class LockedMemory : public testing::Test {
protected:
    LockedMemory() {
        std::string pattern = (std::filesystem::temp_directory_path() / "app-memory-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        vault::FileKeychain keychain(m_folder);
        const vault::StillClock still;
        const FixedClock clock(*toInstant(*parseLocal("2027-03-02T08:00")));
        auto desk = clinic::Desk::open(m_folder / "medicobus.db", clock, systemEntropy(), "device").value();
        clinic::LocalWraps wraps(desk.journal());
        const auto vault = vault::Vault::create({keychain, wraps, still}, {"u-1", "Marie", pin}, {}).value();
        desk.useVault(vault.get());
        EXPECT_TRUE(desk.publish(smallProgramme()));
        for (int i = 0; i < people; ++i) {
            addPatient(desk, i);
        }
        addKeys(*vault);
    }
    ~LockedMemory() override { std::filesystem::remove_all(m_folder); }

    void addPatient(clinic::Desk& desk, int i) {
        const std::string family = fmt::format("Ouestreham-Fictif{:02}", i);
        const std::string given = fmt::format("Zéphirine{:02}", i);
        const std::string phone = fmt::format("+336998877{:02}", i);
        const std::string note = fmt::format("toux-imaginaire-{:02}", i);
        const auto who = desk.registerPatient({family, given, *parseDate("1951-03-12"), phone, ""}).value();
        const plan::OccurrenceId passage{{"s1"}, *parseLocal("2027-03-02T09:00")};
        const auto booked = desk.book({passage, i, who, clinic::ReasonGroup::Skin, {}}).value();
        clinic::Visit draft;
        draft.note = note;
        EXPECT_TRUE(desk.saveDraft(booked.appointment, draft));
        add("name", family);
        add("given name", given);
        add("phone", phone);
        add("phone as shown", clinic::displayPhone(phone));
        add("note", note);
    }
    void add(const std::string& what, const std::string& text) {
        m_needles[what + " " + text] = text;
        m_needles[what + " in UTF-16 " + text] = inUtf16(text);
    }
    /// The very keys, which only the recovery key brings out of a vault.
    void addKeys(vault::Vault& vault) {
        const auto pair = vault::Vault::makeRecoveryPair();
        ASSERT_TRUE(vault.setRecoveryKey(pair.publicKey));
        const auto text =
            vault::openBox(pair.publicKey, pair.secretKey, *vault::fromBase64(vault.recoveryCopy()));
        const auto ring = vault::KeyRing::fromRecoveryText(*text).value();
        m_needles["device key"] = ring.deviceKey().view();
        m_needles["local key"] = ring.localKey().view();
        m_needles["crew key"] = ring.crew()->key.view();
        m_needles["crew wrapping key"] = ring.crew()->wrapping.view();
    }
    /// Typed into the pages by the test.
    Needles typed() const {
        const std::string name = "Tapuscrit-Fictif";
        const std::string given = "Aglaé-Tapée";
        return {{"typed name", name},        {"typed name in UTF-16", inUtf16(name)},
                {"typed given name", given}, {"typed given name in UTF-16", inUtf16(given)},
                {"PIN", std::string(pin)},   {"PIN in UTF-16", inUtf16(std::string(pin))}};
    }
    void open(WatchedProcess& app) {
        ASSERT_EQ(app.hear(), "locked");
        EXPECT_THAT(app.found(m_needles), testing::IsEmpty()) << "before anybody opened it";
        obey(app, "pin " + std::string(pin));
        ASSERT_EQ(m_state, "open");
    }
    void obey(WatchedProcess& app, const std::string& order) {
        app.tell(order);
        m_state = app.hear();
    }
    /// Every page that shows or takes a person, with something half typed on the last.
    void goRound(WatchedProcess& app) {
        for (const char* order : {"screen today", "screen list", "person", "into note", "type Aglaé-Tapée",
                                  "screen list", "screen todo", "screen list", "book", "into search",
                                  "type Ouestreham", "new", "into familyName", "type Tapuscrit-Fictif"}) {
            obey(app, order);
            ASSERT_EQ(m_state, "open") << order;
        }
    }

    std::filesystem::path m_folder;
    Needles m_needles;
    std::string m_state;
};

std::size_t countOf(const std::vector<std::string>& found, std::string_view what) {
    return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const std::string& each) {
        return each.find(what) != std::string::npos;
    }));
}

TEST_F(LockedMemory, HoldsNobodyOnceLockedByHand) {
    WatchedProcess app(MEDICOBUS_APP_CHILD, m_folder);
    open(app);
    goRound(app);
    const auto before = app.found(m_needles);
    EXPECT_GE(countOf(before, "given name"), people) << "the control: the search finds what is shown";
    EXPECT_GE(countOf(before, "UTF-16"), people) << "and how the screens hold it";
    EXPECT_GE(countOf(before, "key"), 3U);
    EXPECT_EQ(countOf(app.found(typed()), "typed name"), 1U) << "in UTF-16, in the field";
    obey(app, "lock");
    ASSERT_EQ(m_state, "locked");
    EXPECT_THAT(app.found(m_needles), testing::IsEmpty());
    EXPECT_THAT(app.found(typed()), testing::IsEmpty());
    // What was half typed is kept sealed, and there again for whoever opens the device.
    obey(app, "pin " + std::string(pin));
    ASSERT_EQ(m_state, "open");
    EXPECT_EQ(countOf(app.found(typed()), "typed name"), 1U);
    app.tell("end");
}

TEST_F(LockedMemory, HoldsNobodyOnceNobodyWasThere) {
    WatchedProcess app(MEDICOBUS_APP_CHILD, m_folder);
    open(app);
    goRound(app);
    obey(app, "idle");
    ASSERT_EQ(m_state, "locked");
    EXPECT_THAT(app.found(m_needles), testing::IsEmpty());
    EXPECT_THAT(app.found(typed()), testing::IsEmpty());
    app.tell("end");
}

TEST_F(LockedMemory, WouldHoldThemWithoutTheWipingHeap) {
    WatchedProcess app(MEDICOBUS_APP_CHILD_PLAIN, m_folder);
    open(app);
    goRound(app);
    obey(app, "lock");
    ASSERT_EQ(m_state, "locked");
    EXPECT_THAT(app.found(m_needles), testing::Not(testing::IsEmpty()));
    app.tell("end");
}

} // namespace
} // namespace medicobus::app
