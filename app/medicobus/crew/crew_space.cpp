// SPDX-License-Identifier: EUPL-1.2
#include "crew/crew_space.h"

#include "lock/sealed_note.h"
#include "vault/vault.h"
#include "workspace.h"

namespace medicobus::app {

namespace {
const QString todayPage = QStringLiteral("today");
const QString listPage = QStringLiteral("list");
const QString bookPage = QStringLiteral("book");
const QString visitPage = QStringLiteral("visit");
const QString todoPage = QStringLiteral("todo");
const QString cardPage = QStringLiteral("card");
const QString waitingPage = QStringLiteral("waiting");
const QString closingPage = QStringLiteral("closing");
const QString phonePage = QStringLiteral("phone");
/// The place of the bar at the bottom to which a page belongs.
const QString& placeOf(const QString& page) {
    return page == todoPage || page == phonePage ? page : todayPage;
}
/// The appointment whose form is open, so that a restart opens it again.
const QString openFormKey = QStringLiteral("crew.open_form");
/// Where one was when the device was locked, sealed: whoever comes next goes on there.
const QString placeKey = QStringLiteral("crew.place");
/// What each person was typing when it was locked, and where; sealed too.
const QString typedKey = QStringLiteral("crew.typed");

/// What is kept for the person who is there, and for them alone.
QString ownKey(const Workspace& workspace, const QString& key) {
    const vault::Vault* vault = workspace.vault();
    const std::string user = vault ? vault->unlockedBy() : std::string();
    return user.empty() ? key : key + QLatin1Char('/') + QString::fromStdString(user);
}
} // namespace

CrewSpace::CrewSpace(Workspace& workspace, QObject* parent)
    : Space({{todayPage, [] { return tr("Aujourd’hui"); }, "clock"},
             {phonePage, [] { return tr("Téléphone"); }, "phone"},
             {todoPage, [] { return tr("À régler"); }, "list"}},
            parent),
      m_workspace(workspace),
      m_day(workspace, m_feedback),
      m_stop(workspace, m_feedback),
      m_booking(workspace, m_feedback),
      m_visit(workspace, m_feedback),
      m_todo(workspace, m_feedback, TodoPage::Whose::Crew),
      m_card(workspace, m_feedback),
      m_waiting(workspace, m_feedback),
      m_closing(workspace, m_feedback),
      m_phone(workspace, m_feedback) {
    connect(this, &Space::placeChanged, this, [this] {
        if (place() != (m_isFromPhone ? phonePage : placeOf(m_page))) {
            setPage(place());
        }
    });
    connectPhone();
    connect(&m_todo, &TodoPage::changed, this, [this] {
        places()->setBadge(todoPage, m_todo.urgent());
        Q_EMIT headingChanged();
    });
    connect(&m_todo, &TodoPage::moveAsked, this, [this](const QString& appointment) {
        if (const auto id = Uuid::parse(appointment.toStdString())) {
            m_booking.startMove({*id});
            setPage(bookPage);
        }
    });
    connect(&m_day, &DayPage::changed, this, &CrewSpace::followDay);
    connect(&m_stop, &StopPage::changed, this, &CrewSpace::headingChanged);
    connect(&m_booking, &BookingPage::changed, this, &CrewSpace::headingChanged);
    connect(&m_visit, &VisitPage::changed, this, &CrewSpace::headingChanged);
    connect(&m_card, &StopCard::changed, this, &CrewSpace::headingChanged);
    connect(&m_waiting, &WaitingPage::changed, this, [this] {
        m_stop.setWaiting(m_waiting.summary());
        Q_EMIT headingChanged();
    });
    connect(&m_closing, &ClosingPage::changed, this, &CrewSpace::headingChanged);
    connect(&m_closing, &ClosingPage::visitAsked, this, &CrewSpace::openVisit);
    connect(&m_closing, &ClosingPage::listAsked, this, &CrewSpace::openStop);
    connect(&m_stop, &StopPage::stopChanged, this, [this] { m_waiting.setStop(m_stop.stop()); });
    connect(&m_day, &DayPage::cardOpened, this, [this](const QString& card) {
        showCard(card);
        setPage(cardPage);
    });
    connect(&m_day, &DayPage::wayAsked, this, [this](const QString& card) {
        showCard(card);
        m_card.go();
    });
    connect(&m_day, &DayPage::closingAsked, this, [this](const plan::OccurrenceId& stop) {
        m_stop.setStop(stop);
        openClosing();
    });
    connect(&m_day, &DayPage::stopOpened, this, &CrewSpace::openStop);
    connect(&m_stop, &StopPage::visitAsked, this, &CrewSpace::openVisit);
    connect(&m_stop, &StopPage::moveAsked, this, [this](const clinic::AppointmentId& id) {
        m_booking.startMove(id);
        setPage(bookPage);
    });
    connect(&m_booking, &BookingPage::waits, this, &CrewSpace::openWaiting);
    connect(&m_booking, &BookingPage::placed, this, [this](const plan::OccurrenceId& passage) {
        if (m_isFromPhone) {
            m_phone.notePlaced();
            setPage(phonePage);
        } else {
            openStop(passage);
        }
    });
    connect(&m_visit, &VisitPage::finished, this, &CrewSpace::openStop);
    connect(&m_workspace, &Workspace::opened, this, &CrewSpace::resume);
    connect(&m_workspace, &Workspace::aboutToLock, this, &CrewSpace::putAway);
    connect(&m_workspace, &Workspace::lockChanged, this, &CrewSpace::takeUp);
    places()->setBadge(todoPage, m_todo.urgent());
    followDay();
    resume();
}

void CrewSpace::connectPhone() {
    connect(&m_phone, &PhonePage::changed, this, [this] {
        places()->setBadge(phonePage, m_phone.requestCount());
        Q_EMIT headingChanged();
    });
    connect(&m_phone, &PhonePage::bookAsked, this, [this](const plan::OccurrenceId& passage, int slot) {
        const auto chosen = slot < 0 ? std::nullopt : std::optional(slot);
        if (const auto& asked = m_phone.answered()) {
            m_booking.startAnswer(*asked, passage, chosen);
        } else {
            m_booking.startBooking(passage, chosen);
        }
        m_isFromPhone = true;
        setPage(bookPage);
    });
    places()->setBadge(phonePage, m_phone.requestCount());
}

void CrewSpace::followDay() {
    const bool isShown = m_stop.stop() && m_day.hasStop(*m_stop.stop());
    if (!isShown && m_page == todayPage) {
        m_stop.setStop(m_day.stop());
    }
    Q_EMIT headingChanged();
}

void CrewSpace::resume() {
    const auto id = Uuid::parse(m_workspace.local(ownKey(m_workspace, openFormKey)).toStdString());
    if (!id || !m_workspace.desk()) {
        return;
    }
    const auto draft = m_workspace.desk()->draft({*id});
    if (draft && *draft) {
        openVisit({*id});
    }
}

void CrewSpace::putAway() {
    const QString stop = m_stop.stop() ? QString::fromStdString(m_stop.stop()->text()) : QString();
    const QString card = m_card.site() ? QString::fromStdString(m_card.site()->value) : QString();
    const bool isAsking = m_page == phonePage && m_phone.isWriting();
    const bool isTyping = m_page == visitPage || m_page == bookPage || isAsking;
    const QString after = m_isFromPhone || isAsking ? phonePage : listPage;
    keepSealed(m_workspace, placeKey,
               {{"page", isTyping ? after : m_page},
                {"stop", stop},
                {"card", card},
                {"phone", isAsking ? QJsonObject() : m_phone.kept()}});
    if (isTyping) {
        const auto visit = m_visit.appointment();
        m_workspace.setLocal(ownKey(m_workspace, openFormKey), {});
        keepSealed(m_workspace, ownKey(m_workspace, typedKey),
                   {{"page", m_page},
                    {"stop", stop},
                    {"visit", visit ? QString::fromStdString(visit->text()) : QString()},
                    {"booking", m_page == bookPage ? m_booking.kept() : QJsonObject()},
                    {"phone", m_phone.kept()},
                    {"from_phone", m_isFromPhone}});
    }
    m_feedback.dismiss();
    m_booking.clear();
    m_visit.close();
    m_todo.clear();
    m_card.clear();
    m_closing.setStop(std::nullopt);
    m_phone.clear();
    m_isFromPhone = false;
    m_stop.setStop(std::nullopt);
    m_page = todayPage;
    setPlace(todayPage);
    Q_EMIT pageChanged();
    Q_EMIT headingChanged();
}

void CrewSpace::takeUp() {
    if (m_workspace.isLocked()) {
        return;
    }
    m_feedback.dismiss();
    const QJsonObject shared = takeSealed(m_workspace, placeKey);
    const QJsonObject typed = takeSealed(m_workspace, ownKey(m_workspace, typedKey));
    const QJsonObject place = typed.isEmpty() ? shared : typed;
    if (place.isEmpty()) {
        // Not locked by this program: it was just started.
        followDay();
        m_day.refresh();
        resume();
        return;
    }
    const auto stop = plan::OccurrenceId::parse(place["stop"].toString().toStdString());
    const QString page = place["page"].toString();
    m_stop.setStop(stop);
    m_todo.refresh();
    m_phone.restore(place["phone"].toObject());
    followDay();
    if (page == visitPage) {
        if (const auto visit = Uuid::parse(place["visit"].toString().toStdString())) {
            openVisit({*visit});
        }
    } else if (page == bookPage) {
        m_booking.restore(place["booking"].toObject());
        m_isFromPhone = place["from_phone"].toBool();
        setPage(bookPage);
    } else if (const QString card = place["card"].toString(); page == cardPage && !card.isEmpty()) {
        showCard(card);
        setPage(page);
    } else if (page == closingPage && stop) {
        openClosing();
    } else if (((page == listPage || page == waitingPage) && stop) || page == todoPage || page == phonePage) {
        setPage(page);
    }
    if (typed.isEmpty()) {
        // Somebody else may have come first after the program ended without locking.
        resume();
    }
    m_day.refresh();
}

void CrewSpace::setPage(const QString& page) {
    if (page == m_page) {
        return;
    }
    m_before = m_page;
    m_page = page;
    m_isFromPhone = m_isFromPhone && page == bookPage;
    setPlace(m_isFromPhone ? phonePage : placeOf(page));
    m_feedback.dismiss();
    if (page == listPage) {
        // A form that was begun is no record yet, and the list tells of it.
        m_stop.refresh();
    }
    if (m_before == cardPage) {
        m_card.clear();
    }
    if (page != visitPage) {
        m_visit.close();
        m_workspace.setLocal(ownKey(m_workspace, openFormKey), {});
    }
    Q_EMIT pageChanged();
    Q_EMIT headingChanged();
}

void CrewSpace::openStop(const plan::OccurrenceId& id) {
    m_stop.setStop(id);
    setPage(listPage);
}

void CrewSpace::openVisit(const clinic::AppointmentId& id) {
    if (!m_visit.open(id)) {
        return;
    }
    if (m_visit.passage() && m_stop.stop() != m_visit.passage()) {
        m_stop.setStop(m_visit.passage());
    }
    m_workspace.setLocal(ownKey(m_workspace, openFormKey), QString::fromStdString(id.text()));
    setPage(visitPage);
}

QString CrewSpace::title() const {
    if (m_page == listPage) {
        return m_stop.title();
    }
    if (m_page == bookPage) {
        return m_booking.title();
    }
    if (placeOf(m_page) != todayPage) {
        return Space::title();
    }
    if (m_page == cardPage) {
        return m_card.title();
    }
    if (m_page == waitingPage || m_page == closingPage) {
        return m_page == waitingPage ? m_waiting.title() : m_closing.title();
    }
    return m_page == visitPage ? m_visit.title() : m_day.title();
}

QString CrewSpace::note() const {
    if (m_page == listPage) {
        return m_stop.note();
    }
    if (m_page == bookPage) {
        return m_booking.note();
    }
    if (placeOf(m_page) != todayPage || m_page == cardPage) {
        return {};
    }
    if (m_page == waitingPage || m_page == closingPage) {
        return m_page == waitingPage ? m_waiting.note() : m_closing.note();
    }
    return m_page == visitPage ? m_visit.note() : m_day.note();
}

bool CrewSpace::goBack() {
    if (!canGoBack()) {
        return false;
    }
    if (m_page == phonePage && m_phone.goBack()) {
        return true;
    }
    const bool isFromToday = m_page == listPage || placeOf(m_page) != todayPage || !m_stop.hasStop();
    const bool isDetour = m_page == cardPage || m_page == closingPage;
    setPage(m_isFromPhone                                        ? phonePage
            : isFromToday || (isDetour && m_before == todayPage) ? todayPage
                                                                 : listPage);
    return true;
}

void CrewSpace::bookSlot(int slot) {
    if (m_stop.stop()) {
        m_booking.startBooking(*m_stop.stop(), slot < 0 ? std::nullopt : std::optional(slot));
        setPage(bookPage);
    }
}

void CrewSpace::addWalkIn() {
    if (m_stop.stop()) {
        m_booking.startWalkIn(*m_stop.stop());
        setPage(bookPage);
    }
}

void CrewSpace::undo() {
    if (!m_workspace.desk()) {
        return;
    }
    if (const auto done = m_workspace.desk()->undoLast(); !done) {
        m_feedback.refuse(done.error());
        return;
    }
    m_feedback.dismiss();
    m_workspace.noteChange();
}

void CrewSpace::showCard(const QString& card) {
    if (card == depotCard) {
        m_card.showDepot(plan::BusKey{m_day.bus().toStdString()});
    } else {
        m_card.showSite(plan::SiteKey{card.toStdString()});
    }
}

void CrewSpace::openWaiting() {
    setPage(waitingPage);
}

void CrewSpace::addWaiting() {
    if (m_stop.stop()) {
        m_booking.startWaiting(*m_stop.stop());
        setPage(bookPage);
    }
}

void CrewSpace::openCard() {
    const auto passage = m_stop.stop() ? m_workspace.desk()->occurrence(*m_stop.stop()) : std::nullopt;
    if (passage) {
        m_card.showSite(passage->site);
        setPage(cardPage);
    }
}

void CrewSpace::openClosing() {
    if (m_stop.stop()) {
        m_closing.setStop(m_stop.stop());
        setPage(closingPage);
    }
}

} // namespace medicobus::app
