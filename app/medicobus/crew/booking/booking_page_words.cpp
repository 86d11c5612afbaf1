// SPDX-License-Identifier: EUPL-1.2
// What the page of a booking says of itself.
#include "crew/booking/booking_page.h"

#include "crew/crew_words.h"
#include "speech.h"
#include "workspace.h"

namespace medicobus::app {

QString BookingPage::mode() const {
    return m_mode == Mode::Book     ? QStringLiteral("book")
           : m_mode == Mode::WalkIn ? QStringLiteral("walkin")
           : m_mode == Mode::Wait   ? QStringLiteral("wait")
                                    : QStringLiteral("move");
}

QString BookingPage::title() const {
    switch (m_mode) {
    case Mode::Book:
        return tr("Donner un rendez-vous");
    case Mode::WalkIn:
        return tr("Ajouter sans rendez-vous");
    case Mode::Move:
        return tr("Déplacer le rendez-vous");
    case Mode::Wait:
        return tr("Ajouter à la liste d’attente");
    }
    return {};
}

QString BookingPage::note() const {
    const auto programme = m_workspace.programme();
    const auto passage = programme ? m_workspace.desk()->occurrence(m_passage) : std::nullopt;
    if (!passage) {
        return {};
    }
    const QString where = crew_words::place(*programme, passage->site);
    const QString when = crew_words::day(dateOf(passage->start));
    return hour() ? tr("%1, %2 à %3").arg(where, when, speech::time(*hour())) : tr("%1, %2").arg(where, when);
}

QString BookingPage::confirmText() const {
    if (!m_person.isChosen() && !m_person.isNew()) {
        return tr("Choisissez une personne");
    }
    if (needsNoPlace()) {
        return m_mode == Mode::Wait ? tr("Ajouter à la liste d’attente") : tr("Ajouter à la liste");
    }
    const QString at = hour() ? speech::time(*hour()) : QString();
    if (m_mode == Mode::Move) {
        return at.isEmpty() ? tr("Choisissez une heure") : tr("Déplacer à %1").arg(at);
    }
    return at.isEmpty() ? tr("Choisissez une heure") : tr("Réserver %1").arg(at);
}

} // namespace medicobus::app
