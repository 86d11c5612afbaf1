// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "plan/reason.h"
#include "plan/scenario.h"
#include "words/language.h"

#include <string>

namespace medicobus::words {

/// What the ids of a reason are called: in the scenario and the plan that it speaks of and, for a change,
/// in those before it. Refers to them; null: no plan before.
struct ReasonNames {
    const plan::Scenario& scenario;
    const plan::Plan& plan;
    const plan::Scenario* scenarioBefore = nullptr;
    const plan::Plan* planBefore = nullptr;
};

/// A reason as a coordinator can say it before elected officials: whole sentences, without its remedies.
/// Worth is told as a share of the plan's.
std::string reasonText(const plan::Reason& reason, const ReasonNames& names, Language language);

/// One whole sentence on what would change it.
std::string remedyText(const plan::Remedy& remedy, const ReasonNames& names, Language language);

/// What the value of a plan is, to be said once before reasons that tell it.
std::string_view valueExplained(Language language);

bool hasReasonWords(std::string_view code);
bool hasRemedyWords(std::string_view code);

/// "Licques", or "Licques, salle communale" when the place has a name of its own.
std::string placeName(const plan::Site& site);
/// "matin", "afternoon"; the id of another kind of session as it is written.
std::string sessionName(const plan::SessionKey& session, Language language);

} // namespace medicobus::words
