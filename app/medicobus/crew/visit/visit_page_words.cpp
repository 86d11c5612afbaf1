// SPDX-License-Identifier: EUPL-1.2
#include "crew/crew_words.h"
#include "crew/visit/visit_page.h"
#include "speech.h"
#include "workspace.h"

namespace medicobus::app {

namespace {

/// What a code is called in a list of { value, label }; itself where only a newer version knows it.
QString labelOf(const QVariantList& options, const std::string& code) {
    const QString value = QString::fromStdString(code);
    for (const QVariant& each : options) {
        if (each.toMap().value(QStringLiteral("value")).toString() == value) {
            return each.toMap().value(QStringLiteral("label")).toString();
        }
    }
    return value;
}

/// The first free place of a passage, to be booked by one touch.
QVariantMap placeOf(const clinic::FollowUpChoice& choice, const QString& label) {
    return crew_words::option(QString::fromStdString(choice.occurrence.id.text()) + QLatin1Char('#')
                                  + QString::number(choice.free.front().index),
                              label);
}

} // namespace

void VisitPage::readPerson() {
    const auto who = m_workspace.desk()->patient(m_appointment->patient);
    m_name = who ? crew_words::person(who->details) : QString();
    QStringList parts;
    const auto passage = m_workspace.desk()->occurrence(m_appointment->place.occurrence);
    if (who && who->details.birthDate && passage) {
        parts << crew_words::age(clinic::ageOn(*who->details.birthDate, dateOf(passage->start)));
    }
    parts << (m_appointment->isWalkIn() ? tr("sans rendez-vous")
                                        : tr("rendez-vous de %1").arg(speech::time(m_appointment->promised)));
    m_note = parts.join(QStringLiteral(" · "));
}

void VisitPage::readFollowUp() {
    m_followUp.clear();
    m_choices.clear();
    m_nearby.clear();
    const auto booked = m_workspace.desk()->followUpOf(m_appointment->id);
    if (booked && *booked) {
        const auto passage = m_workspace.desk()->occurrence((*booked)->place.occurrence);
        const auto programme = m_workspace.programme();
        m_followUp = tr("%1 à %2").arg(speech::longDate(dateOf((*booked)->promised)),
                                       speech::time((*booked)->promised));
        if (programme && passage && passage->site != siteHere()) {
            m_followUp = tr("%1, %2").arg(
                m_followUp, crew_words::atCommune(crew_words::commune(*programme, passage->site)));
        }
        return;
    }
    const auto choices = m_workspace.desk()->followUpChoices(m_appointment->id);
    for (const clinic::FollowUpChoice& each : choices.value_or(std::vector<clinic::FollowUpChoice>())) {
        m_choices << placeOf(each, crew_words::capitalised(speech::dayAndHour(each.free.front().start)));
    }
    const auto near = m_workspace.desk()->nearbyFollowUps(m_appointment->id);
    const auto programme = m_workspace.programme();
    for (const clinic::FollowUpChoice& each : near.value_or(std::vector<clinic::FollowUpChoice>())) {
        if (programme) {
            m_nearby << placeOf(each, tr("%1, à %2\u00A0: %3")
                                          .arg(crew_words::commune(*programme, each.occurrence.site),
                                               speech::distance(each.away),
                                               speech::dayAndHour(each.free.front().start)));
        }
    }
}

plan::SiteKey VisitPage::siteHere() const {
    const auto here = m_workspace.desk()->occurrence(m_appointment->place.occurrence);
    return here ? here->site : plan::SiteKey{};
}

void VisitPage::readEarlier() {
    m_earlier.clear();
    if (!m_appointment->hasVisit) {
        return;
    }
    const auto versions =
        m_workspace.desk()->visitVersions(m_appointment->id).value_or(std::vector<clinic::VisitAt>());
    for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
        const clinic::Visit& visit = versions[i].visit;
        QStringList lines{tr("Motif\u00A0: %1").arg(crew_words::reason(visit.reason)),
                          tr("Issue\u00A0: %1").arg(labelOf(outcomes(), visit.outcome.code()))};
        for (const auto& each : visit.orientations) {
            lines << tr("Adressé à\u00A0: %1").arg(labelOf(orientations(), each.code()));
        }
        lines += crew_words::flags(visit.flags);
        if (visit.prescriptionRenewed) {
            lines << tr("Ordonnance renouvelée");
        }
        if (visit.foundGp) {
            lines << tr("A trouvé un médecin depuis");
        }
        if (!visit.note.empty()) {
            lines << QString::fromStdString(visit.note);
        }
        const auto when = toParis(versions[i].at);
        m_earlier << QVariantMap{
            {QStringLiteral("when"), when ? crew_words::capitalised(speech::dayAndHour(*when)) : QString()},
            {QStringLiteral("lines"), lines.join(QLatin1Char('\n'))}};
    }
}

QString VisitPage::savedText() const {
    if (m_hasDraft) {
        return tr("Gardé sur cet appareil à chaque touche. Reste à terminer.");
    }
    return m_appointment && m_appointment->hasVisit ? tr("Fiche enregistrée.")
                                                    : tr("Chaque touche est gardée aussitôt.");
}

QString VisitPage::finishText() const {
    return m_appointment && m_appointment->hasVisit ? tr("Enregistrer la correction")
                                                    : tr("Terminer la consultation");
}

} // namespace medicobus::app
