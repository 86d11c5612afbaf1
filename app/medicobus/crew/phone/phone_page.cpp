// SPDX-License-Identifier: EUPL-1.2
#include "crew/phone/phone_page.h"

#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "crew/phone/call_rows.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>
#include <utility>

namespace medicobus::app {

namespace {

const QString placesPart = QStringLiteral("places");
const QString requestsPart = QStringLiteral("requests");
const QString remindersPart = QStringLiteral("reminders");

QString counted(const QString& word, int count) {
    return count == 0 ? word : PhonePage::tr("%1 (%2)", "a list and its length").arg(word).arg(count);
}

std::optional<Uuid> idIn(const QString& text) {
    const auto read = Uuid::parse(text.toStdString());
    return read ? std::optional(*read) : std::nullopt;
}

} // namespace

PhonePage::PhonePage(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback), m_person(workspace, feedback) {
    connect(&m_workspace, &Workspace::recordChanged, this, &PhonePage::refresh);
    connect(&m_workspace, &Workspace::programmeChanged, this, &PhonePage::refresh);
    connect(&m_workspace, &Workspace::opened, this, &PhonePage::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &PhonePage::refresh);
    connect(&m_person, &PersonChoice::changed, this, &PhonePage::changed);
    refresh();
}

void PhonePage::setSection(const QString& section) {
    if (section != m_section
        && (section == placesPart || section == requestsPart || section == remindersPart)) {
        m_section = section;
        // How long somebody has waited is told as of now.
        refresh();
    }
}

QString PhonePage::forWhom() const {
    return m_answered ? crew_words::person(m_answered->patient.details) : QString();
}

QVariantList PhonePage::reasons() const {
    return crew_words::reasonOptions();
}

void PhonePage::setReason(const QString& reason) {
    m_reason = reason;
    Q_EMIT changed();
}

void PhonePage::tell(const Error& error) {
    m_problem = speech::whatHappened(error) + QLatin1Char(' ') + speech::whatToDo(error);
}

void PhonePage::refresh() {
    m_problem.clear();
    refreshOffers();
    refreshLists();
    const QVariantList sections{crew_words::option(placesPart, tr("Places libres")),
                                crew_words::option(requestsPart, counted(tr("Demandes"), requestCount())),
                                crew_words::option(remindersPart, counted(tr("Rappels"), reminderCount()))};
    if (sections != m_sections) {
        m_sections = sections;
        Q_EMIT sectionsChanged();
    }
    Q_EMIT changed();
}

void PhonePage::refreshOffers() {
    const auto programme = m_workspace.programme();
    m_search.setProgramme(programme.get());
    m_commune.clear();
    std::vector<CallRow> rows;
    if (programme && m_workspace.desk() && !m_insee.isEmpty()) {
        const territory::InseeCode insee{m_insee.toStdString()};
        const auto home = std::find_if(programme->communes.begin(), programme->communes.end(),
                                       [&](const plan::CommunePoint& each) { return each.insee == insee; });
        const auto offers = m_workspace.desk()->offersNear(insee);
        if (!offers) {
            tell(offers.error());
        } else if (home != programme->communes.end()) {
            m_commune = QString::fromStdString(home->name);
            rows = call_rows::offers(*offers, *programme, m_commune);
        }
    }
    m_offers.show(std::move(rows));
}

const plan::Site* PhonePage::nearestSite(const plan::Programme& programme) const {
    const auto home = std::find_if(
        programme.communes.begin(), programme.communes.end(),
        [&](const plan::CommunePoint& each) { return each.insee.value == m_insee.toStdString(); });
    const auto nearest = home == programme.communes.end()
                             ? programme.sites.end()
                             : std::min_element(programme.sites.begin(), programme.sites.end(),
                                                [&](const plan::Site& left, const plan::Site& right) {
                                                    return greatCircle(home->point, left.point)
                                                           < greatCircle(home->point, right.point);
                                                });
    return nearest == programme.sites.end() ? nullptr : &*nearest;
}

void PhonePage::refreshLists() {
    clinic::Desk* desk = m_workspace.desk();
    const auto held = m_workspace.programme();
    const plan::Programme programme = held ? *held : plan::Programme();
    const Instant now = m_workspace.clock().now();
    m_waiting.clear();
    clinic::ReminderList list;
    if (desk && !desk->isLocked()) {
        auto waiting = desk->waitingList();
        auto expected = desk->reminders();
        if (!waiting || !expected) {
            tell(waiting ? expected.error() : waiting.error());
        } else {
            m_waiting = std::move(*waiting);
            list = std::move(*expected);
        }
    }
    const auto tries = desk ? desk->tries() : Result<std::map<clinic::RequestId, clinic::Tries>>();
    m_requests.show(call_rows::requests(
        m_waiting, tries.value_or(std::map<clinic::RequestId, clinic::Tries>()), programme, now));
    const auto left =
        std::count_if(list.reminders.begin(), list.reminders.end(), [](const clinic::Reminder& each) {
            return each.answer != clinic::ReminderAnswer::Reached;
        });
    m_remindersText = list.reminders.empty() ? QString()
                      : left == 0            ? tr("Tout le monde est prévenu.")
                                  : tr("%1 à appeler sur %2").arg(left).arg(list.reminders.size());
    m_reminders.show(call_rows::reminders(list, programme, now));
    if (m_answered && !find(QString::fromStdString(m_answered->id.text()))) {
        // A colleague has answered meanwhile.
        m_answered.reset();
    }
}

const clinic::WaitingPerson* PhonePage::find(const QString& id) const {
    const auto found =
        std::find_if(m_waiting.begin(), m_waiting.end(),
                     [&](const clinic::WaitingPerson& each) { return each.id.text() == id.toStdString(); });
    return found == m_waiting.end() ? nullptr : &*found;
}

void PhonePage::chooseCommune(const QString& insee) {
    m_insee = insee;
    m_search.setQuery({});
    refresh();
}

void PhonePage::forgetCommune() {
    chooseCommune({});
}

void PhonePage::take(const QString& choice) {
    const qsizetype mark = choice.lastIndexOf(QLatin1Char('#'));
    const auto passage = plan::OccurrenceId::parse(choice.left(mark).toStdString());
    if (mark > 0 && passage) {
        bool isNumber = false;
        const int slot = choice.mid(mark + 1).toInt(&isNumber);
        Q_EMIT bookAsked(*passage, isNumber ? slot : -1);
    }
}

void PhonePage::startRequest() {
    m_isWriting = true;
    Q_EMIT changed();
}

void PhonePage::dropRequest() {
    m_isWriting = false;
    m_reason.clear();
    m_person.clear();
    Q_EMIT changed();
}

void PhonePage::keepRequest() {
    if (!m_workspace.desk() || !canKeep()) {
        return;
    }
    const auto programme = m_workspace.programme();
    const plan::Site* site = programme ? nearestSite(*programme) : nullptr;
    const auto who =
        site ? m_person.patient() : Result<clinic::PatientId>(Fault(Error(clinic::codes::noProgramme)));
    const auto kept = who ? m_workspace.desk()->askForPlace(
                          {site->id, *who, clinic::Reason::of(m_reason.toStdString()), {}})
                          : Result<clinic::RequestId>(Fault(who.error()));
    if (!kept) {
        m_feedback.refuse(kept.error());
        return;
    }
    m_feedback.say(tr("%1\u00A0: demande notée").arg(m_person.name()));
    dropRequest();
    m_workspace.noteChange();
}

void PhonePage::answer(const QString& request) {
    if (const clinic::WaitingPerson* asked = find(request)) {
        m_answered = *asked;
        m_isAnswering = true;
        m_section = placesPart;
        // Around where they live, or else around the site that they asked for.
        const auto programme = m_workspace.programme();
        const plan::Site* wished = programme ? programme->findSite(asked->wish.site) : nullptr;
        const std::string home = asked->patient.details.commune;
        chooseCommune(QString::fromStdString(home.empty() && wished ? wished->insee.value : home));
    }
}

void PhonePage::stopAnswering() {
    m_isAnswering = false;
    m_answered.reset();
    Q_EMIT changed();
}

void PhonePage::noAnswer(const QString& request) {
    const clinic::WaitingPerson* asked = find(request);
    if (!asked) {
        return;
    }
    const QString who = crew_words::person(asked->patient.details);
    if (const auto noted = m_workspace.desk()->noteTry(asked->id); !noted) {
        m_feedback.refuse(noted.error());
        return;
    }
    m_feedback.say(tr("%1\u00A0: appel sans réponse noté").arg(who));
    m_workspace.noteChange();
}

void PhonePage::close(const QString& request, const QString& cause) {
    const clinic::WaitingPerson* asked = find(request);
    if (!asked) {
        return;
    }
    const QString who = crew_words::person(asked->patient.details);
    const auto closed = m_workspace.desk()->withdrawRequest(
        asked->id, clinic::Coded<clinic::WithdrawCause>::of(cause.toStdString()));
    if (!closed) {
        m_feedback.refuse(closed.error());
        return;
    }
    m_feedback.say(tr("%1\u00A0: demande classée").arg(who));
    m_workspace.noteChange();
}

void PhonePage::remind(const QString& appointment, bool isReached) {
    const auto id = idIn(appointment);
    if (!id || !m_workspace.desk()) {
        return;
    }
    const auto said = m_workspace.desk()->sayReminder({*id}, isReached ? clinic::ReminderAnswer::Reached
                                                                       : clinic::ReminderAnswer::NoAnswer);
    if (!said) {
        m_feedback.refuse(said.error());
        return;
    }
    m_feedback.say(isReached ? tr("Appel noté\u00A0: prévenu") : tr("Appel noté\u00A0: n’a pas répondu"));
    m_workspace.noteChange();
}

void PhonePage::notePlaced() {
    // The request itself went from the list with the booking.
    if (std::exchange(m_isAnswering, false)) {
        m_answered.reset();
        m_section = requestsPart;
        refresh();
    }
}

bool PhonePage::goBack() {
    if (m_isWriting) {
        dropRequest();
        return true;
    }
    if (m_answered) {
        m_isAnswering = false;
        m_answered.reset();
        setSection(requestsPart);
        return true;
    }
    if (m_section == placesPart && !m_insee.isEmpty()) {
        forgetCommune();
        return true;
    }
    return false;
}

QJsonObject PhonePage::kept() const {
    return {{"section", m_section},
            {"insee", m_insee},
            {"answered", m_answered ? QString::fromStdString(m_answered->id.text()) : QString()},
            {"is_writing", m_isWriting},
            {"reason", m_reason},
            {"person", m_person.kept()}};
}

void PhonePage::restore(const QJsonObject& kept) {
    m_section = kept["section"].toString(placesPart);
    m_insee = kept["insee"].toString();
    m_isWriting = kept["is_writing"].toBool();
    m_reason = kept["reason"].toString();
    m_person.restore(kept["person"].toObject());
    refresh();
    if (const clinic::WaitingPerson* asked = find(kept["answered"].toString())) {
        m_answered = *asked;
        m_isAnswering = true;
    }
    Q_EMIT changed();
}

void PhonePage::clear() {
    m_section = placesPart;
    m_insee.clear();
    m_isAnswering = false;
    m_answered.reset();
    m_waiting.clear();
    m_requests.show({});
    m_reminders.show({});
    m_remindersText.clear();
    dropRequest();
    refreshOffers();
}

} // namespace medicobus::app
