// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "base/result.h"

#include <string>

namespace medicobus::clinic {

/// What the crew knows of a place and nobody publishes: how to get in, where to plug in, whom to call. Each
/// text has at most `noteLimit` characters.
struct StopNotes {
    std::string keys;   ///< "clé chez la boulangère, code du portail"
    std::string power;  ///< "prise 16 A sous le préau"
    std::string access; ///< "plain-pied par la cour"
    std::string contact;
    std::string phone; ///< E.164; empty when there is none.

    bool isEmpty() const { return *this == StopNotes(); }
    friend bool operator==(const StopNotes&, const StopNotes&) = default;
};

/// The fields that differ, as `stop.noted` seals them; empty when none does.
Json changesBetween(const StopNotes& before, const StopNotes& after);
/// Writes the fields of such a body over what stands; a key that is not known, or is no text, is passed over.
void put(StopNotes& into, const Json& body);
/// The same, trimmed, with a normal phone. Errors: `clinic.note_too_long` (key, value, expected),
/// `clinic.phone`.
[[nodiscard]] Result<StopNotes> checked(StopNotes notes);

} // namespace medicobus::clinic
