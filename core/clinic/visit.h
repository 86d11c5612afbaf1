// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/json_reader.h"
#include "base/result.h"
#include "clinic/coded.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::clinic {

/// Why a person comes, without diagnosis: the chapters of ICPC-2 (WONCA 1998) by their letter, then what is
/// not an illness.
enum class ReasonGroup {
    General,
    Blood,
    Digestive,
    Eye,
    Ear,
    Cardiovascular,
    Musculoskeletal,
    Neurological,
    Psychological,
    Respiratory,
    Skin,
    Endocrine,
    Urological,
    Pregnancy,
    FemaleGenital,
    MaleGenital,
    Social,
    Prevention,
    Vaccination,
    Renewal,
    Administrative
};
/// What the visit ended with.
enum class Outcome { Treated, Prescription, Renewal, Vaccination, Certificate, Advice, NotCompleted };
/// Where the person is sent next.
enum class Orientation {
    GeneralPractitioner,
    Specialist,
    Laboratory,
    Imaging,
    Nurse,
    Physiotherapist,
    Social,
    Hospital,
    Emergency
};

inline constexpr std::array<Code<ReasonGroup>, 21> reasonGroups{
    {{ReasonGroup::General, "A"},
     {ReasonGroup::Blood, "B"},
     {ReasonGroup::Digestive, "D"},
     {ReasonGroup::Eye, "F"},
     {ReasonGroup::Ear, "H"},
     {ReasonGroup::Cardiovascular, "K"},
     {ReasonGroup::Musculoskeletal, "L"},
     {ReasonGroup::Neurological, "N"},
     {ReasonGroup::Psychological, "P"},
     {ReasonGroup::Respiratory, "R"},
     {ReasonGroup::Skin, "S"},
     {ReasonGroup::Endocrine, "T"},
     {ReasonGroup::Urological, "U"},
     {ReasonGroup::Pregnancy, "W"},
     {ReasonGroup::FemaleGenital, "X"},
     {ReasonGroup::MaleGenital, "Y"},
     {ReasonGroup::Social, "Z"},
     {ReasonGroup::Prevention, "prevention"},
     {ReasonGroup::Vaccination, "vaccination"},
     {ReasonGroup::Renewal, "renewal"},
     {ReasonGroup::Administrative, "administrative"}}};
inline constexpr std::array<Code<Outcome>, 7> outcomes{{{Outcome::Treated, "treated"},
                                                        {Outcome::Prescription, "prescription"},
                                                        {Outcome::Renewal, "renewal"},
                                                        {Outcome::Vaccination, "vaccination"},
                                                        {Outcome::Certificate, "certificate"},
                                                        {Outcome::Advice, "advice"},
                                                        {Outcome::NotCompleted, "not_completed"}}};
inline constexpr std::array<Code<Orientation>, 9> orientations{
    {{Orientation::GeneralPractitioner, "general_practitioner"},
     {Orientation::Specialist, "specialist"},
     {Orientation::Laboratory, "laboratory"},
     {Orientation::Imaging, "imaging"},
     {Orientation::Nurse, "nurse"},
     {Orientation::Physiotherapist, "physiotherapist"},
     {Orientation::Social, "social"},
     {Orientation::Hospital, "hospital"},
     {Orientation::Emergency, "emergency"}}};

constexpr const auto& codesOf(ReasonGroup) {
    return reasonGroups;
}
constexpr const auto& codesOf(Outcome) {
    return outcomes;
}
constexpr const auto& codesOf(Orientation) {
    return orientations;
}

using Reason = Coded<ReasonGroup>;

/// What the crew and the figures need to know of a person at this visit.
struct Flags {
    bool noDeclaredGp = false;
    bool longTermIllness = false;
    bool videoUsed = false;
    bool needsVideo = false; ///< Said at the booking: a doctor at a screen has to be there.

    friend bool operator==(const Flags&, const Flags&) = default;
};

inline constexpr std::size_t noteLimit = 280; ///< Characters (code points), not bytes.

/// What is recorded of one person seen; the form that is being filled has the same shape.
struct Visit {
    Reason reason;
    Coded<Outcome> outcome;
    std::vector<Coded<Orientation>> orientations;
    Flags flags;
    bool prescriptionRenewed = false; ///< A standing prescription, whatever else the visit ended with.
    bool foundGp = false;             ///< Had no declared doctor, and has found one since the last visit.
    std::string note;                 ///< Excluded from figures and from everything public.

    friend bool operator==(const Visit&, const Visit&) = default;
};

/// Code points, as `noteLimit` counts them.
std::size_t charactersIn(std::string_view utf8);

/// Nothing, or the first thing missing: `clinic.visit_incomplete` (`key`: reason or outcome),
/// `clinic.note_too_long` (`value`, `expected`: characters).
[[nodiscard]] Result<void> checkComplete(const Visit& visit);

Json toJson(const Flags& flags);
/// What is not said, or not said as a truth value, is false.
Flags flagsFromJson(const Json& body);
Json toJson(const Visit& visit);
/// Reads what `toJson` wrote; keys that it does not know are left out of the result and stay in the journal.
[[nodiscard]] Result<Visit> visitFromJson(const Json& body);

namespace codes {
inline constexpr ErrorCode visitIncomplete{"clinic.visit_incomplete"};
inline constexpr ErrorCode noteTooLong{"clinic.note_too_long"};
} // namespace codes

} // namespace medicobus::clinic
