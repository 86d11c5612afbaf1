// SPDX-License-Identifier: EUPL-1.2
#include "crew/waiting/waiting_page.h"

#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "exchange/send_state.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>
#include <array>

namespace medicobus::app {

namespace {

using clinic::WaitingPerson;
using clinic::WithdrawCause;
constexpr std::size_t hoursOffered = 4;
const QString giveChoice = QStringLiteral("give:");
const QString withdrawChoice = QStringLiteral("withdraw:");

QString idOf(const WaitingPerson& person) {
    return QString::fromStdString(person.id.text());
}

QVariantMap choice(const QString& value, const QString& label, const QString& icon) {
    QVariantMap made = crew_words::option(value, label);
    made.insert(QStringLiteral("icon"), icon);
    return made;
}

} // namespace

WaitingPage::WaitingPage(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback) {
    connect(&m_workspace, &Workspace::opened, this, &WaitingPage::refresh);
    connect(&m_workspace, &Workspace::recordChanged, this, &WaitingPage::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &WaitingPage::refresh);
}

void WaitingPage::setStop(const std::optional<plan::OccurrenceId>& stop) {
    m_stop = stop;
    refresh();
}

void WaitingPage::refresh() {
    m_waiting.clear();
    clinic::Desk* desk = m_workspace.desk();
    const auto passage = desk && m_stop && !desk->isLocked() ? desk->occurrence(*m_stop) : std::nullopt;
    if (passage) {
        if (auto waiting = desk->waitingFor(passage->site)) {
            m_waiting = std::move(*waiting);
        } else {
            m_feedback.refuse(waiting.error());
        }
    }
    Q_EMIT changed();
}

QString WaitingPage::note() const {
    const auto programme = m_workspace.programme();
    const auto passage =
        m_stop && m_workspace.desk() ? m_workspace.desk()->occurrence(*m_stop) : std::nullopt;
    return programme && passage ? crew_words::place(*programme, passage->site) : QString();
}

QString WaitingPage::summary() const {
    if (m_waiting.empty()) {
        return {};
    }
    return tr("%n personne(s) attend(ent) une place", nullptr, static_cast<int>(m_waiting.size()));
}

QString WaitingPage::noteOf(const WaitingPerson& person) const {
    QStringList parts;
    parts << tr("attend depuis %1").arg(send_words::age(m_workspace.clock().now() - person.askedAt));
    if (const auto programme = m_workspace.programme(); programme && person.away.value > 0) {
        parts << tr("%1, à %2")
                     .arg(crew_words::commune(*programme, person.wish.site), speech::distance(person.away));
    }
    if (person.wish.reason.isSet()) {
        parts << crew_words::reason(person.wish.reason);
    }
    parts << crew_words::flags(person.wish.flags);
    if (!person.patient.details.phone.empty()) {
        parts << speech::phone(person.patient.details.phone);
    }
    return parts.join(QStringLiteral(" · "));
}

QVariantList WaitingPage::people() const {
    QVariantList list;
    for (const WaitingPerson& each : m_waiting) {
        QString label = crew_words::person(each.patient.details);
        if (each.patient.details.birthDate) {
            const int age = clinic::ageOn(*each.patient.details.birthDate, m_workspace.today());
            label += QStringLiteral(", ") + crew_words::age(age);
        }
        QVariantMap row = choice(idOf(each), label, QStringLiteral("person"));
        row.insert(QStringLiteral("note"), noteOf(each));
        list << row;
    }
    return list;
}

const WaitingPerson* WaitingPage::find(const QString& request) const {
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [&](const WaitingPerson& each) { return idOf(each) == request; });
    return found == m_waiting.end() ? nullptr : &*found;
}

void WaitingPage::give(const QString& request, int slot) {
    if (const WaitingPerson* person = find(request); person && m_stop) {
        place(*person, *m_stop, slot);
    }
}

void WaitingPage::place(const WaitingPerson& person, const plan::OccurrenceId& passage, int slot) {
    const QString who = crew_words::person(person.patient.details);
    const QString phone =
        person.patient.details.phone.empty() ? QString() : speech::phone(person.patient.details.phone);
    const auto booked = m_workspace.desk()->book(
        {passage, slot, person.patient.id, person.wish.reason, person.wish.flags, person.id});
    if (!booked) {
        m_feedback.refuse(booked.error());
        return;
    }
    const QString given =
        booked->isRequest ? tr("%1\u00A0: place demandée, à confirmer.") : tr("%1\u00A0: place donnée.");
    m_feedback.say(given.arg(who) + QLatin1Char(' ')
                   + (phone.isEmpty() ? tr("Pensez à prévenir.") : tr("Appelez le %1.").arg(phone)));
    m_workspace.noteChange();
}

QVariantList WaitingPage::choices(const QString& request) const {
    QVariantList list;
    if (!find(request) || !m_stop) {
        return list;
    }
    const auto free = m_workspace.desk()->freeSlots(*m_stop);
    for (const plan::Slot& each : free.value_or(std::vector<plan::Slot>())) {
        if (each.start >= m_workspace.now() && list.size() < static_cast<qsizetype>(hoursOffered)) {
            list << choice(giveChoice + QString::number(each.index),
                           tr("Donner %1").arg(speech::time(each.start)), QStringLiteral("clock"));
        }
    }
    const auto give = [&](WithdrawCause cause, const QString& label) {
        list << choice(withdrawChoice + QString::fromStdString(clinic::Coded(cause).code()), label,
                       QStringLiteral("close"));
    };
    give(WithdrawCause::PatientAsked, tr("N’attend plus, à sa demande"));
    give(WithdrawCause::ReceivedElsewhere, tr("A été reçu ailleurs"));
    give(WithdrawCause::Unreachable, tr("Injoignable"));
    return list;
}

void WaitingPage::choose(const QString& request, const QString& choice) {
    const WaitingPerson* person = find(request);
    if (!person || !m_stop) {
        return;
    }
    if (choice.startsWith(giveChoice)) {
        place(*person, *m_stop, choice.mid(giveChoice.size()).toInt());
    } else if (choice.startsWith(withdrawChoice)) {
        withdraw(*person, choice.mid(withdrawChoice.size()).toStdString());
    }
}

void WaitingPage::withdraw(const WaitingPerson& person, const std::string& cause) {
    const QString who = crew_words::person(person.patient.details);
    if (const auto done =
            m_workspace.desk()->withdrawRequest(person.id, clinic::Coded<WithdrawCause>::of(cause));
        !done) {
        m_feedback.refuse(done.error());
        return;
    }
    m_feedback.say(tr("%1\u00A0: retiré de la liste d’attente").arg(who));
    m_workspace.noteChange();
}

} // namespace medicobus::app
