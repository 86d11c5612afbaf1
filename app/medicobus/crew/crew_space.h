// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "crew/booking/booking_page.h"
#include "crew/card/stop_card.h"
#include "crew/closing/closing_page.h"
#include "crew/feedback.h"
#include "crew/phone/phone_page.h"
#include "crew/stop/stop_page.h"
#include "crew/today/day_page.h"
#include "crew/visit/visit_page.h"
#include "crew/waiting/waiting_page.h"
#include "exchange/todo/todo_page.h"
#include "space.h"

namespace medicobus::app {

class Workspace;

/// The crew's space: the day of one bus, booked, received and recorded without a network.
class CrewSpace : public medicobus::app::Space {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(medicobus::app::DayPage* day READ day CONSTANT)
    Q_PROPERTY(medicobus::app::StopPage* stop READ stop CONSTANT)
    Q_PROPERTY(medicobus::app::BookingPage* booking READ booking CONSTANT)
    Q_PROPERTY(medicobus::app::VisitPage* visit READ visit CONSTANT)
    Q_PROPERTY(medicobus::app::TodoPage* todo READ todo CONSTANT)
    Q_PROPERTY(medicobus::app::StopCard* card READ card CONSTANT)
    Q_PROPERTY(medicobus::app::WaitingPage* waiting READ waiting CONSTANT)
    Q_PROPERTY(medicobus::app::ClosingPage* closing READ closing CONSTANT)
    Q_PROPERTY(medicobus::app::PhonePage* phone READ phone CONSTANT)
    Q_PROPERTY(medicobus::app::Feedback* feedback READ feedback CONSTANT)
    Q_PROPERTY(QString page READ page NOTIFY pageChanged)

public:
    explicit CrewSpace(Workspace& workspace, QObject* parent = nullptr);

    DayPage* day() { return &m_day; }
    StopPage* stop() { return &m_stop; }
    BookingPage* booking() { return &m_booking; }
    VisitPage* visit() { return &m_visit; }
    TodoPage* todo() { return &m_todo; }
    StopCard* card() { return &m_card; }
    WaitingPage* waiting() { return &m_waiting; }
    ClosingPage* closing() { return &m_closing; }
    PhonePage* phone() { return &m_phone; }
    Feedback* feedback() { return &m_feedback; }
    /// "today", "list", "book", "visit", "card", "waiting", "closing", "todo" or "phone".
    QString page() const { return m_page; }

    QString title() const override;
    QString note() const override;
    bool canGoBack() const override { return m_page != QLatin1String("today"); }
    bool goBack() override;

    /// A free slot of the list by its index, or none of them yet when negative.
    Q_INVOKABLE void bookSlot(int slot);
    Q_INVOKABLE void addWalkIn();
    /// Of the stop whose list is open.
    Q_INVOKABLE void openWaiting();
    Q_INVOKABLE void addWaiting();
    Q_INVOKABLE void openCard();
    Q_INVOKABLE void openClosing();
    /// Takes back what was just said.
    Q_INVOKABLE void undo();

    QStringList screens() const override;
    void openScreen(const QString& name) override;

Q_SIGNALS:
    void pageChanged();

private:
    void setPage(const QString& page);
    void openStop(const plan::OccurrenceId& id);
    void openVisit(const clinic::AppointmentId& id);
    /// A site's key, or `depotCard`.
    void showCard(const QString& card);
    bool openSideScreen(const QString& name);
    void openPhoneScreen(const QString& name);
    void connectPhone();
    void followDay();
    void resume();
    /// Before the keys go: seals where one was and what was being typed, and lets go of every name.
    void putAway();
    /// Once they are back: the same place, with what was being typed.
    void takeUp();

    Workspace& m_workspace;
    Feedback m_feedback;
    DayPage m_day;
    StopPage m_stop;
    BookingPage m_booking;
    VisitPage m_visit;
    TodoPage m_todo;
    StopCard m_card;
    WaitingPage m_waiting;
    ClosingPage m_closing;
    PhonePage m_phone;
    bool m_isFromPhone = false; ///< The booking that is open was asked for by telephone.
    QString m_page = QStringLiteral("today");
    QString m_before = QStringLiteral("today"); ///< From where the present page was opened.
};

} // namespace medicobus::app
