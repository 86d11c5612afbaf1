// SPDX-License-Identifier: EUPL-1.2
#include "crew/booking/same_person.h"

#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

constexpr std::size_t shownAtOnce = 5;

QString born(const clinic::PatientDetails& who) {
    return who.birthDate ? crew_words::shortDate(*who.birthDate) : QString();
}

} // namespace

SamePerson::SamePerson(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback) {}

void SamePerson::setPerson(const std::optional<clinic::Patient>& person) {
    m_person = person;
    m_other.reset();
    m_isSwapped = false;
    m_isSearching = false;
    m_query.clear();
    std::vector<clinic::Patient> entries;
    for (const clinic::MergedEntry& each : person ? person->merged : std::vector<clinic::MergedEntry>()) {
        entries.push_back({each.id, each.details});
    }
    m_merged.showPatients(entries);
    look();
}

void SamePerson::look() {
    std::vector<clinic::Patient> found;
    const clinic::Desk* desk = m_workspace.desk();
    if (desk && m_person && m_isSearching) {
        if (auto named = desk->findPatients(m_query.toStdString(), shownAtOnce + 1)) {
            std::erase_if(*named, [&](const clinic::Patient& each) { return each.id == m_person->id; });
            found = std::move(*named);
        }
        m_likely.showPatients(found);
    } else if (desk && m_person) {
        const auto alike = desk->likelyDuplicatesOf(m_person->id);
        m_likely.showAlike(alike.value_or(std::vector<clinic::LikelyDuplicate>()), shownAtOnce);
    } else {
        m_likely.showPatients({});
    }
    Q_EMIT changed();
}

void SamePerson::setQuery(const QString& query) {
    if (query != m_query) {
        m_query = query;
        look();
    }
}

void SamePerson::search() {
    m_isSearching = true;
    look();
}

void SamePerson::compare(const QString& person) {
    const auto id = Uuid::parse(person.toStdString());
    const auto other =
        id && m_workspace.desk() ? m_workspace.desk()->patient({*id}) : fault(clinic::codes::patientUnknown);
    if (!other) {
        m_feedback.refuse(other.error());
        return;
    }
    m_other = *other;
    m_isSwapped = false;
    Q_EMIT changed();
}

void SamePerson::swap() {
    m_isSwapped = !m_isSwapped;
    Q_EMIT changed();
}

void SamePerson::close() {
    m_other.reset();
    m_isSearching = false;
    m_query.clear();
    look();
}

QVariantList SamePerson::lines() const {
    QVariantList lines;
    if (!m_person || !m_other) {
        return lines;
    }
    const clinic::PatientDetails& stays = (m_isSwapped ? *m_other : *m_person).details;
    const clinic::PatientDetails& gone = (m_isSwapped ? *m_person : *m_other).details;
    const auto add = [&](const QString& label, const QString& one, const QString& other) {
        if (!one.isEmpty() || !other.isEmpty()) {
            const QString none = tr("non noté");
            lines << QVariantMap{{"label", label},
                                 {"stays", one.isEmpty() ? none : one},
                                 {"gone", other.isEmpty() ? none : other},
                                 {"differs", one != other && !one.isEmpty() && !other.isEmpty()}};
        }
    };
    const auto text = [](const std::string& utf8) { return QString::fromStdString(utf8); };
    add(tr("Nom"), text(stays.familyName), text(gone.familyName));
    add(tr("Prénom"), text(stays.givenName), text(gone.givenName));
    add(tr("Naissance"), born(stays), born(gone));
    add(tr("Téléphone"), speech::phone(stays.phone), speech::phone(gone.phone));
    return lines;
}

void SamePerson::take(const Result<void>& done, const QString& said, bool canUndo) {
    if (!done) {
        m_feedback.refuse(done.error());
        return;
    }
    const clinic::PatientId shown = m_person->id;
    m_feedback.say(said, canUndo);
    m_workspace.noteChange();
    Q_EMIT settled(shown);
}

void SamePerson::merge() {
    if (!m_person || !m_other || !m_workspace.desk()) {
        return;
    }
    const clinic::Patient& stays = m_isSwapped ? *m_other : *m_person;
    const clinic::Patient& gone = m_isSwapped ? *m_person : *m_other;
    take(m_workspace.desk()->mergePatients(gone.id, stays.id),
         tr("%1\u00A0: une seule fiche").arg(crew_words::person(stays.details)), true);
}

void SamePerson::separate(const QString& entry) {
    const auto id = Uuid::parse(entry.toStdString());
    if (id && m_person && m_workspace.desk()) {
        take(m_workspace.desk()->separate({*id}),
             tr("%1\u00A0: deux fiches à nouveau").arg(crew_words::person(m_person->details)), false);
    }
}

void SamePerson::keepApart() {
    if (m_person && m_workspace.desk()) {
        take(m_workspace.desk()->separate(m_person->id),
             tr("%1\u00A0: gardée à part").arg(crew_words::person(m_person->details)), false);
    }
}

} // namespace medicobus::app
