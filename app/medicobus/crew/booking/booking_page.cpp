// SPDX-License-Identifier: EUPL-1.2
#include "crew/booking/booking_page.h"

#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

using clinic::AppointmentEvent;
using Status = plan::Occurrence::Status;
constexpr std::size_t passagesAhead = 3;
constexpr std::size_t alternativesShown = 3;

} // namespace

BookingPage::BookingPage(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback), m_person(workspace, feedback) {
    connect(&m_person, &PersonChoice::changed, this, &BookingPage::changed);
    connect(&m_workspace, &Workspace::languageChanged, this, [this] { setAlternatives({}); });
}

void BookingPage::start(Mode mode, const plan::OccurrenceId& passage) {
    m_mode = mode;
    m_origin = passage;
    m_passage = passage;
    m_slot.reset();
    m_moved.reset();
    m_answers.reset();
    m_reason.clear();
    m_flags = {};
    setAlternatives({});
    m_person.clear();
    findPlaces();
    Q_EMIT passagesChanged();
}

QJsonObject BookingPage::kept() const {
    return {{"mode", static_cast<int>(m_mode)},
            {"origin", QString::fromStdString(m_origin.text())},
            {"passage", QString::fromStdString(m_passage.text())},
            {"slot", m_slot.value_or(-1)},
            {"answers", m_answers ? QString::fromStdString(m_answers->text()) : QString()},
            {"moved", m_moved ? QString::fromStdString(m_moved->text()) : QString()},
            {"reason", m_reason},
            {"no_gp", m_flags.noDeclaredGp},
            {"long_term", m_flags.longTermIllness},
            {"video", m_flags.needsVideo},
            {"person", m_person.kept()}};
}

void BookingPage::restore(const QJsonObject& kept) {
    const auto origin = plan::OccurrenceId::parse(kept["origin"].toString().toStdString());
    const auto passage = plan::OccurrenceId::parse(kept["passage"].toString().toStdString());
    if (!origin || !passage) {
        return;
    }
    start(static_cast<Mode>(kept["mode"].toInt()), *origin);
    m_passage = *passage;
    if (const int slot = kept["slot"].toInt(-1); slot >= 0) {
        m_slot = slot;
    }
    if (const auto moved = Uuid::parse(kept["moved"].toString().toStdString())) {
        m_moved = clinic::AppointmentId{*moved};
    }
    if (const auto answers = Uuid::parse(kept["answers"].toString().toStdString())) {
        m_answers = clinic::RequestId{*answers};
    }
    m_reason = kept["reason"].toString();
    m_flags.noDeclaredGp = kept["no_gp"].toBool();
    m_flags.longTermIllness = kept["long_term"].toBool();
    m_flags.needsVideo = kept["video"].toBool();
    m_person.restore(kept["person"].toObject());
    findPlaces();
    Q_EMIT passagesChanged();
}

void BookingPage::clear() {
    m_slot.reset();
    m_moved.reset();
    m_answers.reset();
    m_reason.clear();
    m_flags = {};
    setAlternatives({});
    m_person.clear();
    Q_EMIT changed();
}

void BookingPage::startBooking(const plan::OccurrenceId& passage, std::optional<int> slot) {
    start(Mode::Book, passage);
    m_slot = slot;
    findPlaces();
}

void BookingPage::startWalkIn(const plan::OccurrenceId& passage) {
    start(Mode::WalkIn, passage);
}

void BookingPage::startWaiting(const plan::OccurrenceId& passage) {
    start(Mode::Wait, passage);
}

void BookingPage::startAnswer(const clinic::WaitingPerson& waiting, const plan::OccurrenceId& passage,
                              std::optional<int> slot) {
    startBooking(passage, slot);
    m_answers = waiting.id;
    m_reason = QString::fromStdString(waiting.wish.reason.code());
    m_flags = waiting.wish.flags;
    m_person.choosePatient(waiting.patient);
    Q_EMIT changed();
}

void BookingPage::startMove(const clinic::AppointmentId& appointment) {
    const auto held = m_workspace.desk()->appointment(appointment);
    const auto who = held ? m_workspace.desk()->patient(held->patient) : Fault(held.error());
    if (!who) {
        m_feedback.refuse(who.error());
        return;
    }
    start(Mode::Move, held->place.occurrence);
    m_moved = appointment;
    m_person.choosePatient(*who);
}

std::optional<LocalTime> BookingPage::hour() const {
    const auto found = std::find_if(m_free.begin(), m_free.end(),
                                    [&](const plan::Slot& each) { return m_slot && each.index == *m_slot; });
    return found == m_free.end() ? std::nullopt : std::optional(found->start);
}

QVariantList BookingPage::passages() const {
    QVariantList options;
    const auto programme = m_workspace.programme();
    const auto from = programme ? m_workspace.desk()->occurrence(m_origin) : std::nullopt;
    if (!from || needsNoPlace()) {
        return options;
    }
    const auto add = [&](const plan::Occurrence& each) {
        options << crew_words::option(QString::fromStdString(each.id.text()),
                                      crew_words::capitalised(crew_words::day(dateOf(each.start))));
    };
    add(*from);
    for (const plan::Occurrence& each : m_workspace.desk()->nextPassages(from->site, passagesAhead + 1)) {
        const bool isBookable = each.status == Status::Planned || each.status == Status::Moved;
        if (isBookable && each.id != from->id && each.start > from->start) {
            add(each);
        }
    }
    return options;
}

void BookingPage::setPassage(const QString& passage) {
    const auto id = plan::OccurrenceId::parse(passage.toStdString());
    if (!id || *id == m_passage) {
        return;
    }
    m_passage = *id;
    m_slot.reset();
    setAlternatives({});
    findPlaces();
}

