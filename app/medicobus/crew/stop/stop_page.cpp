// SPDX-License-Identifier: EUPL-1.2
#include "crew/stop/stop_page.h"

#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "lock/acts.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

using clinic::AppointmentEvent;
using clinic::AppointmentState;
using clinic::CancelCause;
using Status = plan::Occurrence::Status;
const QString cancelPrefix = QStringLiteral("cancel:");

QString textOf(std::string_view code) {
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

QVariantMap choice(const QString& value, const QString& label, const QString& icon) {
    QVariantMap made = crew_words::option(value, label);
    made.insert(QStringLiteral("icon"), icon);
    return made;
}

} // namespace

StopPage::StopPage(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback) {
    connect(&m_workspace, &Workspace::opened, this, &StopPage::refresh);
    connect(&m_workspace, &Workspace::recordChanged, this, &StopPage::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &StopPage::refresh);
}

void StopPage::setStop(const std::optional<plan::OccurrenceId>& stop) {
    m_stop = stop;
    m_waiting.clear();
    refresh();
    Q_EMIT stopChanged();
}

void StopPage::setWaiting(const QString& waiting) {
    if (waiting == m_waiting) {
        return;
    }
    m_waiting = waiting;
    if (m_list) {
        m_people.showList(*m_list, m_waiting);
    }
}

void StopPage::refresh() {
    m_list.reset();
    if (m_stop && m_workspace.desk()) {
        if (auto list = m_workspace.desk()->dayList(*m_stop)) {
            m_list = std::move(*list);
        } else {
            m_feedback.refuse(list.error());
        }
    }
    if (m_list) {
        m_people.showList(*m_list, m_waiting);
    } else {
        m_people.show({});
    }
    Q_EMIT changed();
}

QString StopPage::title() const {
    const auto programme = m_workspace.programme();
    return m_list && programme ? crew_words::place(*programme, m_list->occurrence.site) : QString();
}

QString StopPage::note() const {
    return m_list ? tr("%1, %2").arg(crew_words::day(dateOf(m_list->occurrence.start)),
                                     speech::hours(m_list->occurrence.start, m_list->occurrence.end))
                  : QString();
}

QString StopPage::countsText() const {
    return m_list ? crew_words::counts(m_list->counts) : QString();
}

QString StopPage::lateText() const {
    return m_list && m_list->late.count() > 0 ? tr("Retard %1").arg(crew_words::duration(m_list->late))
                                              : QString();
}

bool StopPage::isCancelled() const {
    return m_list && m_list->occurrence.status == Status::Cancelled;
}

bool StopPage::isClosable() const {
    return m_list && !isCancelled() && m_list->occurrence.start <= m_workspace.now();
}

QString StopPage::closedText() const {
    const auto closing = m_stop && m_workspace.desk() ? m_workspace.desk()->closing(*m_stop)
                                                      : Result<std::optional<clinic::Closing>>();
    return closing && *closing ? tr("Demi-journée close à %1").arg(speech::time((*closing)->at)) : QString();
}

QString StopPage::warning() const {
    if (!m_list) {
        return {};
    }
    const QString reason = QString::fromStdString(m_list->occurrence.reason);
    if (isCancelled()) {
        return reason.isEmpty() ? tr("Ce passage est annulé.")
                                : tr("Ce passage est annulé (%1).").arg(reason);
    }
    return m_list->occurrence.status == Status::ToConfirm
               ? tr("Jour férié (%1)\u00A0: la coordination doit confirmer ce passage.").arg(reason)
               : QString();
}

std::optional<clinic::AppointmentId> StopPage::idOf(const QString& appointment) const {
    const auto uuid = Uuid::parse(appointment.toStdString());
    return uuid && m_workspace.desk() ? std::optional(clinic::AppointmentId{*uuid}) : std::nullopt;
}

const clinic::DayEntry* StopPage::entryOf(const clinic::AppointmentId& id) const {
    if (!m_list) {
        return nullptr;
    }
    const auto found = std::find_if(m_list->entries.begin(), m_list->entries.end(), [&](const auto& each) {
        return each.appointment && each.appointment->id == id;
    });
    return found == m_list->entries.end() ? nullptr : &*found;
}

QString StopPage::nameOf(const clinic::AppointmentId& id) const {
    const clinic::DayEntry* entry = entryOf(id);
    return entry && entry->patient ? crew_words::person(entry->patient->details) : QString();
}

