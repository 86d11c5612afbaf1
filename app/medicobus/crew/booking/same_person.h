// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/patient.h"
#include "crew/booking/person_model.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// Whether the chosen person was entered twice: who may be the same, the two side by side, and what was said
/// to be one before.
class SamePerson : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")
    Q_PROPERTY(medicobus::app::PersonModel* likely READ likely CONSTANT)
    Q_PROPERTY(medicobus::app::PersonModel* merged READ merged CONSTANT)
    Q_PROPERTY(bool isSearching READ isSearching NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(bool isComparing READ isComparing NOTIFY changed)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool isOfErased READ isOfErased NOTIFY changed)

public:
    SamePerson(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    /// Whom it is about; nobody closes it.
    void setPerson(const std::optional<clinic::Patient>& person);

    /// Those who may well be the same; while one is looked for, those whom the letters find.
    PersonModel* likely() { return &m_likely; }
    /// Entries that are shown under this person.
    PersonModel* merged() { return &m_merged; }
    bool isSearching() const { return m_isSearching; }
    QString query() const { return m_query; }
    void setQuery(const QString& query);
    bool isComparing() const { return m_other.has_value(); }
    /// The two side by side, a field a line: a list of { label, stays, gone, differs }.
    QVariantList lines() const;
    bool isOfErased() const { return m_person && m_person->isOfErased; }

    Q_INVOKABLE void search();
    Q_INVOKABLE void compare(const QString& person);
    /// Keeps the other one's fields instead.
    Q_INVOKABLE void swap();
    Q_INVOKABLE void close();
    /// "C'est la même personne."
    Q_INVOKABLE void merge();
    /// Gives an entry back as it was entered.
    Q_INVOKABLE void separate(const QString& entry);
    /// The person was said to be one who was erased: nobody says so any more.
    Q_INVOKABLE void keepApart();

Q_SIGNALS:
    void changed();
    /// The two are one, or two again: whoever shows this person reads them again.
    void settled(const medicobus::clinic::PatientId& person);

private:
    void look();
    void take(const Result<void>& done, const QString& said, bool canUndo);

    Workspace& m_workspace;
    Feedback& m_feedback;
    PersonModel m_likely;
    PersonModel m_merged;
    QString m_query;
    bool m_isSearching = false;
    std::optional<clinic::Patient> m_person;
    std::optional<clinic::Patient> m_other;
    bool m_isSwapped = false;
};

} // namespace medicobus::app
