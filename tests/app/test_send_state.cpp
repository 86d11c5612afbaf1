// SPDX-License-Identifier: EUPL-1.2
#include "exchange/send_state.h"

#include "sync/http.h"
#include "tests/app/app_fixture.h"

namespace medicobus::app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using Standing = SendState::Standing;

/// Tuesday 2 March 2027 at 10:12.
class SendWords : public testing::Test {
protected:
    SendWords() { application(); }

    SendState enrolled() const {
        SendState state;
        state.standing = Standing::Enrolled;
        state.isSynchronised = true;
        state.lastContact = m_now - minutes(1);
        return state;
    }
    std::string inShort(const SendState& state) const {
        return send_words::inShort(state, m_now).replace(QChar(0xA0), QLatin1Char(' ')).toStdString();
    }
    static Error unreachable() { return Error(sync::codes::unreachable).with("cause", "timeout"); }

    Instant m_now = *toInstant(*parseLocal("2027-03-02T10:12"));
};

TEST_F(SendWords, SaysSynchronisedOnlyOnTheWordOfTheHub) {
    EXPECT_EQ(inShort(enrolled()), "Synchronisé à 10 h 11");
    SendState yesterday = enrolled();
    yesterday.lastContact = m_now - hours(24);
    EXPECT_EQ(inShort(yesterday), "Synchronisé hier à 10 h 12") << "a tablet that lay locked";

    SendState unsaid = enrolled();
    unsaid.isSynchronised = false;
    SendState waiting = enrolled();
    waiting.waiting = 1;
    SendState failed = enrolled();
    failed.failure = unreachable();
    SendState neverMet = enrolled();
    neverMet.lastContact.reset();
    SendState alone = enrolled();
    alone.standing = Standing::Alone;
    SendState asking = enrolled();
    asking.standing = Standing::Asking;
    SendState revoked = enrolled();
    revoked.standing = Standing::Revoked;
    SendState wiped = enrolled();
    wiped.standing = Standing::Wiped;
    for (const SendState& state : {unsaid, waiting, failed, neverMet, alone, asking, revoked, wiped}) {
        EXPECT_EQ(inShort(state).find("Synchronisé"), std::string::npos) << static_cast<int>(state.standing);
        EXPECT_FALSE(send_words::inBrief(state, m_now).contains("Synchronisé")) << inShort(state);
        EXPECT_LE(send_words::inBrief(state, m_now).size(), 16) << "one line of large letters on a phone";
        EXPECT_NE(send_words::icon(state), "cloud-done") << inShort(state);
    }
}

TEST_F(SendWords, CountsWhatWaitsAndSaysHowOldItIs) {
    const std::pair<std::chrono::milliseconds, const char*> cases[] = {
        {std::chrono::seconds(59), "3 à envoyer"}, {minutes(12), "3 à envoyer, 12 min"},
        {minutes(119), "3 à envoyer, 1 h"},        {hours(47), "3 à envoyer, 47 h"},
        {hours(71), "3 à envoyer, 2 jours"},       {minutes(-30), "3 à envoyer"}};
    for (const auto& [since, text] : cases) {
        SendState state = enrolled();
        state.isSynchronised = false;
        state.waiting = 3;
        state.oldestWaiting = m_now - since;
        EXPECT_EQ(inShort(state), text);
    }
}

TEST_F(SendWords, SaysSinceWhenTheHubIsOutOfReach) {
    SendState state = enrolled();
    state.failure = unreachable();
    state.lastContact = m_now - minutes(32);
    EXPECT_EQ(inShort(state), "Hors ligne depuis 9 h 40");
    state.lastContact = m_now - hours(24);
    EXPECT_EQ(inShort(state), "Hors ligne depuis hier à 10 h 12");
    state.lastContact = m_now - hours(24 * 4);
    EXPECT_EQ(inShort(state), "Hors ligne depuis vendredi 26 février à 10 h 12");
    state.waiting = 2;
    state.oldestWaiting = m_now - minutes(12);
    EXPECT_EQ(inShort(state), "2 à envoyer, 12 min") << "what waits comes first";
    EXPECT_EQ(send_words::icon(state), "cloud-off");
    EXPECT_FALSE(send_words::why(state, m_now).isEmpty());
    EXPECT_FALSE(send_words::remedy(state).isEmpty());
}

