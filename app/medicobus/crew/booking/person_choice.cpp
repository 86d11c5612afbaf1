// SPDX-License-Identifier: EUPL-1.2
#include "crew/booking/person_choice.h"

#include "clinic/appointment.h"
#include "crew/crew_words.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {
/// As many as a person reads at a glance.
constexpr std::size_t shownAtOnce = 8;
} // namespace

PersonChoice::PersonChoice(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_same(workspace, feedback) {
    connect(&m_same, &SamePerson::settled, this, &PersonChoice::readAgain);
    connect(&m_workspace, &Workspace::recordChanged, this, &PersonChoice::readAgain);
}

void PersonChoice::readAgain() {
    const auto now = m_patient && m_workspace.desk() ? m_workspace.desk()->patient(m_patient->id)
                                                     : fault(clinic::codes::patientUnknown);
    if (now && *now != *m_patient) {
        choosePatient(*now);
    }
}

void PersonChoice::clear() {
    m_query.clear();
    m_family.clear();
    m_given.clear();
    m_birth.clear();
    m_phone.clear();
    m_isNew = false;
    m_error.reset();
    m_patient.reset();
    m_same.setPerson(std::nullopt);
    look();
}

QJsonObject PersonChoice::kept() const {
    return {{"query", m_query},
            {"family", m_family},
            {"given", m_given},
            {"birth", m_birth},
            {"phone", m_phone},
            {"new", m_isNew},
            {"patient", m_patient ? QString::fromStdString(m_patient->id.text()) : QString()}};
}

void PersonChoice::restore(const QJsonObject& kept) {
    m_query = kept["query"].toString();
    m_family = kept["family"].toString();
    m_given = kept["given"].toString();
    m_birth = kept["birth"].toString();
    m_phone = kept["phone"].toString();
    m_isNew = kept["new"].toBool();
    m_error.reset();
    m_patient.reset();
    look();
    choose(kept["patient"].toString());
}

void PersonChoice::forget() {
    m_patient.reset();
    m_same.setPerson(std::nullopt);
    m_isNew = false;
    m_error.reset();
    look();
}

void PersonChoice::setQuery(const QString& query) {
    if (query == m_query) {
        return;
    }
    m_query = query;
    look();
}

QString PersonChoice::name() const {
    return m_patient ? crew_words::person(m_patient->details) : QString();
}

QString PersonChoice::note() const {
    return m_patient ? crew_words::personNote(m_patient->details) : QString();
}

void PersonChoice::choose(const QString& person) {
    const auto id = Uuid::parse(person.toStdString());
    if (!id || !m_workspace.desk()) {
        return;
    }
    if (const auto found = m_workspace.desk()->patient({*id})) {
        choosePatient(*found);
    }
}

void PersonChoice::choosePatient(const clinic::Patient& patient) {
    m_patient = patient;
    m_isNew = false;
    m_error.reset();
    m_same.setPerson(patient);
    Q_EMIT changed();
}

void PersonChoice::startNew() {
    m_isNew = true;
    m_family = crew_words::capitalised(m_query.trimmed());
    look();
}

void PersonChoice::enter(QString& field, const QString& text) {
    if (field == text) {
        return;
    }
    field = text;
    m_error.reset();
    look();
}

Result<clinic::PatientDetails> PersonChoice::entered() const {
    clinic::PatientDetails details;
    details.familyName = m_family.toStdString();
    details.givenName = m_given.toStdString();
    details.phone = m_phone.toStdString();
    if (!m_birth.trimmed().isEmpty()) {
        const auto born = clinic::parseBirthDate(m_birth.trimmed().toStdString());
        if (!born) {
            return Fault(born.error());
        }
        details.birthDate = *born;
    }
    return clinic::checked(std::move(details), m_workspace.today());
}

/// By what is typed so far: a field that does not read yet says nothing, the others do.
std::vector<clinic::LikelyDuplicate> PersonChoice::alikeEntered() const {
    constexpr qsizetype letters = 3;
    clinic::PatientDetails details;
    details.familyName = m_family.trimmed().toStdString();
    details.givenName = m_given.trimmed().toStdString();
    details.phone = m_phone.toStdString();
    if (const auto born = clinic::parseBirthDate(m_birth.trimmed().toStdString())) {
        details.birthDate = *born;
    }
    const bool saysLittle = m_family.trimmed().size() < letters && m_phone.isEmpty() && !details.birthDate;
    if (saysLittle || !m_workspace.desk()) {
        return {};
    }
    return m_workspace.desk()->likelyDuplicates(details).value_or(std::vector<clinic::LikelyDuplicate>());
}

void PersonChoice::look() {
    if (m_isNew) {
        m_found.showAlike(alikeEntered(), shownAtOnce);
    } else {
        const clinic::Desk* desk = m_workspace.desk();
        auto named = desk ? desk->findPatients(m_query.toStdString(), shownAtOnce)
                          : Result<std::vector<clinic::Patient>>(std::vector<clinic::Patient>());
        m_found.showPatients(named.value_or(std::vector<clinic::Patient>()));
    }
    Q_EMIT changed();
}

QString PersonChoice::errorOf(std::initializer_list<ErrorCode> codes) const {
    return m_error && std::find(codes.begin(), codes.end(), m_error->code()) != codes.end()
               ? speech::whatHappened(*m_error) + QLatin1Char(' ') + speech::whatToDo(*m_error)
               : QString();
}

QString PersonChoice::nameError() const {
    return errorOf({clinic::codes::nameMissing});
}
QString PersonChoice::birthError() const {
    return errorOf({clinic::codes::birthDate});
}
QString PersonChoice::phoneError() const {
    return errorOf({clinic::codes::phone});
}

Result<clinic::PatientId> PersonChoice::patient() {
    if (m_patient) {
        return m_patient->id;
    }
    if (!m_isNew || !m_workspace.desk()) {
        return fault(clinic::codes::patientUnknown);
    }
    const auto details = entered();
    const auto id = details ? m_workspace.desk()->registerPatient(*details)
                            : Result<clinic::PatientId>(Fault(details.error()));
    if (!id) {
        m_error = id.error();
        Q_EMIT changed();
        return id;
    }
    choosePatient({*id, *details});
    return id;
}

} // namespace medicobus::app
