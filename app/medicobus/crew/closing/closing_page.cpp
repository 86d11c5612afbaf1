// SPDX-License-Identifier: EUPL-1.2
#include "crew/closing/closing_page.h"

#include "crew/closing/equipment_words.h"
#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "exchange/send_state.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

using clinic::AppointmentState;
using clinic::DayEntry;

/// Of each passage: what was ticked before it is closed, one code a space.
QString tickedKey(const plan::OccurrenceId& stop) {
    return QStringLiteral("crew.equipment/") + QString::fromStdString(stop.text());
}

QString idIn(const DayEntry& entry) {
    return QString::fromStdString(entry.appointment->id.text());
}

} // namespace

ClosingPage::ClosingPage(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback) {
    connect(&m_workspace, &Workspace::recordChanged, this, &ClosingPage::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &ClosingPage::refresh);
}

void ClosingPage::setStop(const std::optional<plan::OccurrenceId>& stop) {
    m_stop = stop;
    m_savedText.clear();
    refresh();
}

void ClosingPage::refresh() {
    m_list.reset();
    m_closing.reset();
    clinic::Desk* desk = m_workspace.desk();
    if (m_stop && desk && !desk->isLocked()) {
        auto list = desk->dayList(*m_stop);
        const auto closing = desk->closing(*m_stop);
        if (!list || !closing) {
            m_feedback.refuse(list ? closing.error() : list.error());
        } else {
            m_list = std::move(*list);
            m_closing = *closing;
        }
    }
    Q_EMIT changed();
}

QString ClosingPage::note() const {
    const auto programme = m_workspace.programme();
    if (!m_list || !programme) {
        return {};
    }
    const plan::Occurrence& passage = m_list->occurrence;
    return tr("%1 · %2, %3")
        .arg(crew_words::place(*programme, passage.site), crew_words::day(dateOf(passage.start)),
             speech::hours(passage.start, passage.end));
}

QString ClosingPage::closedText() const {
    return m_closing ? tr("Demi-journée close à %1").arg(speech::time(m_closing->at)) : QString();
}

template <typename Holds>
int ClosingPage::count(Holds holds, QString* first) const {
    int found = 0;
    for (const DayEntry& each : m_list ? m_list->entries : std::vector<DayEntry>()) {
        if (each.appointment && holds(each)) {
            if (first && found == 0) {
                *first = idIn(each);
            }
            ++found;
        }
    }
    return found;
}

int ClosingPage::withoutState(QString* first) const {
    return count(
        [](const DayEntry& each) {
            const AppointmentState state = each.appointment->state;
            return state != AppointmentState::Seen && state != AppointmentState::Absent;
        },
        first);
}

int ClosingPage::withoutVisit(QString* first) const {
    return count(
        [](const DayEntry& each) {
            return each.hasDraft
                   || (each.appointment->state == AppointmentState::Seen && !each.appointment->hasVisit);
        },
        first);
}

QVariantList ClosingPage::checks() const {
    if (!m_list) {
        return {};
    }
    const auto line = [](const QString& text, bool isDone, const QString& first) {
        return QVariantMap{{QStringLiteral("text"), text},
                           {QStringLiteral("done"), isDone},
                           {QStringLiteral("appointment"), first}};
    };
    QString person;
    const int open = withoutState(&person);
    const QString states =
        open == 0 ? tr("Tout le monde a un état") : tr("%n personne(s) sans état", nullptr, open);
    QString visit;
    const int unwritten = withoutVisit(&visit);
    const QString visits = unwritten == 0 ? tr("Toutes les fiches sont remplies")
                                          : tr("%n fiche(s) à finir", nullptr, unwritten);
    const auto left = static_cast<qsizetype>(clinic::equipmentList.size()) - checked().size();
    const QString things =
        left == 0 ? tr("Le matériel est vérifié") : tr("Matériel\u00A0: %1 à vérifier").arg(left);
    return {line(states, open == 0, person), line(visits, unwritten == 0, visit),
            line(things, left == 0, {})};
}

