// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/bench.h"

#include "sync/wire/lease.h"

#include <atomic>
#include <thread>

namespace medicobus::test {

using sync::Role;

class HubPlaces : public HubTest {
protected:
    std::string book(TestDevice& device, int slot, const std::string& basis = "request",
                     const std::string& lease = {}) {
        const std::string appointment = Uuid::v7(clock.now(), seededEntropy(++seed)).text();
        device.write("appointment.booked", {"appointment", appointment},
                     bookingOf(tuesday, slot, basis, lease), "sealed");
        device.push(*hub, static_cast<std::int64_t>(device.chain.size()));
        return appointment;
    }
    std::string lastWord(const TestDevice& device, const std::string& appointment) {
        const auto said = decisionsOn(device.pull(*hub), appointment);
        return said.empty() ? "" : said.back().kind + " " + said.back().open.value("reason", "");
    }
    std::optional<sync::Lease> lease(TestDevice& device, int places) {
        const auto answer =
            device.call(*hub, "POST", "/v1/leases", sync::toJson(sync::LeaseRequest{tuesday, places}));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return sync::readLeaseAnswer(answer.body).value().lease;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, HubPlaces, testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return each.param; });

TEST_P(HubPlaces, GivesAPlaceToTheFirstAndAlternativesToTheSecond) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice a = enrol(Role::Crew);
    TestDevice b = enrol(Role::Crew);
    const auto first = book(a, 3);
    const auto second = book(b, 3);
    EXPECT_EQ(lastWord(a, first), "claim.confirmed ");
    EXPECT_EQ(lastWord(b, second), "claim.refused taken");
    const auto refused = decisionsOn(b.pull(*hub), second).back();
    const Json& others = refused.open["alternatives"];
    ASSERT_EQ(others.size(), 3U);
    EXPECT_EQ(others[0]["occurrence"], tuesday);
    EXPECT_TRUE(others[0]["slot"] == 2 || others[0]["slot"] == 4) << refused.open.dump();
}

TEST_P(HubPlaces, SaysWhyAPlaceCannotBe) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice crew = enrol(Role::Crew);
    EXPECT_EQ(lastWord(crew, book(crew, 99)), "claim.refused no_such_place");
    coordination.write("passage.cancelled", {"passage", tuesday}, {{"reason", "panne"}, {"sequence", 1}});
    coordination.push(*hub, 2);
    EXPECT_EQ(lastWord(crew, book(crew, 1)), "claim.refused passage_cancelled");
    clock.set(parseLocal("2027-03-02T18:00").value());
    coordination.openSession(*hub);
    coordination.write("passage.kept", {"passage", tuesday},
                       {{"sequence", 2}, {"base", coordination.chain.back().id.text()}});
    coordination.push(*hub, 3);
    crew.openSession(*hub);
    EXPECT_EQ(lastWord(crew, book(crew, 1)), "claim.refused passage_past");
}

TEST_P(HubPlaces, FreesAPlaceWhenItIsCancelledAndClaimsItAgainWhenReinstated) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice crew = enrol(Role::Crew);
    const auto first = book(crew, 3);
    clock.step(std::chrono::seconds(1));
    crew.write("appointment.cancelled", {"appointment", first}, {{"cause", "patient_asked"}});
    crew.push(*hub, 2);
    const auto second = book(crew, 3);
    EXPECT_EQ(lastWord(crew, second), "claim.confirmed ");
    clock.step(std::chrono::seconds(1));
    crew.write("appointment.reinstated", {"appointment", first}, bookingOf(tuesday, 3));
    crew.push(*hub, 4);
    EXPECT_EQ(lastWord(crew, first), "claim.refused taken");
}

TEST_P(HubPlaces, MovesOnlyWhenTheNewPlaceIsConfirmed) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice crew = enrol(Role::Crew);
    const auto first = book(crew, 1);
    const auto second = book(crew, 2);
    clock.step(std::chrono::seconds(1));
    crew.write("appointment.moved", {"appointment", first}, bookingOf(tuesday, 2));
    crew.push(*hub, 3);
    EXPECT_EQ(lastWord(crew, first), "claim.refused taken");
    EXPECT_EQ(lastWord(crew, book(crew, 1)), "claim.refused taken") << "the old place is still held";
    clock.step(std::chrono::seconds(1));
    crew.write("appointment.moved", {"appointment", second}, bookingOf(tuesday, 5));
    crew.push(*hub, 5);
    EXPECT_EQ(lastWord(crew, second), "claim.confirmed ");
    EXPECT_EQ(lastWord(crew, book(crew, 2)), "claim.confirmed ") << "the old place is free";
}

