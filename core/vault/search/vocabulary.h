// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/search/wiping.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace medicobus::vault {

/// How near a word of a name comes to what was typed.
enum class Likeness : std::uint8_t { Exact, Prefix, SoundsAlike, Typo };

struct WordMatch {
    int score = 0; ///< 1 to 100.
    Likeness likeness = Likeness::Exact;
    int typos = 0;
};

/// The words that names are made of, each once, with its sound and the people who bear it.
class Vocabulary {
public:
    /// Says that a person, by number, bears the word.
    void add(std::string_view word, std::string_view sound, std::uint32_t person);
    /// Nobody bears a word as that person any more.
    void forget(std::uint32_t person);
    void clear();
    std::size_t size() const { return m_words.size(); }

    /// Calls back with each person who bears a word like the one typed.
    void eachLike(std::string_view typed, std::string_view sound,
                  const std::function<void(std::uint32_t person, const WordMatch&)>& found) const;

private:
    struct Text {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
    };
    struct Word {
        Text letters;
        Text sound;
        std::uint32_t mask = 0; ///< Which letters occur, so that most words are passed over at once.
        WipingVector<std::uint32_t> people;
    };

    std::string_view view(Text text) const { return {m_texts.data() + text.at, text.size}; }
    Text keep(std::string_view text);
    std::size_t slotOf(std::string_view word) const;
    void grow();
    WordMatch match(const Word& word, std::string_view typed, std::string_view sound,
                    std::uint32_t mask) const;

    WipingVector<char> m_texts;
    WipingVector<Word> m_words;
    WipingVector<std::uint32_t> m_slots; ///< Open addressing: number of the word + 1; a power of two of them.
};

} // namespace medicobus::vault
