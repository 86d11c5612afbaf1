// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

namespace medicobus::clinic {
namespace {

/// Sites at 0, 4, 7 and 40 km or so: the one in the middle of each line is asked for.
class Alternatives : public DeskTest {
protected:
    /// "site slot" of the nearest places.
    std::vector<std::string> near(const plan::OccurrenceId& where, int slot, std::size_t count) {
        std::vector<std::string> texts;
        const auto free = desk->nearestFree(where, slot, count).value();
        for (const FreeSlot& each : free) {
            texts.push_back(formatDate(dateOf(each.slot.start)) + " " + each.occurrence.site.value + " "
                            + std::to_string(each.slot.index));
        }
        return texts;
    }
    void fill(const plan::OccurrenceId& where, int from, int until) {
        for (int slot = from; slot < until; ++slot) {
            booked(where, slot, "Fictif-" + std::to_string(++people));
        }
    }
    /// Four sites, one bus a site, one morning a week each.
    static plan::Programme fourSites() {
        plan::Programme programme = twoStops();
        programme.version = "0195f000-0000-7000-8000-000000000002";
        programme.series.resize(1);
        programme.tours.clear();
        const auto add = [&](const std::string& id, double lon, Weekday weekday) {
            plan::Site site = programme.sites.front();
            site.id = {id};
            site.point = {48.5, lon};
            programme.sites.push_back(site);
            programme.buses.push_back({id});
            programme.series.push_back(
                {{id}, {id}, {id}, weekday, {id}, {0}, TimeOfDay(540), TimeOfDay(600)});
        };
        programme.sites.resize(1);
        add("cerisaie", 0.20, Weekday::Thursday);
        add("deuxponts", 0.15, Weekday::Thursday);
        add("loinval", 0.70, Weekday::Wednesday);
        return programme;
    }
    void closeAubefleurFrom(const char* first, const char* last) {
        ASSERT_EQ(codeIn(desk->closeSite({"aubefleur"}, day(first), day(last), "travaux")), "done");
    }

    int people = 0;
};

TEST_F(Alternatives, AreOfThePassageByNearnessOfTheHourAndThenOfTheNextOnes) {
    fill(morning, 0, 7);
    EXPECT_EQ(near(morning, 3, 4),
              (std::vector<std::string>{"2027-03-02 aubefleur 7", "2027-03-02 aubefleur 8",
                                        "2027-03-09 aubefleur 3", "2027-03-09 aubefleur 2"}));
}

TEST_F(Alternatives, AreOfNearbySitesOnceTheSiteHasNoneLeft) {
    ASSERT_EQ(codeIn(desk->publish(fourSites())), "done");
    closeAubefleurFrom("2027-03-02", "2027-12-31");
    // Both on the Thursday after: the nearer first. The site at 50 km is never offered, though a day sooner.
    EXPECT_EQ(near(morning, 0, 4),
              (std::vector<std::string>{"2027-03-04 deuxponts 0", "2027-03-04 deuxponts 1",
                                        "2027-03-04 deuxponts 2", "2027-03-04 cerisaie 0"}));
    EXPECT_EQ(near(morning, 0, 25).back(), "2028-01-04 aubefleur 0") << "later at the same site, last of all";
    fill({{"deuxponts"}, at("2027-03-04T09:00")}, 0, 3);
    fill({{"cerisaie"}, at("2027-03-04T09:00")}, 0, 2);
    EXPECT_EQ(near(morning, 0, 3),
              (std::vector<std::string>{"2027-03-04 cerisaie 2", "2027-03-11 deuxponts 0",
                                        "2027-03-11 deuxponts 1"}));
}

TEST_F(Alternatives, AreNeverInThePast) {
    clock.set("2027-03-02T10:10");
    EXPECT_EQ(near(morning, 0, 2),
              (std::vector<std::string>{"2027-03-02 aubefleur 4", "2027-03-02 aubefleur 5"}));
    ASSERT_EQ(codeIn(desk->publish(fourSites())), "done");
    closeAubefleurFrom("2027-03-02", "2027-12-31");
    clock.set("2027-03-05T10:00");
    EXPECT_EQ(near(morning, 0, 1), std::vector<std::string>{"2027-03-11 deuxponts 0"});
}

} // namespace
} // namespace medicobus::clinic
