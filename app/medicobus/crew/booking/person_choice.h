// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "clinic/patient.h"
#include "crew/booking/same_person.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// Who comes: found by a few letters of a name, or entered for the first time.
class PersonChoice : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")
    Q_PROPERTY(medicobus::app::PersonModel* found READ found CONSTANT)
    Q_PROPERTY(medicobus::app::SamePerson* same READ same CONSTANT)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(bool isChosen READ isChosen NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
    Q_PROPERTY(QString familyName READ familyName WRITE setFamilyName NOTIFY changed)
    Q_PROPERTY(QString givenName READ givenName WRITE setGivenName NOTIFY changed)
    Q_PROPERTY(QString birthDate READ birthDate WRITE setBirthDate NOTIFY changed)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed)
    Q_PROPERTY(QString nameError READ nameError NOTIFY changed)
    Q_PROPERTY(QString birthError READ birthError NOTIFY changed)
    Q_PROPERTY(QString phoneError READ phoneError NOTIFY changed)

public:
    PersonChoice(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    /// The persons that the letters find; while a new one is entered, those who may be the same.
    PersonModel* found() { return &m_found; }
    /// Of the chosen person.
    SamePerson* same() { return &m_same; }
    QString query() const { return m_query; }
    void setQuery(const QString& query);
    bool isChosen() const { return m_patient.has_value(); }
    QString name() const;
    QString note() const;
    bool isNew() const { return m_isNew; }

    QString familyName() const { return m_family; }
    void setFamilyName(const QString& text) { enter(m_family, text); }
    QString givenName() const { return m_given; }
    void setGivenName(const QString& text) { enter(m_given, text); }
    QString birthDate() const { return m_birth; }
    void setBirthDate(const QString& text) { enter(m_birth, text); }
    QString phone() const { return m_phone; }
    void setPhone(const QString& text) { enter(m_phone, text); }
    /// What keeps the field from being taken, and what to do; empty when nothing does.
    QString nameError() const;
    QString birthError() const;
    QString phoneError() const;

    Q_INVOKABLE void choose(const QString& person);
    /// Opens the fields of a new person, with what was typed as the family name.
    Q_INVOKABLE void startNew();
    /// Back to the search.
    Q_INVOKABLE void forget();
    void clear();
    /// What was typed or chosen so far, to be sealed and brought back.
    QJsonObject kept() const;
    void restore(const QJsonObject& kept);
    void choosePatient(const clinic::Patient& patient);

    /// The chosen person; a new one is registered first, once. Errors: those of `clinic::checked`, and
    /// `clinic.patient_unknown` while nobody is chosen.
    [[nodiscard]] Result<clinic::PatientId> patient();

Q_SIGNALS:
    void changed();

private:
    void enter(QString& field, const QString& text);
    Result<clinic::PatientDetails> entered() const;
    QString errorOf(std::initializer_list<ErrorCode> codes) const;
    std::vector<clinic::LikelyDuplicate> alikeEntered() const;
    void look();
    /// The same person as they stand now.
    void readAgain();

    Workspace& m_workspace;
    PersonModel m_found;
    SamePerson m_same;
    QString m_query;
    QString m_family;
    QString m_given;
    QString m_birth;
    QString m_phone;
    bool m_isNew = false;
    std::optional<Error> m_error;
    std::optional<clinic::Patient> m_patient;
};

} // namespace medicobus::app
