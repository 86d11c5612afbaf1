// SPDX-License-Identifier: EUPL-1.2
#include "territory/admidep.h"

#include "base/random.h"
#include "base/text/fold.h"
#include "territory/admidep/land.h"
#include "territory/admidep/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace medicobus::territory {
namespace {

/// A commune in the making, in whole numbers.
struct Draft {
    AdmidepSettlement settlement;
    std::string name;
    std::int64_t population = 0;
    std::int64_t aplThousandths = 0;
    std::int64_t share65Tenths = 0;
    std::size_t practice = 0; ///< The settlement whose doctors are within best reach.
    bool hasPharmacy = false;
    bool isAplKnown = true;
};

std::int64_t within(Random& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
}

/// Twelfths of a lognormal law of median 310 inhabitants, read at random.
std::int64_t villagePopulation(Random& random) {
    constexpr std::array<std::int64_t, 13> quantiles{80,  110, 145, 180, 215,   260,  310,
                                                     375, 455, 570, 750, 1'150, 3'000};
    constexpr std::int64_t parts = 1'000;
    const std::int64_t at = within(random, 0, parts * 12 - 1);
    const auto step = static_cast<std::size_t>(at / parts);
    return quantiles[step] + (quantiles[step + 1] - quantiles[step]) * (at % parts) / parts;
}

std::int64_t populationOf(const Draft& draft, AdmidepSpot prefecture, Random& random) {
    switch (draft.settlement.rank) {
    case Rank::Prefecture:
        return within(random, 24'200, 25'900);
    case Rank::SousPrefecture:
        return within(random, 6'500, 9'800);
    case Rank::Town:
        return within(random, 2'600, 5'200);
    case Rank::MarketVillage:
        return within(random, 1'150, 2'500);
    case Rank::Village:
        break;
    }
    constexpr std::int64_t largestVillage = 3'000;
    constexpr std::int64_t suburb = 9'000;
    const bool isSuburb = metresBetween(draft.settlement.spot, prefecture) < suburb;
    return std::min(largestVillage, villagePopulation(random) * (isSuburb ? 17 : 10) / 10);
}

/// What the doctors of a place give its own people, consultations x 1000; 0 where there are none.
std::int64_t practiceOf(Rank rank, Random& random) {
    switch (rank) {
    case Rank::Prefecture:
        return within(random, 3'500, 3'700);
    case Rank::SousPrefecture:
        return within(random, 3'300, 3'900);
    case Rank::Town:
        return random.below(4) > 0 ? within(random, 3'050, 3'950) : 0;
    case Rank::MarketVillage:
        return random.below(3) == 0 ? within(random, 2'700, 3'200) : 0;
    case Rank::Village:
        break;
    }
    return 0;
}

/// Access falls by 0.14 consultation a kilometre beyond the first three; nobody is left with nothing.
void giveAccess(std::vector<Draft>& drafts, Random& random) {
    std::vector<std::int64_t> practices;
    for (const Draft& draft : drafts) {
        practices.push_back(practiceOf(draft.settlement.rank, random));
    }
    for (Draft& draft : drafts) {
        std::int64_t best = 0;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            const std::int64_t metres = metresBetween(draft.settlement.spot, drafts[i].settlement.spot);
            const std::int64_t left = practices[i] - std::max<std::int64_t>(0, metres - 3'000) * 14 / 100;
            if (practices[i] > 0 && left > best) {
                best = left;
                draft.practice = i;
            }
        }
        const std::int64_t upland = isUpland(draft.settlement.spot) ? 300 : 0;
        draft.aplThousandths =
            std::max(within(random, 700, 1'000), best - upland + within(random, -280, 220));
    }
}

/// The minutes by road to the nearest of the places that pass, at 1.3 x the straight line, to half a minute.
template <typename Has>
std::chrono::duration<double, std::ratio<60>> minutesTo(const Draft& from, const std::vector<Draft>& drafts,
                                                        std::int64_t kilometresPerHour, Has has) {
    std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
    for (const Draft& draft : drafts) {
        if (has(draft)) {
            nearest = std::min(nearest, metresBetween(from.settlement.spot, draft.settlement.spot));
        }
    }
    const std::int64_t halfMinutes = nearest * 13 * 120 / (kilometresPerHour * 10'000);
    return std::chrono::duration<double, std::ratio<60>>(static_cast<double>(halfMinutes) / 2);
}

Zoning zoningOf(std::int64_t aplThousandths) {
    if (aplThousandths < 2'300) {
        return Zoning::Zip;
    }
    if (aplThousandths < 3'300) {
        return Zoning::Zac;
    }
    return aplThousandths < 3'700 ? Zoning::OutOfZone : Zoning::Zar;
}

std::vector<Draft> draftCommunes(Random& random) {
    AdmidepNames names(random);
    std::vector<Draft> drafts;
    for (const AdmidepSettlement& settlement : settle(random)) {
        Draft draft;
        draft.settlement = settlement;
        const bool isTown = settlement.rank < Rank::MarketVillage;
        draft.name = isTown ? names.town() : names.village(riverNear(settlement.spot));
        draft.population =
            populationOf(draft, drafts.empty() ? settlement.spot : drafts.front().settlement.spot, random);
        draft.hasPharmacy =
            settlement.rank < Rank::Village || (draft.population > 900 && random.below(3) > 0);
        drafts.push_back(std::move(draft));
    }
    drafts.front().name = "Admirac";
    giveAccess(drafts, random);
    for (Draft& draft : drafts) {
        draft.share65Tenths =
            165 + std::max<std::int64_t>(0, 3'600 - draft.aplThousandths) / 16 + within(random, -35, 45);
    }
    constexpr int unknownCount = 2;
    for (int i = 0; i < unknownCount; ++i) {
        drafts[drafts.size() - 1 - random.below(drafts.size() / 2)].isAplKnown = false;
    }
    return drafts;
}

Commune finish(const Draft& draft, const std::vector<Draft>& drafts) {
    Commune commune;
    commune.name = draft.name;
    commune.department = "00";
    commune.population = static_cast<double>(draft.population);
    commune.point = toGeoPoint(draft.settlement.spot);
    if (draft.isAplKnown) {
        commune.apl = static_cast<double>(draft.aplThousandths) / 1'000;
        commune.zoning = zoningOf(draft.aplThousandths);
    }
    commune.share65 = static_cast<double>(draft.share65Tenths) / 10;
    commune.emergencyTime = minutesTo(draft, drafts, 55, [&](const Draft& other) {
        return other.settlement.rank == Rank::Prefecture || &other == &drafts[1];
    });
    commune.pharmacyTime = minutesTo(draft, drafts, 50, [](const Draft& other) { return other.hasPharmacy; });
    commune.postcodes = {fmt::format("00{}", 100 + 10 * draft.practice)};
    return commune;
}

} // namespace

Territory admidep(std::uint64_t seed) {
    Random random(seed);
    const std::vector<Draft> drafts = draftCommunes(random);
    Territory territory;
    territory.source = "Admidep";
    territory.isFictional = true;
    for (const Draft& draft : drafts) {
        territory.communes.push_back(finish(draft, drafts));
    }
    // Codes follow the alphabet, as INSEE's do.
    std::sort(territory.communes.begin(), territory.communes.end(), [](const Commune& a, const Commune& b) {
        return foldForSearch(a.name) < foldForSearch(b.name);
    });
    for (std::size_t i = 0; i < territory.communes.size(); ++i) {
        territory.communes[i].insee.value = fmt::format("00{:03}", i + 1);
    }
    return territory;
}

} // namespace medicobus::territory
