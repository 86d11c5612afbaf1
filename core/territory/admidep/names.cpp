// SPDX-License-Identifier: EUPL-1.2
#include "territory/admidep/names.h"

#include "base/text/fold.h"

#include <fmt/format.h>

#include <array>
#include <span>

namespace medicobus::territory {
namespace {

using Words = std::span<const std::string_view>;

// No root with any ending makes the name of a real commune; a test holds this against the official list.
constexpr std::array<std::string_view, 86> roots{
    "Aubro",   "Brimo",  "Bruva",   "Cande",  "Charvo",  "Clairo", "Dauvi",  "Échau",  "Ferlo",  "Jonqué",
    "Lauze",   "Lierre", "Mauvè",   "Morvé",  "Nerlo",   "Orvè",   "Pomme",  "Quincé", "Ravé",   "Rochevi",
    "Sarvo",   "Tréva",  "Ulmè",    "Varlo",  "Vauclé",  "Vernou", "Ysau",   "Bouré",  "Crési",  "Fontevi",
    "Gélou",   "Marsi",  "Noirvau", "Plancé", "Touva",   "Belvé",  "Druzi",  "Escau",  "Gourvé", "Huvi",
    "Lamprè",  "Mirvo",  "Talvi",   "Abro",   "Ancelo",  "Biévri", "Brossé", "Cailla", "Coudro", "Cressi",
    "Darvi",   "Faugé",  "Fléchi",  "Frémo",  "Gaurio",  "Harvé",  "Issau",  "Kerlau", "Lignau", "Lurcé",
    "Merlau",  "Nantou", "Pervi",   "Pressé", "Quervau", "Rembé",  "Rusau",  "Sévé",   "Suillé", "Tercé",
    "Tournau", "Urvé",   "Valcé",   "Verzo",  "Vindré",  "Yvro",   "Beauvo", "Corvé",  "Dampré", "Écoi",
    "Hermo",   "Luzé",   "Ploi",    "Sombré", "Thieu",   "Vizé"};
constexpr std::array<std::string_view, 22> endings{
    "court", "ville", "gny",  "lles", "mont",  "val",   "zac",   "rières", "nges", "sson", "ssac",
    "vent",  "lieu",  "ssey", "nay",  "teuil", "bourg", "champ", "fay",    "noy",  "quin", "roy"};
constexpr std::array<std::string_view, 18> maleSaints{
    "Abrelin", "Corvin",  "Damiel", "Fargan",    "Hardouinet", "Isarn",    "Lévrin", "Nivard",  "Tibérin",
    "Valérin", "Vigorin", "Zélin",  "Ostrebert", "Amelin",     "Balderic", "Drogan", "Emerand", "Foulquin"};
constexpr std::array<std::string_view, 13> femaleSaints{
    "Aubertine", "Calaude",  "Évrande",   "Jorande",  "Mayeule", "Morvanne", "Ombeline",
    "Quirielle", "Rambaude", "Séverande", "Wandrine", "Yvrande", "Gerlande"};
constexpr std::array<std::string_view, 8> places{"de-la-Bruyère",      "de-la-Coudraie", "de-la-Lande",
                                                 "des-Ormeaux",        "du-Vieux-Pont",  "en-Admois",
                                                 "de-la-Haute-Futaie", "aux-Grives"};
constexpr std::array<std::string_view, 9> heads{"Le Mesnil", "Le Plessis",  "La Chapelle",
                                                "La Ferté",  "Le Bois",     "L'Orme",
                                                "L'Hôpital", "Les Granges", "La Croix"};
constexpr std::array<std::string_view, 9> manyThings{
    "Ormeaux", "Tourelles", "Grives", "Charmilles", "Loges", "Fontaines", "Bornes", "Étangs", "Aubépines"};
constexpr std::array<std::string_view, 6> valleys{"Val", "Bourg", "Mont", "Combe", "Pont", "Grange"};
constexpr std::array<std::string_view, 6> tails{"le-Petit", "la-Grande", "l'Abbaye",
                                                "aux-Bois", "en-Admois", "d'Amont"};

std::string_view pick(Random& random, Words words) {
    return words[random.below(words.size())];
}

bool startsWithVowel(std::string_view word) {
    return std::string_view("AEIOUY").find(word.front()) != std::string_view::npos || word.starts_with("É")
           || word.starts_with("È");
}

/// "-sur-Aubrelle"
std::string onRiver(std::string_view river) {
    return fmt::format("-sur-{}", river);
}

} // namespace

bool AdmidepNames::isNew(const std::string& name) {
    return m_used.insert(foldForSearch(name)).second;
}

std::string AdmidepNames::simple() {
    std::string name(pick(m_random, roots));
    const std::string_view ending = pick(m_random, endings);
    // French puts no accent on an e before a doubled consonant.
    const bool isDoubled = ending[0] == ending[1];
    if (isDoubled && (name.ends_with("é") || name.ends_with("è"))) {
        name.replace(name.size() - std::string_view("é").size(), std::string::npos, "e");
    }
    return name.append(ending);
}

std::string AdmidepNames::town() {
    for (;;) {
        std::string name = simple();
        if (isNew(name)) {
            return name;
        }
    }
}

std::string AdmidepNames::saint(std::string_view river) {
    const bool isFemale = m_random.below(3) == 0;
    std::string name = isFemale ? fmt::format("Sainte-{}", pick(m_random, femaleSaints))
                                : fmt::format("Saint-{}", pick(m_random, maleSaints));
    switch (m_random.below(4)) {
    case 0:
        return name;
    case 1:
        return river.empty() ? fmt::format("{}-lès-{}", name, simple()) : name + onRiver(river);
    default:
        return fmt::format("{}-{}", name, pick(m_random, places));
    }
}

std::string AdmidepNames::withArticle(std::string_view river) {
    if (m_random.below(3) != 0) {
        const std::string_view head = pick(m_random, heads);
        return fmt::format("{}-{}", head, simple());
    }
    const std::string_view things = pick(m_random, manyThings);
    if (!river.empty()) {
        return fmt::format("Les {}{}", things, onRiver(river));
    }
    const std::string tail = simple();
    return fmt::format("Les {}-{}{}", things, startsWithVowel(tail) ? "d'" : "de-", tail);
}

std::string AdmidepNames::compound(std::string_view river) {
    if (!river.empty() && m_random.below(2) == 0) {
        return simple() + onRiver(river);
    }
    if (m_random.below(3) == 0) {
        const std::string_view head = pick(m_random, valleys);
        const std::string tail = simple();
        return fmt::format("{}-{}{}", head, startsWithVowel(tail) ? "d'" : "de-", tail);
    }
    const std::string head = simple();
    return fmt::format("{}-{}", head, pick(m_random, tails));
}

std::string AdmidepNames::village(std::string_view river) {
    for (;;) {
        const std::uint64_t shape = m_random.below(100);
        std::string name = shape < 48   ? simple()
                           : shape < 68 ? saint(river)
                           : shape < 80 ? withArticle(river)
                                        : compound(river);
        if (isNew(name)) {
            return name;
        }
    }
}

} // namespace medicobus::territory
