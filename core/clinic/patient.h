// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/json_reader.h"
#include "base/result.h"
#include "base/uuid.h"
#include "journal/operation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::clinic {

using PatientId = Id<struct PatientTag>;

/// The least that tells two people apart and lets the crew call them back.
struct PatientDetails {
    std::string familyName;
    std::string givenName;
    std::optional<Date> birthDate;
    std::string phone;   ///< E.164 `+33XXXXXXXXX`; empty when the person has none.
    std::string commune; ///< INSEE code; empty when not known.

    friend bool operator==(const PatientDetails&, const PatientDetails&) = default;
};

/// What one writer said of a field.
struct FieldValue {
    journal::OperationId operation;
    std::string value; ///< As stored: ISO 8601 for a date, E.164 for a phone.

    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// A field that two people changed without having seen each other's change.
struct FieldConflict {
    std::string field;              ///< "family_name", "given_name", "birth_date", "phone" or "commune".
    std::vector<FieldValue> values; ///< The one that stands, then the others.

    friend bool operator==(const FieldConflict&, const FieldConflict&) = default;
};

/// An entry that was said to be somebody already known, and is shown under them.
struct MergedEntry {
    PatientId id;
    PatientDetails details; ///< As it was entered: what an undo gives back.

    friend bool operator==(const MergedEntry&, const MergedEntry&) = default;
};

struct Patient {
    PatientId id;                           ///< Of the one who stays, where several entries are one person.
    PatientDetails details;                 ///< What that one leaves empty comes from the others.
    std::vector<FieldConflict> conflicts{}; ///< To be settled by a person: `Desk::chooseValue`.
    bool isErased = false;                  ///< Nothing is known of them any more.
    /// Sealed under a key that has not come to this device, or damaged: who it is cannot be told.
    bool isUnreadable = false;
    std::vector<MergedEntry> merged{}; ///< In the order in which they joined; `Desk::separate` takes one out.
    /// Said to be the same person as one who was erased meanwhile, by somebody who did not know: erase this
    /// entry too, or `Desk::separate` it.
    bool isOfErased = false;

    friend bool operator==(const Patient&, const Patient&) = default;
};

/// A person already known who may be the one being entered, with what speaks for it.
struct LikelyDuplicate {
    Patient patient;
    bool sameName = false; ///< Both names agree once folded.
    bool sameBirthDate = false;
    bool swappedBirthDate = false; ///< The same date with its day and month the other way round.
    bool samePhone = false;
    bool similarName = false; ///< They sound alike, or differ by a slip.
    bool sharesAName = false; ///< The family name, or the given one.
};

/// `+33233000000` from "02 33 00 00 00", "02.33.00.00.00", "+33 (0)2 33 00 00 00" or "0033233000000";
/// `+262262000000` from "0262 00 00 00", overseas; a foreign number needs its plus sign or 00, and may have
/// 8 to 15 digits (E.164). Anything else is `clinic.phone`. Empty stays empty.
[[nodiscard]] Result<std::string> normalPhone(std::string_view text);
/// "02 33 00 00 00", as a French person reads it out; a foreign number as it is stored.
std::string displayPhone(std::string_view e164);
/// Reads "12/03/1951", "12 03 1951", "12031951" or "1951-03-12"; anything else is `clinic.birth_date`.
[[nodiscard]] Result<Date> parseBirthDate(std::string_view text);
/// Whole years lived on that date; someone born on 29 February turns on 1 March in common years.
int ageOn(Date birthDate, Date on);

/// The same details with trimmed names and a normal phone. Errors, each with `key`: `clinic.name_missing`,
/// `clinic.birth_date` (in the future, or over 130 years ago), `clinic.phone`, `clinic.commune`.
[[nodiscard]] Result<PatientDetails> checked(PatientDetails details, Date today);

/// The form of the sealed body.
Json toJson(const PatientDetails& details);
[[nodiscard]] Result<PatientDetails> patientFromJson(const Json& body);

namespace codes {
inline constexpr ErrorCode nameMissing{"clinic.name_missing"};
inline constexpr ErrorCode birthDate{"clinic.birth_date"};
inline constexpr ErrorCode phone{"clinic.phone"};
inline constexpr ErrorCode commune{"clinic.commune"};
} // namespace codes

} // namespace medicobus::clinic
