// SPDX-License-Identifier: EUPL-1.2
#include "crew/crew_space.h"
#include "crew/fictional_day.h"
#include "workspace.h"

// The pages that pictures are made of, each filled with what it is made to show.

namespace medicobus::app {

QStringList CrewSpace::screens() const {
    return {"today",
            "arrival",
            "rest",
            "list-empty",
            "list",
            "book",
            "book-new",
            "walk-in",
            "visit",
            "book-same",
            "visit-corrected",
            "todo",
            "card",
            "card-empty",
            "card-typing",
            "waiting",
            "closing",
            "closed",
            "phone",
            "phone-places",
            "phone-requests",
            "phone-request",
            "phone-reminders"};
}

void CrewSpace::openScreen(const QString& name) {
    setPage(QStringLiteral("today"));
    m_day.backToToday();
    if (name == QLatin1String("rest")) {
        // Nobody tours on a Sunday.
        m_day.goTo(mondayOf(m_workspace.today()) + date::days(6));
        return;
    }
    if (name == QLatin1String("todo")) {
        fillFictionalTodo(m_workspace);
        setPage(QStringLiteral("todo"));
        return;
    }
    if (name.startsWith(QLatin1String("phone"))) {
        openPhoneScreen(name);
        return;
    }
    if (name == QLatin1String("list-empty")) {
        // A later day than the one that the other pictures fill.
        m_day.goTo(m_workspace.today() + date::days(7));
    }
    if (!m_day.hasTour()) {
        m_day.goToNextTour();
    }
    if (name == QLatin1String("arrival")) {
        arriveByPosition(m_workspace, m_day);
        return;
    }
    if (name == QStringLiteral("today") || !m_day.stop()) {
        return;
    }
    const auto passage = *m_day.stop();
    if (name != QLatin1String("list-empty")) {
        fillFictionalDay(m_workspace, passage);
    }
    openStop(passage);
    if (openSideScreen(name)) {
        return;
    }
    if (name.startsWith(QLatin1String("book"))) {
        bookSlot(-1);
        m_booking.person()->setQuery(QStringLiteral("im"));
        if (name == QLatin1String("book-new")) {
            m_booking.person()->setQuery(QString::fromUtf8(strangersName));
            m_booking.person()->startNew();
        } else if (name == QLatin1String("book-same")) {
            enterTwice(m_workspace, *m_booking.person());
        }
    } else if (name == QLatin1String("walk-in")) {
        addWalkIn();
        m_booking.person()->setQuery(QStringLiteral("im"));
    } else if (name.startsWith(QLatin1String("visit")) && !m_stop.people()->rows().empty()) {
        const auto& rows = m_stop.people()->rows();
        if (name == QLatin1String("visit-corrected")) {
            correctFictionalVisit(m_workspace, rows.front().appointment);
        }
        m_stop.choose(rows.front().appointment, QStringLiteral("visit"));
    }
}

void CrewSpace::openPhoneScreen(const QString& name) {
    const QString page = QStringLiteral("phone");
    setPage(page);
    m_phone.clear();
    fillFictionalCalls(m_workspace);
    if (name == page) {
        m_phone.search()->setQuery(QStringLiteral("sa"));
    } else if (name == QLatin1String("phone-places")) {
        m_phone.chooseCommune(fictionalCaller(m_workspace));
    } else if (name == QLatin1String("phone-request")) {
        m_phone.setSection(QStringLiteral("requests"));
        m_phone.startRequest();
        m_phone.person()->setQuery(QStringLiteral("im"));
    } else {
        m_phone.setSection(name.mid(page.size() + 1));
    }
}

/// Pages beside the list of a half-day.
bool CrewSpace::openSideScreen(const QString& name) {
    if (name.startsWith(QLatin1String("card"))) {
        if (name != QLatin1String("card-empty")) {
            noteFictionalStop(m_workspace, *m_stop.stop());
        }
        openCard();
        if (name == QLatin1String("card-typing")) {
            m_card.startTyping();
        }
        return true;
    }
    if (name == QLatin1String("waiting")) {
        fillFictionalWaiting(m_workspace, *m_stop.stop());
        openWaiting();
        return true;
    }
    if (name != QLatin1String("closing") && name != QLatin1String("closed")) {
        return false;
    }
    openClosing();
    if (name == QLatin1String("closed") && !m_closing.isClosed()) {
        m_closing.check(QStringLiteral("ramp"));
        m_closing.confirm();
        m_feedback.dismiss();
    }
    return true;
}

} // namespace medicobus::app
