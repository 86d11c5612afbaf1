// SPDX-License-Identifier: EUPL-1.2
#include "crew/today/day_page.h"

#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

using clinic::TimelineEntry;
using clinic::TourEvent;
using Kind = TimelineEntry::Kind;
const QString busKey = QStringLiteral("crew.bus");
/// How far a bus that stays at the depot is followed.
constexpr date::days lookAhead{60};
constexpr std::chrono::seconds refreshEvery{20};

bool isHeld(const plan::Occurrence& occurrence) {
    return occurrence.status != plan::Occurrence::Status::Cancelled;
}

} // namespace

DayPage::DayPage(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback), m_position(workspace) {
    connect(&m_position, &TourPosition::confirmed, this, [this](const clinic::Proposal& moment) {
        if (const auto at = toParis(moment.at)) {
            record(m_workspace.today(), moment.event, moment.stop, *at);
        }
    });
    connect(&m_workspace, &Workspace::opened, this, &DayPage::refresh);
    connect(&m_workspace, &Workspace::programmeChanged, this, &DayPage::refresh);
    connect(&m_workspace, &Workspace::recordChanged, this, &DayPage::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &DayPage::refresh);
    // Lateness grows by itself, and midnight turns the page.
    connect(&m_minute, &QTimer::timeout, this, &DayPage::refresh);
    m_minute.start(refreshEvery);
    refresh();
}

void DayPage::refresh() {
    const auto programme = m_workspace.programme();
    m_hasProgramme = programme != nullptr;
    if (const int count = programme ? static_cast<int>(programme->buses.size()) : 0; count != m_busCount) {
        m_busCount = count;
        Q_EMIT busesChanged();
    }
    m_nextTour.reset();
    m_day = {};
    m_day.date = date();
    if (!programme || programme->buses.empty()) {
        m_timeline.show({});
        Q_EMIT changed();
        return;
    }
    const plan::BusKey chosen{m_workspace.local(busKey).toStdString()};
    const auto found = std::find(programme->buses.begin(), programme->buses.end(), chosen);
    const auto bus = found == programme->buses.end() ? programme->buses.begin() : found;
    m_busNumber = static_cast<int>(bus - programme->buses.begin()) + 1;
    m_day.bus = *bus;
    if (auto day = m_workspace.desk()->timeline(*bus, date())) {
        m_day = std::move(*day);
    } else {
        m_feedback.refuse(day.error());
    }
    m_timeline.showTimeline(*programme, m_day);
    m_position.follow(*bus);
    if (!hasTour()) {
        findNextTour();
    }
    Q_EMIT changed();
}

void DayPage::findNextTour() {
    const auto ahead = m_workspace.desk()->occurrences(date() + date::days(1), date() + lookAhead);
    const auto found = std::find_if(ahead.begin(), ahead.end(), [&](const plan::Occurrence& each) {
        return each.bus == m_day.bus && isHeld(each);
    });
    if (found != ahead.end()) {
        m_nextTour = dateOf(found->start);
    }
}

Date DayPage::date() const {
    return m_date.value_or(m_workspace.today());
}

bool DayPage::isToday() const {
    return date() == m_workspace.today();
}

QString DayPage::title() const {
    return crew_words::capitalised(crew_words::day(date()));
}

QString DayPage::note() const {
    if (!m_hasProgramme) {
        return {};
    }
    const QString name = tr("Bus %1").arg(m_busNumber);
    return isToday() ? tr("%1 · aujourd’hui").arg(name) : name;
}

QString DayPage::lateText() const {
    return m_day.late.count() > 0 && present() ? tr("Retard %1").arg(crew_words::duration(m_day.late))
                                               : QString();
}

QVariantList DayPage::buses() const {
    QVariantList options;
    const auto programme = m_workspace.programme();
    if (!programme || m_busCount < 2) {
        return options;
    }
    for (int i = 0; i < m_busCount; ++i) {
        options << crew_words::option(
            QString::fromStdString(programme->buses[static_cast<std::size_t>(i)].value),
            tr("Bus %1").arg(i + 1));
    }
    return options;
}

void DayPage::setBus(const QString& bus) {
    m_workspace.setLocal(busKey, bus);
    refresh();
}

const TimelineEntry* DayPage::due() const {
    const auto found = std::find_if(m_day.entries.begin(), m_day.entries.end(),
                                    [](const TimelineEntry& each) { return each.confirms.has_value(); });
    return found == m_day.entries.end() ? nullptr : &*found;
}

const TimelineEntry* DayPage::present() const {
    return m_day.next ? &m_day.entries[*m_day.next] : nullptr;
}

QString DayPage::confirmText() const {
    const TimelineEntry* entry = due();
    const auto programme = m_workspace.programme();
    if (!entry || !programme) {
        return {};
    }
    switch (*entry->confirms) {
    case TourEvent::Departed:
        return tr("Départ du dépôt");
    case TourEvent::StopArrived:
        return entry->occurrence
                   ? tr("Je suis arrivé %1")
                         .arg(crew_words::atCommune(crew_words::commune(*programme, entry->occurrence->site)))
                   : tr("Je suis arrivé");
    case TourEvent::StopLeft:
        return tr("Je repars");
    case TourEvent::Returned:
        return tr("Je suis rentré au dépôt");
    }
    return {};
}

