// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/half_day/request.h"
#include "crew/booking/person_choice.h"
#include "crew/phone/call_model.h"
#include "stops/commune_search.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// The telephone: places to offer in and around a commune, requests to answer within two days, and people to
/// remind before the next day of visits.
class PhonePage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(QString section READ section WRITE setSection NOTIFY changed)
    Q_PROPERTY(QVariantList sections READ sections NOTIFY sectionsChanged)
    Q_PROPERTY(medicobus::app::CommuneSearch* search READ search CONSTANT)
    Q_PROPERTY(QString commune READ commune NOTIFY changed)
    Q_PROPERTY(QString forWhom READ forWhom NOTIFY changed)
    Q_PROPERTY(medicobus::app::CallModel* offers READ offers CONSTANT)
    Q_PROPERTY(int offerCount READ offerCount NOTIFY changed)
    Q_PROPERTY(medicobus::app::CallModel* requests READ requests CONSTANT)
    Q_PROPERTY(int requestCount READ requestCount NOTIFY changed)
    Q_PROPERTY(medicobus::app::CallModel* reminders READ reminders CONSTANT)
    Q_PROPERTY(int reminderCount READ reminderCount NOTIFY changed)
    Q_PROPERTY(QString remindersText READ remindersText NOTIFY changed)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed)
    Q_PROPERTY(medicobus::app::PersonChoice* person READ person CONSTANT)
    Q_PROPERTY(QVariantList reasons READ reasons CONSTANT)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(bool canKeep READ canKeep NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    PhonePage(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    /// "places", "requests" or "reminders".
    QString section() const { return m_section; }
    void setSection(const QString& section);
    /// A list of { value, label }, with how many wait.
    QVariantList sections() const { return m_sections; }

    CommuneSearch* search() { return &m_search; }
    /// Whose places are shown; empty while none is chosen.
    QString commune() const { return m_commune; }
    /// Whose request is being answered; empty when it is nobody's.
    QString forWhom() const;
    CallModel* offers() { return &m_offers; }
    int offerCount() const { return m_offers.rowCount(); }

    CallModel* requests() { return &m_requests; }
    int requestCount() const { return m_requests.rowCount(); }
    CallModel* reminders() { return &m_reminders; }
    int reminderCount() const { return m_reminders.rowCount(); }
    /// "3 à appeler sur 9"
    QString remindersText() const { return m_remindersText; }

    /// A request is being written down.
    bool isWriting() const { return m_isWriting; }
    PersonChoice* person() { return &m_person; }
    QVariantList reasons() const;
    QString reason() const { return m_reason; }
    void setReason(const QString& reason);
    /// False while a person is missing, or where they would go.
    bool canKeep() const { return !m_commune.isEmpty() && (m_person.isChosen() || m_person.isNew()); }
    /// What keeps a list from being read; else empty.
    QString problem() const { return m_problem; }

    Q_INVOKABLE void chooseCommune(const QString& insee);
    Q_INVOKABLE void forgetCommune();
    /// One of the choices of an offer.
    Q_INVOKABLE void take(const QString& choice);
    Q_INVOKABLE void startRequest();
    Q_INVOKABLE void dropRequest();
    Q_INVOKABLE void keepRequest();
    /// Looks for a place for this person, in and around where they live.
    Q_INVOKABLE void answer(const QString& request);
    Q_INVOKABLE void stopAnswering();
    Q_INVOKABLE void noAnswer(const QString& request);
    /// The code of a `clinic::WithdrawCause`.
    Q_INVOKABLE void close(const QString& request, const QString& cause);
    Q_INVOKABLE void remind(const QString& appointment, bool isReached);

    /// The request for which a place is being looked for.
    const std::optional<clinic::WaitingPerson>& answered() const { return m_answered; }
    /// The place offered was booked.
    void notePlaced();
    /// One step back; false when there is none.
    bool goBack();
    /// Reads the lists again.
    void refresh();
    /// What was being written, to be sealed and brought back; and lets go of it.
    QJsonObject kept() const;
    void restore(const QJsonObject& kept);
    void clear();

Q_SIGNALS:
    void changed();
    void sectionsChanged();
    /// `slot` is below zero while no hour is chosen.
    void bookAsked(const medicobus::plan::OccurrenceId& passage, int slot);

private:
    void refreshOffers();
    /// Where somebody from the chosen commune would go: the nearest site.
    const plan::Site* nearestSite(const plan::Programme& programme) const;
    void refreshLists();
    void tell(const Error& error);
    const clinic::WaitingPerson* find(const QString& id) const;

    Workspace& m_workspace;
    Feedback& m_feedback;
    QString m_section = QStringLiteral("places");
    QVariantList m_sections;
    CommuneSearch m_search;
    QString m_insee;
    QString m_commune;
    CallModel m_offers;
    CallModel m_requests;
    CallModel m_reminders;
    QString m_remindersText;
    std::vector<clinic::WaitingPerson> m_waiting;
    std::optional<clinic::WaitingPerson> m_answered;
    bool m_isAnswering = false; ///< Until a place was booked for them, or the search was given up.
    PersonChoice m_person;
    bool m_isWriting = false;
    QString m_reason;
    QString m_problem;
};

} // namespace medicobus::app
