// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/error.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace medicobus::app {

/// Where this device stands towards its hub: all that the line at the top right is made from.
struct SendState {
    enum class Standing {
        Alone,    ///< Belongs to no hub.
        Asking,   ///< Asked to join one, and waits for a person's word.
        Enrolled, ///< Belongs to one.
        Revoked,  ///< A person has put it out.
        Wiped,    ///< And what it held was destroyed.
    };

    Standing standing = Standing::Alone;
    /// The hub acknowledged the last own change, in the epoch in which it said so.
    bool isSynchronised = false;
    std::int64_t waiting = 0;
    std::optional<Instant> oldestWaiting;
    std::optional<Instant> lastContact; ///< The last whole answer of the hub.
    std::optional<Instant> nextTry;
    std::optional<std::chrono::milliseconds> drift; ///< This device's clock less the hub's.
    std::optional<Error> failure;                   ///< Of the last try; nothing once one succeeds.
    bool isLocked = false;                          ///< No key, so that nothing can be sent.
    bool isRunning = false;

    friend bool operator==(const SendState& a, const SendState& b);
};

/// From here on a clock that goes wrong is told.
inline constexpr std::chrono::minutes driftTold{2};

} // namespace medicobus::app

/// The words of the state of sending. `now` is the device's clock; the texts change as time goes by.
namespace medicobus::app::send_words {

/// "Synchronisé à 9 h 40", "3 à envoyer, 12 min", "Envoi de 3 en cours…", "Envoi bloqué, 3 à envoyer", "Hors
/// ligne depuis 9 h 40": true at `now`, and never "Synchronisé" without the hub's acknowledgement.
QString inShort(const SendState& state, Instant now);
/// The same in two or three words, where large letters leave no room for more: never "Synchronisé" when
/// `inShort` does not say so.
QString inBrief(const SendState& state, Instant now);
/// The name of the drawing that stands beside it.
QString icon(const SendState& state);
/// What waits and since when.
QString whatWaits(const SendState& state, Instant now);
/// Why it waits, and what is safe; empty when nothing keeps it.
QString why(const SendState& state, Instant now);
/// What to do about it; empty when nothing needs doing.
QString remedy(const SendState& state);
QString lastContact(const SendState& state, Instant now);
QString nextTry(const SendState& state, Instant now);
/// How wrong the device's clock is and what to do; empty below `driftTold`.
QString clockText(const SendState& state);

/// "12 min", "3 h", "2 jours": rounded down, so that no age is told too great.
QString age(std::chrono::milliseconds since);
/// "9 h 40" today, "hier à 9 h 40", else "mardi 2 mars à 9 h 40".
QString moment(Instant at, Instant now);

} // namespace medicobus::app::send_words
