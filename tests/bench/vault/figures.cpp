// SPDX-License-Identifier: EUPL-1.2
// What the vault costs on a tablet with 20,000 patients: unlocking, opening and sealing, the index of names
// and a search in it, and what wiping the heap adds. One core; prints a line each.
#include "base/json_reader.h"
#include "base/random.h"
#include "vault/search/patient_search.h"
#include "vault/vault.h"
#include "vault_fixture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <vector>

namespace medicobus::vault {
namespace {

constexpr int people = 20'000;

double milliseconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Invented names with the spread of real ones: about 9,000 different family names, 700 given ones.
class Names {
public:
    explicit Names(std::uint64_t seed) : m_random(seed) {}

    std::string family() {
        constexpr std::array<std::string_view, 24> heads{
            "Dup", "Mar", "Ber", "Lef", "Gau", "Rou", "Mor", "Gir", "Bon", "Fou", "Mer", "Bla",
            "Gue", "Bou", "Che", "Fra", "Cle", "Per", "Mat", "Vin", "Lam", "Ler", "Oua", "Sch"};
        constexpr std::array<std::string_view, 20> middles{"",   "an",  "e",   "o",   "ill", "am", "in",
                                                           "ou", "ar",  "el",  "ev",  "ain", "et", "on",
                                                           "u",  "erm", "ass", "ich", "au",  "i"};
        constexpr std::array<std::string_view, 20> tails{
            "ont",  "tin",   "trand", "ebvre", "thier",  "ssel", "eau",  "ard", "net",  "quet",
            "cier", "chard", "rin",   "cher",  "valier", "çois", "ment", "ez",  "hieu", "cent"};
        return fmt::format("{}{}{}", pick(heads), pick(middles), pick(tails));
    }
    std::string given() {
        constexpr std::array<std::string_view, 27> heads{
            "Zéphirine", "Octave",   "Aymeric", "Odile",    "Hélène",    "Ysoline",   "Baudouin",
            "Clothilde", "Ferréol",  "Gaspard", "Hermine",  "Isaure",    "Joachim",   "Katell",
            "Léontine",  "Maxence",  "Noémie",  "Olympe",   "Prosper",   "Quitterie", "Rosalie",
            "Sixtine",   "Théodore", "Ursule",  "Victoire", "Wandrille", "Xavière"};
        const std::string first(pick(heads));
        return m_random.below(4) == 0 ? fmt::format("{}-{}", first, pick(heads)) : first;
    }
    Entry entry(int i) {
        const Date birth = Date(date::days(static_cast<int>(m_random.below(29'000)) - 9'000));
        return {fmt::format("p{}", i), family(), given(), birth,
                fmt::format("+336{:08}", m_random.below(100'000'000))};
    }

private:
    template <std::size_t N>
    std::string_view pick(const std::array<std::string_view, N>& from) {
        return from[m_random.below(N)];
    }

    Random m_random;
};

void searchFigures() {
    Names names(1);
    std::vector<Entry> entries;
    for (int i = 0; i < people; ++i) {
        entries.push_back(names.entry(i));
    }
    PatientSearch search;
    fmt::print("index of {} people: {:.0f} ms\n", people, milliseconds([&] {
                   for (const Entry& entry : entries) {
                       search.put(entry);
                   }
               }));
    std::vector<double> times;
    std::size_t isFound = 0;
    Random random(2);
    for (int i = 0; i < 1000; ++i) {
        const Entry& asked = entries[random.below(entries.size())];
        std::string typed = asked.familyName + ' ' + asked.givenName;
        std::swap(typed[1], typed[2]);
        if (i % 2 == 0) {
            typed = typed.substr(0, asked.familyName.size() + 3) + ' ' + formatDate(*asked.birthDate);
        }
        std::vector<Found> found;
        times.push_back(milliseconds([&] { found = search.find(typed); }));
        isFound +=
            std::any_of(found.begin(), found.end(), [&](const Found& one) { return one.id == asked.id; });
    }
    std::sort(times.begin(), times.end());
    fmt::print(
        "1,000 searches with a slip each: median {:.1f} ms, 99 of 100 under {:.1f} ms, longest {:.1f} ms; "
        "the person meant among the first 20 in {:.1f} %\n",
        times[500], times[989], times[999], static_cast<double>(isFound) / 10);
    fmt::print("one letter typed: {:.1f} ms\n", milliseconds([&] { search.find("m"); }));
    fmt::print("one person corrected: {:.2f} ms\n", milliseconds([&] { search.put(entries[7]); }));
}

std::vector<std::string> patientBodies() {
    Names names(3);
    std::vector<std::string> bodies;
    for (int i = 0; i < people; ++i) {
        const Entry entry = names.entry(i);
        bodies.push_back(Json{
            {"family_name", entry.familyName},
            {"given_name", entry.givenName},
            {"birth_date", formatDate(*entry.birthDate)},
            {"phone",
             entry.phone}}.dump());
    }
    return bodies;
}

void vaultFigures() {
    Device device;
    device.options.cost = PinCost{};
    const auto vault = Vault::create(device.doors(), Device::marie(), device.options).value();
    fmt::print("unlock: {:.0f} ms\n", milliseconds([&] { (void)vault->unlock("u-marie", "4072"); }));
    std::vector<Envelope> envelopes;
    std::vector<std::string> sealed;
    fmt::print("make a key: {:.1f} us\n", milliseconds([&] {
                                              for (int i = 0; i < people; ++i) {
                                                  envelopes.push_back(vault->makeKey().value());
                                              }
                                          }) * 1000
                                              / people);
    const std::vector<std::string> bodies = patientBodies();
    const Place place{"patient", "body", "row"};
    fmt::print("seal a patient: {:.1f} us\n",
               milliseconds([&] {
                   for (std::size_t i = 0; i < bodies.size(); ++i) {
                       sealed.push_back(vault->seal(envelopes[i], place, bodies[i]).value());
                   }
               }) * 1000
                   / people);
    std::size_t bytes = 0;
    fmt::print("open a patient: {:.1f} us\n",
               milliseconds([&] {
                   for (std::size_t i = 0; i < sealed.size(); ++i) {
                       bytes += vault->open(envelopes[i], place, sealed[i]).value().view().size();
                   }
               }) * 1000
                   / people);
    fmt::print("open and read the JSON of all {}: {:.0f} ms\n", people, milliseconds([&] {
                   for (std::size_t i = 0; i < sealed.size(); ++i) {
                       const auto text = vault->open(envelopes[i], place, sealed[i]).value();
                       bytes += JsonReader::parse(text.view(), {}).value().size();
                   }
               }));
    fmt::print("lock: {:.2f} ms\n", milliseconds([&] { vault->lock(); }));
}

} // namespace
} // namespace medicobus::vault

int main() {
    medicobus::vault::vaultFigures();
    medicobus::vault::searchFigures();
    return 0;
}
