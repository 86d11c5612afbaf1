// SPDX-License-Identifier: EUPL-1.2
#include "lock/acts.h"

#include "exchange/todo/change_words.h"
#include "speech.h"
#include "workspace.h"

#include <QCoreApplication>

namespace medicobus::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Acts)
};

QString nameOf(const Workspace& workspace, const std::string& actor) {
    const vault::Vault* vault = workspace.vault();
    for (const auto& user : vault ? vault->users() : std::vector<vault::User>()) {
        if (user.id == actor) {
            return QString::fromStdString(user.label);
        }
    }
    return {};
}

QString momentOf(const Workspace& workspace, const journal::Operation& act) {
    const auto at = toParis(act.recordedAt());
    if (!at) {
        return {};
    }
    return dateOf(*at) == workspace.today() ? Words::tr("à %1").arg(speech::time(*at))
                                            : Words::tr("le %1").arg(speech::dayAndHour(*at));
}

} // namespace

QStringList actsOn(const Workspace& workspace, const clinic::AppointmentId& appointment) {
    QStringList told;
    clinic::Desk* desk = workspace.desk();
    if (!desk || desk->isLocked()) {
        return told;
    }
    const auto acts = desk->journal().ofSubject({"appointment", appointment.text()});
    for (const auto& act : acts.value_or(std::vector<journal::Operation>())) {
        const QString what = change_words::what(act);
        const QString when = momentOf(workspace, act);
        const QString who = nameOf(workspace, act.actor);
        if (!who.isEmpty()) {
            told << Words::tr("%1 par %2 %3").arg(what, who, when);
        } else if (act.device != desk->journal().device()) {
            told << Words::tr("%1 sur un autre appareil %2").arg(what, when);
        } else {
            told << Words::tr("%1 %2").arg(what, when);
        }
    }
    return told;
}

} // namespace medicobus::app