void StopPage::advance(const QString& appointment) {
    const auto id = idOf(appointment);
    const clinic::DayEntry* entry = id ? entryOf(*id) : nullptr;
    if (!entry) {
        return;
    }
    if (entry->next) {
        mark(*id, *entry->next);
    } else {
        Q_EMIT visitAsked(*id);
    }
}

QVariantList StopPage::choices(const QString& appointment) const {
    QVariantList list;
    const auto id = idOf(appointment);
    const clinic::DayEntry* entry = id ? entryOf(*id) : nullptr;
    if (!entry) {
        return list;
    }
    const AppointmentState state = entry->appointment->state;
    if (entry->appointment->hasVisit) {
        list << choice(QStringLiteral("visit"), tr("Revoir la fiche"), QStringLiteral("edit"));
    } else if (state == AppointmentState::Seen || clinic::allows(state, AppointmentEvent::See)) {
        list << choice(QStringLiteral("visit"), tr("Remplir la fiche"), QStringLiteral("edit"));
    }
    for (const AppointmentEvent event : clinic::allEvents) {
        const bool isOffered = clinic::allows(state, event) && entry->next != event
                               && event != AppointmentEvent::Cancel && state != AppointmentState::Cancelled;
        if (isOffered && !(event == AppointmentEvent::Move && entry->appointment->isWalkIn())) {
            list << choice(textOf(clinic::codeOf(event)), crew_words::button(event), crew_words::icon(event));
        }
    }
    if (clinic::allows(state, AppointmentEvent::Cancel)) {
        const auto give = [&](CancelCause cause, const QString& label) {
            list << choice(cancelPrefix + QString::fromStdString(clinic::Coded(cause).code()), label,
                           QStringLiteral("close"));
        };
        if (state == AppointmentState::Arrived) {
            give(CancelCause::LeftUnseen, tr("Parti sans être vu"));
        } else {
            give(CancelCause::PatientAsked, tr("Annuler à sa demande"));
        }
        give(CancelCause::Other, tr("Annuler, autre raison"));
        give(CancelCause::Mistake, tr("Annuler, c’était une erreur"));
    }
    if (state != AppointmentState::Booked && !entry->appointment->hasVisit) {
        list << choice(QStringLiteral("undo"), tr("Revenir à l’état d’avant"), QStringLiteral("back"));
    }
    return list;
}

QStringList StopPage::acts(const QString& appointment) const {
    const auto id = idOf(appointment);
    return id ? actsOn(m_workspace, *id) : QStringList();
}

void StopPage::choose(const QString& appointment, const QString& choice) {
    const auto id = idOf(appointment);
    if (!id) {
        return;
    }
    if (choice == QLatin1String("visit")) {
        Q_EMIT visitAsked(*id);
    } else if (choice == QLatin1String("undo")) {
        takeBack(*id);
    } else if (choice.startsWith(cancelPrefix)) {
        cancel(*id, choice.mid(cancelPrefix.size()).toStdString());
    } else if (const auto event = clinic::parseEvent(choice.toStdString())) {
        if (*event == AppointmentEvent::Move) {
            Q_EMIT moveAsked(*id);
        } else {
            mark(*id, *event);
        }
    }
}

void StopPage::mark(const clinic::AppointmentId& id, AppointmentEvent event) {
    const QString who = nameOf(id);
    if (const auto done = m_workspace.desk()->mark(id, event); !done) {
        m_feedback.refuse(done.error());
        return;
    }
    m_feedback.say(crew_words::done(event, who));
    m_workspace.noteChange();
}

void StopPage::cancel(const clinic::AppointmentId& id, const std::string& cause) {
    const QString who = nameOf(id);
    if (const auto done = m_workspace.desk()->cancel(id, clinic::Coded<CancelCause>::of(cause)); !done) {
        m_feedback.refuse(done.error());
        return;
    }
    m_feedback.say(crew_words::done(AppointmentEvent::Cancel, who));
    m_workspace.noteChange();
}

void StopPage::takeBack(const clinic::AppointmentId& id) {
    const QString who = nameOf(id);
    const auto state = m_workspace.desk()->undo(id);
    if (!state) {
        m_feedback.refuse(state.error());
        return;
    }
    m_feedback.say(tr("%1\u00A0: %2").arg(who, crew_words::state(*state).toLower()), false);
    m_workspace.noteChange();
}

} // namespace medicobus::app
