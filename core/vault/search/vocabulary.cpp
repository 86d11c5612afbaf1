// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/vocabulary.h"

#include "vault/search/distance.h"

#include <algorithm>
#include <bit>

namespace medicobus::vault {
namespace {

// What each kind of likeness is worth; only their order and distance matter.
constexpr int exactScore = 100;
constexpr int prefixScore = 92;
constexpr int soundScore = 84;
constexpr int soundPrefixScore = 62;
constexpr int typoScore = 90;
constexpr int typoPrefixScore = 72;
constexpr int perTypo = 15;
/// A prefix is worth a little less for each letter still to come, down to this.
constexpr int leastPrefixScore = 70;
constexpr std::size_t leastSoundPrefix = 3;
constexpr std::size_t leastTypoPrefix = 4;

std::uint32_t hashOf(std::string_view text) {
    std::uint32_t hash = 2166136261U; // FNV-1a
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

std::uint32_t maskOf(std::string_view text) {
    std::uint32_t mask = 0;
    for (const char c : text) {
        mask |= 1U << (static_cast<unsigned char>(c) % 32U);
    }
    return mask;
}

} // namespace

void Vocabulary::add(std::string_view word, std::string_view sound, std::uint32_t person) {
    if (word.empty()) {
        return;
    }
    if (2 * (m_words.size() + 1) > m_slots.size()) {
        grow();
    }
    const std::size_t slot = slotOf(word);
    if (m_slots[slot] == 0) {
        m_words.push_back({keep(word), keep(sound), maskOf(word), {}});
        m_slots[slot] = static_cast<std::uint32_t>(m_words.size());
    }
    auto& people = m_words[m_slots[slot] - 1].people;
    if (people.empty() || people.back() != person) {
        people.push_back(person);
    }
}

void Vocabulary::forget(std::uint32_t person) {
    for (Word& word : m_words) {
        std::erase(word.people, person);
    }
}

void Vocabulary::clear() {
    m_texts = {};
    m_words = {};
    m_slots = {};
}

Vocabulary::Text Vocabulary::keep(std::string_view text) {
    const auto at = static_cast<std::uint32_t>(m_texts.size());
    m_texts.insert(m_texts.end(), text.begin(), text.end());
    return {at, static_cast<std::uint32_t>(text.size())};
}

std::size_t Vocabulary::slotOf(std::string_view word) const {
    const std::size_t last = m_slots.size() - 1;
    std::size_t slot = hashOf(word) & last;
    while (m_slots[slot] != 0 && view(m_words[m_slots[slot] - 1].letters) != word) {
        slot = (slot + 1) & last;
    }
    return slot;
}

void Vocabulary::grow() {
    m_slots.assign(std::max<std::size_t>(1024, m_slots.size() * 2), 0);
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        m_slots[slotOf(view(m_words[i].letters))] = static_cast<std::uint32_t>(i + 1);
    }
}

WordMatch Vocabulary::match(const Word& word, std::string_view typed, std::string_view sound,
                            std::uint32_t mask) const {
    const std::string_view letters = view(word.letters);
    if (letters.starts_with(typed)) {
        if (letters.size() == typed.size()) {
            return {exactScore, Likeness::Exact, 0};
        }
        const int toCome = static_cast<int>(letters.size() - typed.size());
        return {std::max(prefixScore - 2 * toCome, leastPrefixScore), Likeness::Prefix, 0};
    }
    WordMatch best;
    const std::string_view wordSound = view(word.sound);
    if (!sound.empty() && wordSound == sound) {
        best = {soundScore, Likeness::SoundsAlike, 0};
    } else if (sound.size() >= leastSoundPrefix && wordSound.starts_with(sound)) {
        best = {soundPrefixScore, Likeness::SoundsAlike, 0};
    }
    const int limit = typosForgiven(typed.size());
    // A typed letter that the word lacks costs a typing error each.
    if (limit == 0 || std::popcount(mask & ~word.mask) > limit) {
        return best;
    }
    const Typos typos = typosBetween(typed, letters, limit);
    if (typos.whole <= limit && typoScore - perTypo * typos.whole > best.score) {
        best = {typoScore - perTypo * typos.whole, Likeness::Typo, typos.whole};
    } else if (typed.size() >= leastTypoPrefix && typos.start <= 1
               && typoPrefixScore - perTypo * typos.start > best.score) {
        best = {typoPrefixScore - perTypo * typos.start, Likeness::Typo, typos.start};
    }
    return best;
}

void Vocabulary::eachLike(std::string_view typed, std::string_view sound,
                          const std::function<void(std::uint32_t, const WordMatch&)>& found) const {
    const std::uint32_t mask = maskOf(typed);
    for (const Word& word : m_words) {
        const WordMatch like = match(word, typed, sound, mask);
        if (like.score > 0) {
            for (const std::uint32_t person : word.people) {
                found(person, like);
            }
        }
    }
}

} // namespace medicobus::vault
