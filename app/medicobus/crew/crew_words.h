// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "clinic/day.h"
#include "clinic/states.h"
#include "clinic/visit.h"
#include "plan/programme.h"

#include <QString>
#include <QVariantList>

/// What the crew's screens call things.
namespace medicobus::app::crew_words {

/// Empty when not said; a code that only a newer version knows is shown as it is.
QString reason(const clinic::Reason& reason);
/// Lists of { value, label } for the big choices.
QVariantList reasonOptions();
QVariantList outcomeOptions();
QVariantList orientationOptions();
QVariantMap option(const QString& value, const QString& label);

/// "Sans médecin traitant", "ALD"
QStringList flags(const clinic::Flags& flags);
/// "Attendu", "Arrivé", ...
QString state(clinic::AppointmentState state);
/// The word on the button that brings an event: "Arrivé", "Patient absent", ...
QString button(clinic::AppointmentEvent event);
QString icon(clinic::AppointmentEvent event);
/// What was just done: "Fleur Imaginaire : arrivée notée"
QString done(clinic::AppointmentEvent event, const QString& who);

/// "09:00", for columns of times.
QString clock(LocalTime time);
/// "45 min", "1 h 05"
QString duration(std::chrono::minutes length);
/// "mardi 2 mars"
QString day(Date date);
/// With a capital first letter.
QString capitalised(QString text);

/// "Licques, salle communale"; the key when the programme does not know the site.
QString place(const plan::Programme& programme, const plan::SiteKey& site);
QString commune(const plan::Programme& programme, const plan::SiteKey& site);
/// "de Licques", "d’Alquines", "du Touquet"
QString ofCommune(const QString& name);
/// "à Licques", "au Touquet"
QString atCommune(const QString& name);

/// "76 ans"
QString age(int years);
/// "Fleur Imaginaire"
QString person(const clinic::PatientDetails& details);
/// "12/03/1951"
QString shortDate(Date date);
/// "né(e) le 12/03/1951 · 02 33 00 00 00"
QString personNote(const clinic::PatientDetails& details);
/// "9 rendez-vous · 7 vus · 1 absent"
QString counts(const clinic::DayCounts& counts);

} // namespace medicobus::app::crew_words