void BookingPage::findPlaces() {
    m_free.clear();
    QVariantList places;
    if (!needsNoPlace() && m_workspace.desk()) {
        if (auto free = m_workspace.desk()->freeSlots(m_passage)) {
            m_free = std::move(*free);
        } else {
            m_feedback.refuse(free.error());
        }
    }
    for (const plan::Slot& each : m_free) {
        places << crew_words::option(QString::number(each.index), crew_words::clock(each.start));
    }
    if (places != m_places) {
        m_places = std::move(places);
        Q_EMIT placesChanged();
    }
    Q_EMIT changed();
}

void BookingPage::setPlace(const QString& place) {
    m_slot = place.toInt();
    setAlternatives({});
    Q_EMIT changed();
}

QVariantList BookingPage::reasons() const {
    return crew_words::reasonOptions();
}

void BookingPage::setReason(const QString& reason) {
    m_reason = reason;
    Q_EMIT changed();
}

void BookingPage::setNoDeclaredGp(bool on) {
    m_flags.noDeclaredGp = on;
    Q_EMIT changed();
}

void BookingPage::setLongTermIllness(bool on) {
    m_flags.longTermIllness = on;
    Q_EMIT changed();
}

void BookingPage::setNeedsVideo(bool on) {
    m_flags.needsVideo = on;
    Q_EMIT changed();
}

bool BookingPage::canConfirm() const {
    return (m_person.isChosen() || m_person.isNew()) && (needsNoPlace() || m_slot.has_value());
}

void BookingPage::chooseReason(const QString& reason) {
    setReason(reason);
    if (needsNoPlace() && canConfirm()) {
        confirm();
    }
}

void BookingPage::takeAlternative(const QString& alternative) {
    const qsizetype mark = alternative.indexOf(QLatin1Char('#'));
    setPassage(alternative.left(mark));
    setPlace(alternative.mid(mark + 1));
    m_feedback.dismiss();
}

void BookingPage::setAlternatives(QVariantList alternatives) {
    if (alternatives != m_alternatives) {
        m_alternatives = std::move(alternatives);
        Q_EMIT alternativesChanged();
    }
}

void BookingPage::refuse(const Error& error) {
    m_feedback.refuse(error);
    QVariantList alternatives;
    if (error.code() == clinic::codes::slotTaken && m_slot) {
        if (const auto near = m_workspace.desk()->nearestFree(m_passage, *m_slot, alternativesShown)) {
            for (const clinic::FreeSlot& each : *near) {
                alternatives << crew_words::option(
                    QString::fromStdString(each.occurrence.id.text()) + QLatin1Char('#')
                        + QString::number(each.slot.index),
                    crew_words::capitalised(speech::dayAndHour(each.slot.start)));
            }
        }
    }
    setAlternatives(std::move(alternatives));
    findPlaces();
}

QString BookingPage::saidOf(const clinic::AppointmentId& id, const QString& who) const {
    const auto held = m_workspace.desk()->appointment(id);
    if (held && (held->claim == clinic::Claim::Requested || held->wanted)) {
        return m_workspace.desk()->isSetApart(*held).value_or(false)
                   ? tr("%1\u00A0: demandé. Cette place est réservée à un autre appareil\u00A0: la réponse "
                        "peut "
                        "tarder")
                         .arg(who)
                   : tr("%1\u00A0: demandé, à confirmer par le serveur").arg(who);
    }
    return m_mode == Mode::WalkIn ? tr("%1 est sur la liste").arg(who)
           : m_mode == Mode::Move ? crew_words::done(AppointmentEvent::Move, who)
                                  : tr("%1\u00A0: rendez-vous pris").arg(who);
}

Result<clinic::AppointmentId> BookingPage::place(const clinic::PatientId& patient) {
    clinic::Desk& desk = *m_workspace.desk();
    const auto reason = clinic::Reason::of(m_reason.toStdString());
    if (m_mode == Mode::WalkIn) {
        return desk.walkIn(m_passage, patient, reason, m_flags);
    }
    if (m_mode == Mode::Move && m_moved) {
        return desk.move(*m_moved, m_passage, m_slot.value_or(0)).map([&] { return *m_moved; });
    }
    return desk.book({m_passage, m_slot.value_or(0), patient, reason, m_flags, m_answers})
        .map([](const clinic::Booked& booked) { return booked.appointment; });
}

void BookingPage::confirm() {
    if (!m_workspace.desk() || !canConfirm()) {
        return;
    }
    const auto patient = m_person.patient();
    if (patient && m_mode == Mode::Wait) {
        putOnWaitingList(*patient);
        return;
    }
    const auto done = patient ? place(*patient) : Result<clinic::AppointmentId>(Fault(patient.error()));
    if (!done) {
        refuse(done.error());
        return;
    }
    m_feedback.say(saidOf(*done, m_person.name()));
    m_workspace.noteChange();
    Q_EMIT placed(m_origin);
}

void BookingPage::putOnWaitingList(const clinic::PatientId& patient) {
    const auto passage = m_workspace.desk()->occurrence(m_passage);
    const auto done = passage ? m_workspace.desk()->askForPlace(
                          {passage->site, patient, clinic::Reason::of(m_reason.toStdString()), m_flags})
                              : Result<clinic::RequestId>(fault(clinic::codes::passageUnknown));
    if (!done) {
        refuse(done.error());
        return;
    }
    m_feedback.say(tr("%1 est sur la liste d’attente").arg(m_person.name()));
    m_workspace.noteChange();
    Q_EMIT waits();
}

} // namespace medicobus::app
