// SPDX-License-Identifier: EUPL-1.2
#include "coordination/devices/device_rows.h"
#include "tests/app/app_fixture.h"

namespace medicobus::app {
namespace {

/// Tuesday 2 March 2027 at 14:00.
class DeviceRows : public testing::Test {
protected:
    DeviceRows() { application(); }

    sync::DeviceEntry seen(std::chrono::minutes ago) const {
        sync::DeviceEntry entry;
        entry.name = "Tablette du bus 1";
        entry.lastContact = m_now - ago;
        entry.ackedThrough = 41;
        return entry;
    }
    std::string contact(const sync::DeviceEntry& entry) const {
        return device_rows::device(entry, {}, m_now).contact.replace(QChar(0xA0), ' ').toStdString();
    }

    Instant m_now = *toInstant(*parseLocal("2027-03-02T14:00"));
};

TEST_F(DeviceRows, TellWhatWaitsOnADeviceSinceWhenAndWhenItWasSeen) {
    auto entry = seen(std::chrono::hours(2));
    EXPECT_EQ(contact(entry), "Vu il y a 2 h · 41 changements reçus") << "an older program does not say";
    entry.unsent = 0;
    EXPECT_EQ(contact(entry), "Rien à envoyer, vu il y a 2 h · 41 changements reçus");
    entry.unsent = 3;
    entry.unsentSince = m_now - std::chrono::minutes(132);
    EXPECT_EQ(contact(entry), "3 à envoyer depuis 2 h, vu il y a 2 h · 41 changements reçus");
    entry.lastContact = m_now;
    entry.unsentSince = m_now - std::chrono::minutes(12);
    EXPECT_EQ(contact(entry), "3 à envoyer depuis 12 min, vu à l’instant · 41 changements reçus");
    entry.lastContact.reset();
    EXPECT_EQ(contact(entry), "Jamais vu depuis son inscription · 41 changements reçus");
}

TEST_F(DeviceRows, WarnOfWhatHasWaitedForADay) {
    auto entry = seen(std::chrono::minutes(5));
    entry.unsent = 3;
    entry.unsentSince = m_now - std::chrono::hours(23);
    const auto warning = [&] { return device_rows::device(entry, {}, m_now).warning.toStdString(); };
    EXPECT_EQ(warning(), "");
    entry.unsentSince = m_now - std::chrono::hours(24);
    EXPECT_NE(warning(), "");
    entry.state = sync::DeviceEntry::State::Revoked;
    EXPECT_EQ(warning(), "") << "nobody waits for what it has";
}

} // namespace
} // namespace medicobus::app