QString DayPage::openText() const {
    const auto id = stop();
    const auto programme = m_workspace.programme();
    const TimelineEntry* entry = due();
    const TimelineEntry* here = present();
    const bool isReceiving =
        here && here->kind != Kind::Pack && entry && entry->confirms == TourEvent::StopLeft;
    if (!id || !programme || (entry && !isReceiving) || (!entry && !here)) {
        return {};
    }
    const auto passage = m_workspace.desk()->occurrence(*id);
    return passage ? tr("Ouvrir la liste %1")
                         .arg(crew_words::ofCommune(crew_words::commune(*programme, passage->site)))
                   : QString();
}

QString DayPage::nextCard() const {
    const TimelineEntry* entry = isToday() ? due() : nullptr;
    const auto programme = m_workspace.programme();
    if (!entry || !programme) {
        return {};
    }
    if (entry->confirms == TourEvent::StopArrived && entry->occurrence) {
        return QString::fromStdString(entry->occurrence->site.value);
    }
    const bool isHomeward = entry->confirms == TourEvent::Returned && programme->depots.contains(m_day.bus);
    return isHomeward ? depotCard : QString();
}

QString DayPage::closeText() const {
    const TimelineEntry* here = present();
    const auto id = here && here->kind == Kind::Pack ? stop() : std::nullopt;
    const auto closing = id ? m_workspace.desk()->closing(*id) : Result<std::optional<clinic::Closing>>();
    return id && closing && !*closing ? tr("Clore la demi-journée") : QString();
}

QString DayPage::doneText() const {
    if (!hasTour() || present()) {
        return {};
    }
    return m_day.driven.value > 0
               ? tr("La tournée est terminée\u00A0: %1 parcourus.").arg(speech::distance(m_day.driven))
               : tr("La tournée est terminée.");
}

QString DayPage::nextTourText() const {
    return m_nextTour ? tr("Prochaine tournée\u00A0: %1").arg(crew_words::day(*m_nextTour)) : QString();
}

std::optional<plan::OccurrenceId> DayPage::stop() const {
    const auto isList = [](const TimelineEntry& each) {
        return each.kind == Kind::Receive && each.occurrence && isHeld(*each.occurrence);
    };
    const auto from = m_day.entries.begin() + static_cast<std::ptrdiff_t>(m_day.next.value_or(0));
    const TimelineEntry* here = present();
    if (here && here->kind == Kind::Pack && here->occurrence) {
        return here->occurrence->id;
    }
    auto found = std::find_if(from, m_day.entries.end(), isList);
    if (found == m_day.entries.end()) {
        found = std::find_if(m_day.entries.begin(), m_day.entries.end(), isList);
    }
    return found == m_day.entries.end() ? std::nullopt : std::optional(found->occurrence->id);
}

bool DayPage::hasStop(const plan::OccurrenceId& id) const {
    return std::any_of(m_day.entries.begin(), m_day.entries.end(), [&](const TimelineEntry& each) {
        return each.kind == Kind::Receive && each.occurrence && each.occurrence->id == id;
    });
}

void DayPage::goTo(Date date) {
    m_date = date == m_workspace.today() ? std::nullopt : std::optional(date);
    refresh();
}

void DayPage::previousDay() {
    goTo(date() - date::days(1));
}
void DayPage::nextDay() {
    goTo(date() + date::days(1));
}
void DayPage::backToToday() {
    goTo(m_workspace.today());
}

void DayPage::goToNextTour() {
    if (m_nextTour) {
        goTo(*m_nextTour);
    }
}

void DayPage::confirm() {
    const TimelineEntry* entry = due();
    if (!entry || !m_workspace.desk()) {
        return;
    }
    const TourEvent event = *entry->confirms;
    const bool isAtStop = event == TourEvent::StopArrived || event == TourEvent::StopLeft;
    const auto stop = isAtStop && entry->occurrence ? std::optional(entry->occurrence->id) : std::nullopt;
    record(m_day.date, event, stop, std::nullopt);
}

void DayPage::record(Date date, TourEvent event, const std::optional<plan::OccurrenceId>& stop,
                     std::optional<LocalTime> at) {
    const auto driven = date == m_workspace.today() ? m_position.driven() : std::nullopt;
    if (const auto done = m_workspace.desk()->recordTour(event, m_day.bus, date, stop, at, driven); !done) {
        m_feedback.refuse(done.error());
        return;
    }
    const QString said = crew_words::clock(at.value_or(m_workspace.now()));
    switch (event) {
    case TourEvent::Departed:
        m_feedback.say(tr("Départ noté à %1").arg(said));
        break;
    case TourEvent::StopArrived:
        m_feedback.say(tr("Arrivée notée à %1").arg(said));
        break;
    case TourEvent::StopLeft:
        m_feedback.say(tr("Départ noté à %1").arg(said));
        break;
    case TourEvent::Returned:
        m_feedback.say(tr("Retour noté à %1").arg(said));
        break;
    }
    m_workspace.noteChange();
}

void DayPage::open(const QString& stop) {
    const auto id = stop.isEmpty() ? this->stop() : plan::OccurrenceId::parse(stop.toStdString());
    if (id) {
        Q_EMIT stopOpened(*id);
    }
}

void DayPage::openCard(const QString& card) {
    Q_EMIT cardOpened(card);
}

void DayPage::go() {
    if (const QString card = nextCard(); !card.isEmpty()) {
        Q_EMIT wayAsked(card);
    }
}

void DayPage::close() {
    if (const auto id = stop()) {
        Q_EMIT closingAsked(*id);
    }
}

} // namespace medicobus::app
