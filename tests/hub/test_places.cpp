// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/bench.h"

#include "sync/wire/lease.h"

#include <sodium.h>

#include <atomic>
#include <thread>

namespace medicobus::test {

using sync::Role;

class HubPlaces : public HubTest {
protected:
    TestDevice enrolPublisher() {
        TestDevice coordination = enrol(Role::Coordination);
        publish(coordination);
        return coordination;
    }
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
        return lease(device, places, Uuid::v7(clock.now(), seededEntropy(++seed)));
    }
    std::optional<sync::Lease> lease(TestDevice& device, int places, const Uuid& request) {
        const auto answer = device.call(*hub, "POST", "/v1/leases",
                                        sync::toJson(sync::LeaseRequest{request, tuesday, places}));
        EXPECT_EQ(answer.status, 200) << answer.body;
        return sync::readLeaseAnswer(answer.body).value().lease;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, HubPlaces, testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return each.param; });

TEST_P(HubPlaces, GivesAPlaceToTheFirstAndAlternativesToTheSecond) {
    TestDevice coordination = enrolPublisher();
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
    TestDevice coordination = enrolPublisher();
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
    TestDevice coordination = enrolPublisher();
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
    TestDevice coordination = enrolPublisher();
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

TEST_P(HubPlaces, GivesABackPlaceAgainOnlyByANewWord) {
    TestDevice coordination = enrolPublisher();
    TestDevice a = enrol(Role::Crew);
    TestDevice b = enrol(Role::Crew);
    const auto first = book(a, 3);
    clock.step(std::chrono::seconds(1));
    // Said before the cancellation, and sent after the place is another's.
    b.write("appointment.absent", {"appointment", first}, Json::object());
    clock.step(std::chrono::seconds(1));
    a.write("appointment.cancelled", {"appointment", first}, {{"cause", "patient_asked"}});
    a.push(*hub, 2);
    EXPECT_EQ(lastWord(a, first), "claim.ended ");
    EXPECT_EQ(lastWord(a, book(a, 3)), "claim.confirmed ");
    b.push(*hub, 1);
    EXPECT_EQ(lastWord(a, first), "claim.refused taken");
}

TEST_P(HubPlaces, LetsNobodyGiveBackAPlaceThatTheyHadNotHeardOf) {
    TestDevice coordination = enrolPublisher();
    TestDevice a = enrol(Role::Crew);
    TestDevice b = enrol(Role::Crew);
    const auto first = book(a, 3);
    const Json known = Json::array({a.chain.back().id.text()});
    clock.step(std::chrono::seconds(1));
    b.write("appointment.cancelled", {"appointment", first}, {{"cause", "patient_asked"}, {"ends", known}});
    clock.step(std::chrono::seconds(1));
    Json elsewhere = bookingOf(tuesday, 5);
    elsewhere["ends"] = known;
    a.write("appointment.moved", {"appointment", first}, elsewhere);
    a.push(*hub, 2);
    const auto said = decisionsOn(a.pull(*hub), first);
    ASSERT_EQ(said.size(), 3U);
    EXPECT_EQ(said[1].kind, "claim.ended") << "the place left behind is said to be over";
    EXPECT_EQ(said[2].kind, "claim.confirmed");
    // The cancellation is older than the move, and comes after somebody was told the new place.
    b.push(*hub, 1);
    EXPECT_EQ(lastWord(b, book(b, 5)), "claim.refused taken");
    EXPECT_EQ(lastWord(b, book(b, 3)), "claim.confirmed ");
}

TEST_P(HubPlaces, KeepsAPlaceOfAShareThatItsDeviceOnlyAskedFor) {
    TestDevice coordination = enrolPublisher();
    TestDevice a = enrol(Role::Crew);
    TestDevice b = enrol(Role::Crew);
    const auto share = lease(a, 2);
    ASSERT_TRUE(share);
    const int slot = share->places.front().slot;
    const auto asked = book(a, slot);
    EXPECT_EQ(lastWord(a, asked), "claim.confirmed ");
    clock.step(std::chrono::seconds(1));
    a.write("appointment.cancelled", {"appointment", asked}, {{"cause", "patient_asked"}});
    a.push(*hub, 2);
    const auto other = book(b, slot);
    EXPECT_EQ(lastWord(b, other), "") << "it may have been promised by its share since";
    EXPECT_EQ(lastWord(a, book(a, slot, "lease", share->id)), "claim.confirmed ");
    EXPECT_EQ(lastWord(b, other), "claim.refused taken");
}

TEST_P(HubPlaces, GrantsAShareOnceHoweverOftenItIsAskedFor) {
    TestDevice coordination = enrolPublisher();
    TestDevice a = enrol(Role::Crew);
    TestDevice b = enrol(Role::Crew);
    const Uuid request = Uuid::v7(clock.now(), seededEntropy(4711));
    const auto first = lease(a, 2, request);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->id, request.text());
    EXPECT_EQ(lease(a, 2, request), first);
    EXPECT_FALSE(lease(b, 2, request)) << "it is another's";
    std::size_t granted = 0;
    for (const auto& each : a.pull(*hub).operations) {
        granted += each.kind == "lease.granted" ? 1U : 0U;
    }
    EXPECT_EQ(granted, 1U);
}

