// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "clinic/coded.h"
#include "clinic/patient.h"
#include "journal/operation.h"

#include <array>
#include <optional>
#include <string>

namespace medicobus::clinic {

/// What a person can do about a change of this device that its hub did not simply accept.
enum class NextStep {
    Redo,            ///< `Desk::redo`: make the edit again on what came first.
    ChooseValue,     ///< `Desk::conflicts`, then `Desk::chooseValue`.
    AskCoordination, ///< This device may not: somebody of another role makes the change.
    EnterAgain,      ///< Nobody can read it: record it again under the person's present key.
    EnrolAgain,      ///< The hub does not take this device for the one that it enrolled.
    Acknowledge      ///< `Desk::dismissRefusal`: nothing is left to be done.
};

inline constexpr std::array<Code<NextStep>, 6> nextSteps{{{NextStep::Redo, "redo"},
                                                          {NextStep::ChooseValue, "choose_value"},
                                                          {NextStep::AskCoordination, "ask_coordination"},
                                                          {NextStep::EnterAgain, "enter_again"},
                                                          {NextStep::EnrolAgain, "enrol_again"},
                                                          {NextStep::Acknowledge, "acknowledge"}}};
constexpr const auto& codesOf(NextStep) {
    return nextSteps;
}

/// A change made on this device that its hub rejected, or found in conflict with another's.
struct Refused {
    journal::OperationId operation;
    std::string kind;
    journal::Subject subject;
    Instant at;              ///< When it was made.
    bool isConflict = false; ///< It stands, beside another's; otherwise it counts for nothing.
    std::string reason;      ///< As the hub said it (core/sync/README.md, Push); empty for a conflict.
    std::optional<journal::OperationId> by; ///< What came first, where there is one.
    NextStep next = NextStep::Acknowledge;
};

namespace codes {
/// Details: value (the operation), kind.
inline constexpr ErrorCode cannotRedo{"clinic.cannot_redo"};
} // namespace codes

} // namespace medicobus::clinic
