// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "clinic/half_day/request.h"
#include "crew/booking/person_choice.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// Gives a place to a person: a slot, another slot, or a line of the list for someone who came without one.
class BookingPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(medicobus::app::PersonChoice* person READ person CONSTANT)
    Q_PROPERTY(QString mode READ mode NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QVariantList passages READ passages NOTIFY passagesChanged)
    Q_PROPERTY(QString passage READ passage WRITE setPassage NOTIFY changed)
    Q_PROPERTY(QVariantList places READ places NOTIFY placesChanged)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QVariantList alternatives READ alternatives NOTIFY alternativesChanged)
    Q_PROPERTY(QVariantList reasons READ reasons NOTIFY retold)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(bool noDeclaredGp READ noDeclaredGp WRITE setNoDeclaredGp NOTIFY changed)
    Q_PROPERTY(bool longTermIllness READ longTermIllness WRITE setLongTermIllness NOTIFY changed)
    Q_PROPERTY(bool needsVideo READ needsVideo WRITE setNeedsVideo NOTIFY changed)
    Q_PROPERTY(QString confirmText READ confirmText NOTIFY changed)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)

public:
    enum class Mode { Book, WalkIn, Move, Wait };

    BookingPage(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    void startBooking(const plan::OccurrenceId& passage, std::optional<int> slot);
    void startWalkIn(const plan::OccurrenceId& passage);
    /// Somebody on the waiting list: the booking takes them off it.
    void startAnswer(const clinic::WaitingPerson& waiting, const plan::OccurrenceId& passage,
                     std::optional<int> slot);
    void startMove(const clinic::AppointmentId& appointment);
    /// Puts a person on the waiting list of the passage's site.
    void startWaiting(const plan::OccurrenceId& passage);

    /// Everything chosen and typed so far, to be sealed and brought back.
    QJsonObject kept() const;
    void restore(const QJsonObject& kept);
    /// Lets go of the person and of everything said of them.
    void clear();

    PersonChoice* person() { return &m_person; }
    /// "book", "walkin", "move" or "wait".
    QString mode() const;
    QString title() const;
    QString note() const;
    /// This passage and the next ones of the same site: a list of { value, label }.
    QVariantList passages() const;
    QString passage() const { return QString::fromStdString(m_passage.text()); }
    void setPassage(const QString& passage);
    /// The free hours of the chosen passage: a list of { value, label }.
    QVariantList places() const { return m_places; }
    /// The chosen slot's index; empty while none is chosen.
    QString place() const { return m_slot ? QString::number(*m_slot) : QString(); }
    void setPlace(const QString& place);
    /// After a slot turned out to be taken, the nearest that are free: a list of { value, label }.
    QVariantList alternatives() const { return m_alternatives; }
    QVariantList reasons() const;
    QString reason() const { return m_reason; }
    void setReason(const QString& reason);
    bool noDeclaredGp() const { return m_flags.noDeclaredGp; }
    void setNoDeclaredGp(bool on);
    bool longTermIllness() const { return m_flags.longTermIllness; }
    void setLongTermIllness(bool on);
    bool needsVideo() const { return m_flags.needsVideo; }
    void setNeedsVideo(bool on);
    QString confirmText() const;
    /// False while a person or a place is missing.
    bool canConfirm() const;

    /// For someone without appointment the reason is the last touch: it also adds the person to the list.
    Q_INVOKABLE void chooseReason(const QString& reason);
    Q_INVOKABLE void takeAlternative(const QString& alternative);
    Q_INVOKABLE void confirm();

Q_SIGNALS:
    /// The same choices, in words of another language.
    void retold();
    // Lists tell of their own changes only, so that a touched piece outlives its touch.
    void passagesChanged();
    void placesChanged();
    void alternativesChanged();
    void changed();
    /// The person is on the list of this passage.
    void placed(const medicobus::plan::OccurrenceId& passage);
    /// The person is on the waiting list.
    void waits();

private:
    /// Whether a person is all that is needed.
    bool needsNoPlace() const { return m_mode == Mode::WalkIn || m_mode == Mode::Wait; }
    void putOnWaitingList(const clinic::PatientId& patient);
    void start(Mode mode, const plan::OccurrenceId& passage);
    void findPlaces();
    void setAlternatives(QVariantList alternatives);
    /// Whose line of the list it is.
    Result<clinic::AppointmentId> place(const clinic::PatientId& patient);
    /// What a placed appointment is told by: booked, asked for, or asked for at a place set apart.
    QString saidOf(const clinic::AppointmentId& id, const QString& who) const;
    void refuse(const Error& error);
    std::optional<LocalTime> hour() const;

    Workspace& m_workspace;
    Feedback& m_feedback;
    PersonChoice m_person;
    Mode m_mode = Mode::Book;
    plan::OccurrenceId m_origin; ///< The passage whose list was open.
    plan::OccurrenceId m_passage;
    std::optional<int> m_slot;
    std::optional<clinic::AppointmentId> m_moved;
    std::optional<clinic::RequestId> m_answers;
    QString m_reason;
    clinic::Flags m_flags;
    std::vector<plan::Slot> m_free;
    QVariantList m_places;
    QVariantList m_alternatives;
};

} // namespace medicobus::app
