// SPDX-License-Identifier: EUPL-1.2
#include "crew/visit/visit_page.h"

#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "speech.h"
#include "vault/memory.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

VisitPage::VisitPage(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback) {
    connect(&m_workspace, &Workspace::recordChanged, this, &VisitPage::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &VisitPage::refresh);
}

bool VisitPage::open(const clinic::AppointmentId& appointment) {
    if (!m_workspace.desk()) {
        return false;
    }
    const auto held = m_workspace.desk()->appointment(appointment);
    auto form = m_workspace.desk()->visitForm(appointment);
    if (!held || !form) {
        m_feedback.refuse(held ? form.error() : held.error());
        return false;
    }
    m_visit = std::move(*form);
    const auto draft = m_workspace.desk()->draft(appointment);
    m_hasDraft = draft && draft->has_value();
    m_appointment = *held;
    refresh();
    return true;
}

void VisitPage::close() {
    m_appointment.reset();
    vault::wipe(m_visit.note);
    m_visit = {};
    m_hasDraft = false;
    m_name.clear();
    m_note.clear();
    m_followUp.clear();
    m_choices.clear();
    m_nearby.clear();
    m_earlier.clear();
    Q_EMIT followUpsChanged();
    Q_EMIT changed();
}

std::optional<clinic::AppointmentId> VisitPage::appointment() const {
    return m_appointment ? std::optional(m_appointment->id) : std::nullopt;
}

std::optional<plan::OccurrenceId> VisitPage::passage() const {
    return m_appointment ? std::optional(m_appointment->place.occurrence) : std::nullopt;
}

void VisitPage::refresh() {
    if (!m_appointment || !m_workspace.desk()) {
        return;
    }
    if (const auto held = m_workspace.desk()->appointment(m_appointment->id)) {
        m_appointment = *held;
    }
    readPerson();
    readFollowUp();
    readEarlier();
    Q_EMIT followUpsChanged();
    Q_EMIT changed();
}

QVariantList VisitPage::reasons() const {
    return crew_words::reasonOptions();
}
QVariantList VisitPage::outcomes() const {
    return crew_words::outcomeOptions();
}
QVariantList VisitPage::orientations() const {
    return crew_words::orientationOptions();
}

void VisitPage::keep() {
    if (!m_appointment || !m_workspace.desk()) {
        return;
    }
    if (const auto done = m_workspace.desk()->saveDraft(m_appointment->id, m_visit); !done) {
        m_feedback.refuse(done.error());
    } else {
        m_hasDraft = true;
    }
    Q_EMIT changed();
}

void VisitPage::setReason(const QString& code) {
    m_visit.reason = clinic::Reason::of(code.toStdString());
    keep();
}

void VisitPage::setOutcome(const QString& code) {
    m_visit.outcome = clinic::Coded<clinic::Outcome>::of(code.toStdString());
    keep();
}

QStringList VisitPage::chosenOrientations() const {
    QStringList codes;
    for (const auto& each : m_visit.orientations) {
        codes << QString::fromStdString(each.code());
    }
    return codes;
}

void VisitPage::toggleOrientation(const QString& code) {
    const auto wanted = clinic::Coded<clinic::Orientation>::of(code.toStdString());
    if (std::erase(m_visit.orientations, wanted) == 0) {
        m_visit.orientations.push_back(wanted);
    }
    keep();
}

void VisitPage::setNoDeclaredGp(bool on) {
    m_visit.flags.noDeclaredGp = on;
    m_visit.foundGp = m_visit.foundGp && !on;
    keep();
}

void VisitPage::setLongTermIllness(bool on) {
    m_visit.flags.longTermIllness = on;
    keep();
}

void VisitPage::setVideoUsed(bool on) {
    m_visit.flags.videoUsed = on;
    keep();
}

void VisitPage::setPrescriptionRenewed(bool on) {
    m_visit.prescriptionRenewed = on;
    keep();
}

void VisitPage::setFoundGp(bool on) {
    m_visit.foundGp = on;
    // Whoever has found one is without no more.
    m_visit.flags.noDeclaredGp = m_visit.flags.noDeclaredGp && !on;
    keep();
}

void VisitPage::setText(const QString& text) {
    if (text == this->text()) {
        return;
    }
    m_visit.note = text.toStdString();
    keep();
}

void VisitPage::bookFollowUp(const QString& choice) {
    const qsizetype mark = choice.indexOf(QLatin1Char('#'));
    const auto passage = plan::OccurrenceId::parse(choice.left(mark).toStdString());
    if (!passage || !m_appointment) {
        return;
    }
    const auto done =
        m_workspace.desk()->bookFollowUp(m_appointment->id, *passage, choice.mid(mark + 1).toInt());
    if (!done) {
        m_feedback.refuse(done.error());
        refresh();
        return;
    }
    m_feedback.say(tr("%1\u00A0: prochain rendez-vous pris").arg(m_name));
    m_workspace.noteChange();
}

void VisitPage::finish() {
    if (!m_appointment || !m_workspace.desk()) {
        return;
    }
    const auto id = m_appointment->id;
    const auto done = m_appointment->hasVisit ? m_workspace.desk()->correctVisit(id, m_visit)
                                              : m_workspace.desk()->recordVisit(id, m_visit);
    if (!done) {
        m_feedback.refuse(done.error());
        return;
    }
    const auto passage = m_appointment->place.occurrence;
    m_hasDraft = false;
    m_feedback.say(tr("%1\u00A0: consultation enregistrée").arg(m_name), false);
    m_workspace.noteChange();
    Q_EMIT finished(passage);
}

} // namespace medicobus::app
