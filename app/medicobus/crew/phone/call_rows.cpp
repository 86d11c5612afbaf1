// SPDX-License-Identifier: EUPL-1.2
#include "crew/phone/call_rows.h"

#include "crew/crew_words.h"
#include "exchange/send_state.h"
#include "speech.h"

#include <QCoreApplication>

#include <algorithm>

namespace medicobus::app::call_rows {

namespace {

/// From here on a request is to be answered first.
constexpr std::chrono::hours dueSoon{12};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Calls)
};

LocalTime localOf(Instant at) {
    return toParis(at).value_or(LocalTime(date::floor<std::chrono::minutes>(at).time_since_epoch()));
}

/// "aujourd’hui 17 h", "demain 9 h", "mercredi 3 mars 9 h"
QString dayAndTime(Instant at, Instant now) {
    const LocalTime when = localOf(at);
    const auto days = (dateOf(when) - dateOf(localOf(now))).count();
    const QString day = days == 0    ? Words::tr("aujourd’hui")
                        : days == 1  ? Words::tr("demain")
                        : days == -1 ? Words::tr("hier")
                                     : crew_words::day(dateOf(when));
    return Words::tr("%1 %2", "a day and an hour").arg(day, speech::time(when));
}

QString answerText(const clinic::Reminder& reminder, Instant now) {
    const QString at = reminder.answeredAt ? send_words::moment(*reminder.answeredAt, now) : QString();
    return reminder.answer == clinic::ReminderAnswer::Reached ? Words::tr("Prévenu, %1").arg(at)
           : reminder.answer.isSet()                          ? Words::tr("N’a pas répondu, %1").arg(at)
                                                              : QString();
}

} // namespace

std::vector<CallRow> offers(const std::vector<clinic::Offer>& offers, const plan::Programme& programme,
                            const QString& commune) {
    std::vector<CallRow> rows;
    std::optional<bool> group;
    for (const clinic::Offer& each : offers) {
        CallRow row;
        const QString passage = QString::fromStdString(each.occurrence.id.text());
        row.id = passage;
        if (group != each.isHere) {
            group = each.isHere;
            row.heading = each.isHere ? crew_words::capitalised(crew_words::atCommune(commune))
                                      : Words::tr("Dans les communes proches");
        }
        row.title = crew_words::capitalised(crew_words::day(dateOf(each.occurrence.start)));
        row.note = crew_words::place(programme, each.occurrence.site);
        if (!each.isHere) {
            row.stateText = Words::tr("%1 de route, %2")
                                .arg(crew_words::duration(each.drive), speech::distance(each.distance));
        }
        row.tone = QStringLiteral("quiet");
        for (std::size_t i = 0; i < std::min(hoursShown, each.free.size()); ++i) {
            row.choices << crew_words::option(passage + QLatin1Char('#')
                                                  + QString::number(each.free[i].index),
                                              crew_words::clock(each.free[i].start));
        }
        if (each.free.size() > hoursShown) {
            const auto more = each.free.size() - hoursShown;
            row.choices << crew_words::option(passage + QLatin1Char('#'),
                                              more == 1 ? Words::tr("1 autre")
                                                        : Words::tr("%1 autres").arg(more));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QString dueText(Instant askedAt, Instant now) {
    const auto age = now - askedAt;
    const QString received = age < std::chrono::minutes(1)
                                 ? Words::tr("Reçue à l’instant")
                                 : Words::tr("Reçue il y a %1").arg(send_words::age(age));
    const Instant due = askedAt + clinic::answerAim;
    return (due > now ? Words::tr("%1, à rappeler avant %2") : Words::tr("%1, à rappeler depuis %2"))
        .arg(received, dayAndTime(due, now));
}

std::vector<CallRow> requests(const std::vector<clinic::WaitingPerson>& waiting,
                              const std::map<clinic::RequestId, clinic::Tries>& tries,
                              const plan::Programme& programme, Instant now) {
    std::vector<CallRow> rows;
    for (const clinic::WaitingPerson& each : waiting) {
        CallRow row;
        row.id = QString::fromStdString(each.id.text());
        row.title = crew_words::person(each.patient.details);
        QStringList parts{Words::tr("Pour %1").arg(crew_words::commune(programme, each.wish.site))};
        if (each.wish.reason.isSet()) {
            parts << crew_words::reason(each.wish.reason);
        }
        if (const auto called = tries.find(each.id); called != tries.end() && called->second.last) {
            const QString last = send_words::moment(*called->second.last, now);
            parts << (called->second.count == 1 ? Words::tr("1 appel sans réponse, %1").arg(last)
                                                : Words::tr("%1 appels sans réponse, le dernier %2")
                                                      .arg(called->second.count)
                                                      .arg(last));
        }
        row.note = parts.join(QStringLiteral(" · "));
        row.phone = QString::fromStdString(clinic::displayPhone(each.patient.details.phone));
        row.stateText = dueText(each.askedAt, now);
        const Instant due = each.askedAt + clinic::answerAim;
        row.tone = due <= now             ? QStringLiteral("act")
                   : due <= now + dueSoon ? QStringLiteral("look")
                                          : QStringLiteral("quiet");
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<CallRow> reminders(const clinic::ReminderList& list, const plan::Programme& programme,
                               Instant now) {
    std::vector<CallRow> rows;
    std::optional<plan::OccurrenceId> group;
    for (const clinic::Reminder& each : list.reminders) {
        CallRow row;
        row.id = QString::fromStdString(each.appointment.id.text());
        if (group != each.occurrence.id) {
            group = each.occurrence.id;
            row.heading = Words::tr("%1, %2").arg(
                crew_words::capitalised(crew_words::day(dateOf(each.occurrence.start))),
                crew_words::place(programme, each.occurrence.site));
        }
        row.title = Words::tr("%1 · %2", "an hour and a person")
                        .arg(crew_words::clock(each.at), crew_words::person(each.patient.details));
        row.phone = QString::fromStdString(clinic::displayPhone(each.patient.details.phone));
        row.note = row.phone.isEmpty() ? Words::tr("Pas de téléphone") : QString();
        row.stateText = answerText(each, now);
        row.tone = each.answer == clinic::ReminderAnswer::Reached ? QStringLiteral("good")
                   : each.answer.isSet()                          ? QStringLiteral("look")
                                                                  : QStringLiteral("quiet");
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace medicobus::app::call_rows
