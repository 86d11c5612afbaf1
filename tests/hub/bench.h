// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/server/sql/hub_store.h"
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/hub.h"
#include "sync/wire/page.h"
#include "sync/wire/push.h"
#include "sync/wire/session.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace medicobus::test {

/// A clock stepped by hand.
class HandClock : public Clock {
public:
    Instant now() const override { return m_now; }
    void set(LocalTime time) { m_now = toInstant(time).value(); }
    void step(std::chrono::milliseconds by) { m_now += by; }

private:
    Instant m_now = toInstant(parseLocal("2027-03-01T08:00").value()).value();
};

/// Bytes that repeat with their seed.
Entropy seededEntropy(std::uint64_t seed);

/// A device as the hub sees it: a chain of signed operations and a session.
class TestDevice {
public:
    TestDevice(const Clock& clock, std::uint64_t seed);

    journal::Operation& write(const std::string& kind, journal::Subject subject, Json open,
                              std::optional<std::string> sealed = std::nullopt,
                              std::optional<std::string> key = std::nullopt);
    /// Signs the last operation again after a change to it.
    void seal(journal::Operation& operation) const;

    void openSession(sync::Hub& hub);
    sync::HttpAnswer call(sync::Hub& hub, const std::string& method, const std::string& path,
                          const Json& body = nullptr) const;
    sync::HttpAnswer pushRaw(sync::Hub& hub, std::size_t from, std::size_t count = SIZE_MAX) const;
    /// Pushes what was written from this number on.
    sync::PushAnswer push(sync::Hub& hub, std::int64_t fromSeq = 1, std::vector<sync::Envelope> keys = {});
    sync::Page pull(sync::Hub& hub, std::int64_t after = 0, std::size_t limit = 5000) const;

    journal::DeviceId id;
    sync::PublicKey signKey{};
    sync::PublicKey boxKey{};
    std::vector<journal::Operation> chain;
    std::string token;
    std::string epoch;

private:
    const Clock& m_clock;
    Entropy m_entropy;
    std::array<std::uint8_t, 64> m_secret{};
};

/// One hub on one store of either engine, with a small published programme: site S1 in commune 62001, every
/// Tuesday from 9 to 12, slots of 20 minutes; S2 in 62002 on Thursdays.
class HubTest : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override;
    void TearDown() override;

    std::unique_ptr<sync::Hub> openHub(sync::HubOptions options = {});
    std::unique_ptr<platform::SqlHubStore> openStore();
    /// Invites, enrols and approves.
    TestDevice enrol(sync::Role role, const std::string& commune = {});
    void publish(TestDevice& coordination);
    /// Runs the work as the hub would.
    void decide(const std::function<void(sync::HubTransaction&, sync::Author&)>& work);

    HandClock clock;
    std::filesystem::path folder;
    std::string database;
    std::unique_ptr<platform::SqlHubStore> store;
    std::unique_ptr<sync::Hub> hub;
    std::uint64_t seed = 1;
};

inline const std::string tuesday = "s1@2027-03-02T09:00";

/// The open body of a booking.
Json bookingOf(const std::string& occurrence, int slot, const std::string& basis = "request",
               const std::string& lease = {});

/// The hub's decisions on an appointment in a page.
std::vector<journal::Operation> decisionsOn(const sync::Page& page, const std::string& appointment);

} // namespace medicobus::test