TEST_F(SendWords, SaysThatItSendsAndThatSomethingBlocksIt) {
    SendState state = enrolled();
    state.isSynchronised = false;
    state.waiting = 3;
    state.oldestWaiting = m_now - minutes(12);
    state.isRunning = true;
    EXPECT_EQ(inShort(state), "Envoi de 3 en cours…");
    state.failure = unreachable();
    EXPECT_EQ(inShort(state), "3 à envoyer, 12 min") << "another try at what was out of reach";
    state.isRunning = false;
    state.failure = Error(sync::codes::wrongHub);
    EXPECT_EQ(inShort(state), "Envoi bloqué, 3 à envoyer") << "trying again would not help";
    EXPECT_EQ(send_words::icon(state), "act");
    EXPECT_FALSE(send_words::remedy(state).isEmpty());
    state.waiting = 0;
    EXPECT_EQ(inShort(state), "Envoi bloqué");
    state.isSynchronised = true;
    state.failure.reset();
    state.isRunning = true;
    EXPECT_EQ(inShort(state), "Synchronisé à 10 h 11") << "looking for news takes nothing back";
}

TEST_F(SendWords, TellsAClockThatGoesWrongWhichWayAndByHowMuch) {
    SendState state = enrolled();
    state.drift = minutes(4) + std::chrono::seconds(20);
    EXPECT_EQ(inShort(state), "Horloge décalée de 4 min");
    EXPECT_TRUE(send_words::clockText(state).contains("avance"));
    state.drift = -hours(3);
    EXPECT_EQ(inShort(state), "Horloge décalée de 3 h");
    EXPECT_TRUE(send_words::clockText(state).contains("retarde"));
    state.drift = std::chrono::seconds(119);
    EXPECT_EQ(inShort(state), "Synchronisé à 10 h 11");
    EXPECT_EQ(send_words::clockText(state), "");
}

TEST_F(SendWords, SaysWhereTheDeviceStands) {
    SendState state;
    state.waiting = 40;
    EXPECT_EQ(inShort(state), "Cet appareil travaille seul") << "nothing waits where nothing is ever sent";
    state.standing = Standing::Asking;
    EXPECT_EQ(inShort(state), "Inscription à approuver");
    state.standing = Standing::Revoked;
    EXPECT_EQ(inShort(state), "Appareil révoqué");
    EXPECT_TRUE(send_words::why(state, m_now).contains("n’est plus accepté"));
    state.standing = Standing::Wiped;
    EXPECT_EQ(inShort(state), "Appareil effacé");
    for (const auto standing : {Standing::Alone, Standing::Asking, Standing::Revoked, Standing::Wiped}) {
        state.standing = standing;
        EXPECT_FALSE(send_words::why(state, m_now).isEmpty());
        EXPECT_FALSE(send_words::remedy(state).isEmpty()) << "every refusal says what to do next";
    }
}

TEST_F(SendWords, TellsThatALockedDeviceSendsNothing) {
    SendState state = enrolled();
    state.isLocked = true;
    state.isSynchronised = false;
    state.waiting = 1;
    state.nextTry = m_now + minutes(5);
    EXPECT_TRUE(send_words::why(state, m_now).contains("verrouillé"));
    EXPECT_EQ(send_words::nextTry(state, m_now), "");
    state.isLocked = false;
    EXPECT_TRUE(send_words::nextTry(state, m_now).contains("5"));
}

} // namespace
} // namespace medicobus::app