QStringList ClosingPage::checked() const {
    if (!m_stop) {
        return {};
    }
    if (!m_closing) {
        return m_workspace.local(tickedKey(*m_stop)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    QStringList codes;
    for (const auto& each : m_closing->checked) {
        codes << QString::fromStdString(each.code());
    }
    return codes;
}

QVariantList ClosingPage::equipment() const {
    QVariantList list;
    const QStringList on = checked();
    for (const auto& each : clinic::equipmentList) {
        const QString code = QString::fromLatin1(each.code.data(), static_cast<qsizetype>(each.code.size()));
        QVariantMap line = crew_words::option(code, equipmentWord(each.value));
        line.insert(QStringLiteral("on"), on.contains(code));
        list << line;
    }
    return list;
}

void ClosingPage::check(const QString& equipment) {
    if (!m_stop || isClosed()) {
        return;
    }
    QStringList codes = checked();
    if (!codes.removeOne(equipment)) {
        codes << equipment;
    }
    m_workspace.setLocal(tickedKey(*m_stop), codes.join(QLatin1Char(' ')));
    Q_EMIT changed();
}

QString ClosingPage::sendText() const {
    const auto waiting = m_workspace.desk() ? m_workspace.desk()->waiting() : Result<journal::Waiting>();
    if (!waiting || waiting->count == 0) {
        return tr("Rien n’attend d’être envoyé.");
    }
    const QString age =
        waiting->oldest ? send_words::age(m_workspace.clock().now() - *waiting->oldest) : QString();
    const QString count =
        tr("%Ln changement(s) attend(ent) d’être envoyé(s)", nullptr, static_cast<int>(waiting->count));
    return tr("%1, depuis %2. Tout est gardé sur cet appareil.").arg(count, age);
}

QString ClosingPage::confirmText() const {
    const int open = withoutState() + withoutVisit();
    return open == 0 ? tr("Clore la demi-journée") : tr("Clore quand même (%1 à finir)").arg(open);
}

std::optional<plan::Occurrence> ClosingPage::next() const {
    constexpr date::days ahead{14};
    if (!m_list) {
        return std::nullopt;
    }
    const plan::Occurrence& here = m_list->occurrence;
    const Date from = dateOf(here.start);
    for (const plan::Occurrence& each : m_workspace.desk()->occurrences(from, from + ahead)) {
        const bool isHeld = each.status != plan::Occurrence::Status::Cancelled;
        if (each.bus == here.bus && isHeld && each.start > here.start) {
            return each;
        }
    }
    return std::nullopt;
}

QString ClosingPage::nextText() const {
    const auto following = next();
    const auto programme = m_workspace.programme();
    return following && programme
               ? tr("Liste %1, %2")
                     .arg(crew_words::ofCommune(crew_words::commune(*programme, following->site)),
                          speech::dayAndHour(following->start))
               : QString();
}

void ClosingPage::confirm() {
    if (!m_stop || !m_workspace.desk()) {
        return;
    }
    std::vector<clinic::Coded<clinic::Equipment>> codes;
    for (const QString& each : checked()) {
        codes.push_back(clinic::Coded<clinic::Equipment>::of(each.toStdString()));
    }
    if (const auto done = m_workspace.desk()->closeStop(*m_stop, codes); !done) {
        m_feedback.refuse(done.error());
        return;
    }
    m_feedback.say(tr("Demi-journée close"));
    m_workspace.noteChange();
}

void ClosingPage::reopen() {
    if (!m_stop || !m_workspace.desk()) {
        return;
    }
    if (const auto done = m_workspace.desk()->reopenStop(*m_stop); !done) {
        m_feedback.refuse(done.error());
        return;
    }
    m_feedback.say(tr("Demi-journée rouverte"), false);
    m_workspace.noteChange();
}

void ClosingPage::settle(const QString& appointment) {
    const auto id = Uuid::parse(appointment.toStdString());
    const bool isVisit =
        id && count([&](const DayEntry& each) {
                  return each.appointment->id.value == *id
                         && (each.hasDraft || each.appointment->state == AppointmentState::Seen);
              }) > 0;
    if (isVisit) {
        Q_EMIT visitAsked({*id});
    } else if (m_stop) {
        Q_EMIT listAsked(*m_stop);
    }
}

} // namespace medicobus::app