TEST_P(HubPlaces, LeasesDisjointSharesAndLetsOthersWait) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice a = enrol(Role::Crew);
    TestDevice b = enrol(Role::Crew);
    const auto shareA = lease(a, 100);
    const auto shareB = lease(b, 100);
    ASSERT_TRUE(shareA && shareB);
    for (const auto& place : shareA->places) {
        EXPECT_EQ(std::count(shareB->places.begin(), shareB->places.end(), place), 0);
    }
    const int slot = shareA->places.front().slot;
    const auto other = book(b, slot);
    EXPECT_EQ(lastWord(b, other), "") << "it waits";
    clock.step(std::chrono::hours(24 * 30));
    b.openSession(*hub);
    b.write("tour.departed", {"tour", "x"}, Json::object());
    b.push(*hub, static_cast<std::int64_t>(b.chain.size()));
    a.openSession(*hub);
    const auto told = book(a, slot, "lease", shareA->id);
    EXPECT_EQ(lastWord(a, told), "claim.confirmed ") << "expiry alone never frees a place";
    EXPECT_EQ(lastWord(b, other), "claim.refused taken");
}

TEST_P(HubPlaces, ReleaseAndRevocationFreePlaces) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice a = enrol(Role::Crew);
    TestDevice b = enrol(Role::Crew);
    const auto share = lease(a, 4);
    ASSERT_TRUE(share);
    const auto first = book(b, share->places[0].slot);
    const auto second = book(b, share->places[1].slot);
    a.write("lease.released", {"lease", share->id},
            sync::toJson(sync::LeaseRelease{share->id, {share->places[0]}}));
    a.push(*hub);
    EXPECT_EQ(lastWord(b, first), "claim.confirmed ");
    EXPECT_EQ(lastWord(b, second), "");
    const auto answer =
        coordination.call(*hub, "POST", "/v1/devices/" + a.id.text() + "/revocation", {{"wipe", true}});
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(lastWord(b, second), "claim.confirmed ");
    const auto refused = a.call(*hub, "GET", "/v1/chains");
    EXPECT_EQ(refused.status, 403);
    EXPECT_TRUE(sync::readRefusal(refused.body).value().wipe);
}

TEST_P(HubPlaces, WaitsWhileRecoveringAndDecidesAtItsEnd) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice crew = enrol(Role::Crew);
    decide([&](sync::HubTransaction& transaction, sync::Author&) {
        sync::renew(transaction, clock, seededEntropy(99));
    });
    hub = openHub();
    const auto waits = book(crew, 1);
    EXPECT_EQ(lastWord(crew, waits), "");
    EXPECT_FALSE(lease(crew, 3));
    for (TestDevice* device : {&crew, &coordination}) {
        device->call(*hub, "GET", "/v1/chains");
        device->pull(*hub);
    }
    EXPECT_EQ(lastWord(crew, waits), "claim.confirmed ");
}

TEST_P(HubPlaces, ConfirmsOneOfManyWhoRace) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    constexpr std::size_t racers = 6;
    constexpr int slots = 4;
    std::vector<TestDevice> devices;
    // Each hub on connections of its own, as separate processes would be.
    std::vector<std::unique_ptr<platform::SqlHubStore>> stores;
    std::vector<std::unique_ptr<sync::Hub>> hubs;
    for (std::size_t i = 0; i < racers; ++i) {
        devices.push_back(enrol(Role::Crew));
        stores.push_back(openStore());
        hubs.push_back(sync::Hub::open(*stores[i], clock, seededEntropy(5000 + i), {}).value());
        for (int slot = 0; slot < slots; ++slot) {
            devices[i].write("appointment.booked",
                             {"appointment", Uuid::v7(clock.now(), seededEntropy(++seed)).text()},
                             bookingOf(tuesday, slot), "sealed");
        }
    }
    std::atomic<bool> isOver{false};
    std::vector<std::int64_t> polled;
    TestDevice reader = enrol(Role::Crew);
    std::thread poller([&] {
        std::int64_t cursor = 0;
        while (true) {
            const bool isLast = isOver;
            const auto page = reader.pull(*hub, cursor, 7);
            cursor = page.to;
            for (const auto& each : page.operations) {
                polled.push_back(each.kind == "appointment.booked" ? 1 : 0);
            }
            if (isLast && !page.hasMore) {
                return;
            }
        }
    });
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < racers; ++i) {
        threads.emplace_back([&, i] {
            for (std::size_t at = 0; at < slots; ++at) {
                EXPECT_EQ(devices[i].pushRaw(*hubs[i], at, 1).status, 200);
            }
        });
    }
    for (std::thread& each : threads) {
        each.join();
    }
    isOver = true;
    poller.join();
    std::map<int, int> confirmed;
    std::size_t decided = 0;
    for (const auto& each : reader.pull(*hub).operations) {
        if (each.kind == "claim.confirmed") {
            ++confirmed[each.open["slot"].get<int>()];
        }
        decided += each.kind.starts_with("claim.") ? 1U : 0U;
    }
    EXPECT_EQ(decided, racers * slots);
    for (int slot = 0; slot < slots; ++slot) {
        EXPECT_EQ(confirmed[slot], 1) << "slot " << slot;
    }
    EXPECT_EQ(std::count(polled.begin(), polled.end(), 1), static_cast<std::ptrdiff_t>(racers * slots))
        << "a cursor missed an operation";
}

} // namespace medicobus::test
