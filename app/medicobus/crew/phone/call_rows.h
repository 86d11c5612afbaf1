// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/calls/offer.h"
#include "clinic/calls/reminder.h"
#include "clinic/calls/tries.h"
#include "crew/phone/call_model.h"
#include "plan/programme.h"

#include <map>

/// The lists of the telephone in words: pure functions of what the desk says.
namespace medicobus::app::call_rows {

/// Hours shown of a passage before "Autres heures".
inline constexpr std::size_t hoursShown = 4;

/// Each with its first hours: the values are "PASSAGE#SLOT", and "PASSAGE#" for the others.
std::vector<CallRow> offers(const std::vector<clinic::Offer>& offers, const plan::Programme& programme,
                            const QString& commune);
std::vector<CallRow> requests(const std::vector<clinic::WaitingPerson>& waiting,
                              const std::map<clinic::RequestId, clinic::Tries>& tries,
                              const plan::Programme& programme, Instant now);
std::vector<CallRow> reminders(const clinic::ReminderList& list, const plan::Programme& programme,
                               Instant now);

/// "Reçue il y a 31 h, à rappeler avant demain 9 h", "Reçue il y a 3 jours, à rappeler depuis hier 9 h".
QString dueText(Instant askedAt, Instant now);

} // namespace medicobus::app::call_rows
