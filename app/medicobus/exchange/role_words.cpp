// SPDX-License-Identifier: EUPL-1.2
#include "exchange/role_words.h"

#include <QCoreApplication>

namespace medicobus::app::role_words {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Role)
};
} // namespace

QString role(sync::Role role, const std::string& commune) {
    switch (role) {
    case sync::Role::Coordination:
        return Words::tr("Coordination");
    case sync::Role::TownHall:
        return Words::tr("Mairie (%1)").arg(QString::fromStdString(commune));
    case sync::Role::Crew:
        break;
    }
    return Words::tr("Équipe du bus");
}

} // namespace medicobus::app::role_words
