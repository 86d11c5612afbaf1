// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace medicobus::vault {

/// How a French name sounds, so that two spellings of one sound have one code: Dupont, Dupond and Dupon;
/// Gautier, Gauthier and Gaultier; Boucher, Bouché and Bouchet.
///
/// In the line of Phonex (F. Brouard, "L'art des Soundex", 1999) and FONEM (G. Bouchard, P. Brard, Y. Lavoie,
/// Population 36-6, 1981): spellings become sounds, silent letters go. Unlike Phonex, consonants are not
/// merged into classes (its Dupont is also Tubon): a wrong consonant is a typing error, which the search
/// forgives apart. The table of spellings is in `phonetic.cpp`.
///
/// The code is in ASCII, one character a sound, words apart by a space; empty for a text without letters.
std::string soundOf(std::string_view text);

} // namespace medicobus::vault