TEST_P(HubPlaces, TakesBackWhatAFormerHubToldInTheScopeOfWhomItTold) {
    TestDevice coordination = enrolPublisher();
    TestDevice hall = enrol(Role::TownHall, "62001");
    TestDevice crew = enrol(Role::Crew);
    const std::string appointment = Uuid::v7(clock.now(), seededEntropy(++seed)).text();
    const auto claim = hall.write("appointment.deposited", {"appointment", appointment},
                                  bookingOf(tuesday, 2), "a sealed box", "crew");
    clock.step(std::chrono::seconds(1));
    // Of a hub that was lost since; what it said before, nobody here was told.
    journal::Operation told;
    told.id = journal::OperationId::make(clock.now(), seededEntropy(71));
    told.device = journal::DeviceId::make(clock.now(), seededEntropy(72));
    told.seq = 3;
    told.time = HybridClock(clock, {}).tick();
    told.actor = "hub";
    told.subject = {"appointment", appointment};
    told.kind = "claim.confirmed";
    told.open = bookingOf(tuesday, 2);
    told.open["appointment"] = appointment;
    told.open["operation"] = claim.id.text();
    told.open["device"] = hall.id.text();
    told.hash = journal::hashOf(told).value();
    decide([&](sync::HubTransaction& transaction, sync::Author&) {
        const auto identity = sync::identityIn(transaction, clock, seededEntropy(73));
        crypto_sign_detached(told.signature.emplace().data(), nullptr, told.hash.data(), told.hash.size(),
                             identity.signKey.data());
    });
    const auto answer = crew.call(*hub, "POST", "/v1/operations",
                                  Json::parse(sync::textOf(sync::Push{told.device, crew.epoch, {told}, {}})));
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(lastWord(crew, book(crew, 2)), "claim.refused taken") << "though the deposit is still to come";
    EXPECT_EQ(decisionsOn(hall.pull(*hub), appointment).size(), 1U);
    hall.push(*hub);
    EXPECT_EQ(lastWord(hall, appointment), "claim.confirmed ");
    EXPECT_EQ(decisionsOn(crew.pull(*hub), appointment).size(), 1U) << "and is decided on no second time";
}

TEST_P(HubPlaces, LeasesDisjointSharesAndLetsOthersWait) {
    TestDevice coordination = enrolPublisher();
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
    TestDevice coordination = enrolPublisher();
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
    TestDevice coordination = enrolPublisher();
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
    TestDevice coordination = enrolPublisher();
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
                // A store that has been busy for too long says so, and a device comes again.
                int status = 503;
                for (int tries = 0; status == 503 && tries < 20; ++tries) {
                    status = devices[i].pushRaw(*hubs[i], at, 1).status;
                }
                EXPECT_EQ(status, 200);
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
