// SPDX-License-Identifier: EUPL-1.2
#include "crew/crew_space.h"

#include "crew/fictional_day.h"
#include "lock/sealed_note.h"
#include "workspace.h"

namespace medicobus::app {

namespace {
const QString todayPage = QStringLiteral("today");
const QString listPage = QStringLiteral("list");
const QString bookPage = QStringLiteral("book");
const QString visitPage = QStringLiteral("visit");
const QString todoPage = QStringLiteral("todo");
/// The appointment whose form is open, so that a restart opens it again.
const QString openFormKey = QStringLiteral("crew.open_form");
/// Where one was when the device was locked, sealed.
const QString placeKey = QStringLiteral("crew.place");
} // namespace

CrewSpace::CrewSpace(Workspace& workspace, QObject* parent)
    : Space({{todayPage, tr("Aujourd’hui"), "clock"}, {todoPage, tr("À régler"), "list"}}, parent),
      m_workspace(workspace),
      m_day(workspace, m_feedback),
      m_stop(workspace, m_feedback),
      m_booking(workspace, m_feedback),
      m_visit(workspace, m_feedback),
      m_todo(workspace, m_feedback, TodoPage::Whose::Crew) {
    connect(this, &Space::placeChanged, this, [this] {
        if ((m_page == todoPage) != (place() == todoPage)) {
            setPage(place());
        }
    });
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
    connect(&m_day, &DayPage::stopOpened, this, &CrewSpace::openStop);
    connect(&m_stop, &StopPage::visitAsked, this, &CrewSpace::openVisit);
    connect(&m_stop, &StopPage::moveAsked, this, [this](const clinic::AppointmentId& id) {
        m_booking.startMove(id);
        setPage(bookPage);
    });
    connect(&m_booking, &BookingPage::placed, this, &CrewSpace::openStop);
    connect(&m_visit, &VisitPage::finished, this, &CrewSpace::openStop);
    connect(&m_workspace, &Workspace::opened, this, &CrewSpace::resume);
    connect(&m_workspace, &Workspace::aboutToLock, this, &CrewSpace::putAway);
    connect(&m_workspace, &Workspace::lockChanged, this, &CrewSpace::takeUp);
    places()->setBadge(todoPage, m_todo.urgent());
    followDay();
    resume();
}

void CrewSpace::followDay() {
    const bool isShown = m_stop.stop() && m_day.hasStop(*m_stop.stop());
    if (!isShown && m_page == todayPage) {
        m_stop.setStop(m_day.stop());
    }
    Q_EMIT headingChanged();
}

void CrewSpace::resume() {
    const auto id = Uuid::parse(m_workspace.local(openFormKey).toStdString());
    if (!id || !m_workspace.desk()) {
        return;
    }
    const auto draft = m_workspace.desk()->draft({*id});
    if (draft && *draft) {
        openVisit({*id});
    }
}

void CrewSpace::putAway() {
    const QJsonObject place{
        {"page", m_page},
        {"stop", m_stop.stop() ? QString::fromStdString(m_stop.stop()->text()) : QString()},
        {"visit", m_visit.appointment() ? QString::fromStdString(m_visit.appointment()->text()) : QString()},
        {"booking", m_page == bookPage ? m_booking.kept() : QJsonObject()}};
    keepSealed(m_workspace, placeKey, place);
    m_feedback.dismiss();
    m_booking.clear();
    m_visit.close();
    m_todo.clear();
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
    const QJsonObject place = takeSealed(m_workspace, placeKey);
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
    followDay();
    if (page == visitPage) {
        if (const auto visit = Uuid::parse(place["visit"].toString().toStdString())) {
            openVisit({*visit});
        }
    } else if (page == bookPage) {
        m_booking.restore(place["booking"].toObject());
        setPage(bookPage);
    } else if ((page == listPage && stop) || page == todoPage) {
        setPage(page);
    }
    m_day.refresh();
}

void CrewSpace::setPage(const QString& page) {
    if (page == m_page) {
        return;
    }
    m_page = page;
    setPlace(page == todoPage ? todoPage : todayPage);
    m_feedback.dismiss();
    if (page == listPage) {
        // A form that was begun is no record yet, and the list tells of it.
        m_stop.refresh();
    }
    if (page != visitPage) {
        m_visit.close();
        m_workspace.setLocal(openFormKey, {});
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
    m_workspace.setLocal(openFormKey, QString::fromStdString(id.text()));
    setPage(visitPage);
}

QString CrewSpace::title() const {
    if (m_page == listPage) {
        return m_stop.title();
    }
    if (m_page == bookPage) {
        return m_booking.title();
    }
    if (m_page == todoPage) {
        return tr("À régler");
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
    if (m_page == todoPage) {
        return {};
    }
    return m_page == visitPage ? m_visit.note() : m_day.note();
}

bool CrewSpace::goBack() {
    if (!canGoBack()) {
        return false;
    }
    setPage(m_page == listPage || m_page == todoPage || !m_stop.hasStop() ? todayPage : listPage);
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

QStringList CrewSpace::screens() const {
    return {"today", "arrival", "rest", "list-empty", "list", "book", "book-new", "walk-in", "visit", "todo"};
}

void CrewSpace::openScreen(const QString& name) {
    setPage(todayPage);
    m_day.backToToday();
    if (name == QLatin1String("rest")) {
        // Nobody tours on a Sunday.
        m_day.goTo(mondayOf(m_workspace.today()) + date::days(6));
        return;
    }
    if (name == todoPage) {
        fillFictionalTodo(m_workspace);
        setPage(todoPage);
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
    if (name == todayPage || !m_day.stop()) {
        return;
    }
    const auto passage = *m_day.stop();
    if (name != QLatin1String("list-empty")) {
        fillFictionalDay(m_workspace, passage);
    }
    openStop(passage);
    if (name.startsWith(QLatin1String("book"))) {
        bookSlot(-1);
        m_booking.person()->setQuery(QStringLiteral("im"));
        if (name == QLatin1String("book-new")) {
            m_booking.person()->setQuery(QStringLiteral("Inventé-de-la-Coudre"));
            m_booking.person()->startNew();
        }
    } else if (name == QLatin1String("walk-in")) {
        addWalkIn();
        m_booking.person()->setQuery(QStringLiteral("im"));
    } else if (name == visitPage && !m_stop.people()->rows().empty()) {
        const auto& rows = m_stop.people()->rows();
        m_stop.choose(rows.front().appointment, QStringLiteral("visit"));
    }
}

} // namespace medicobus::app
