// SPDX-License-Identifier: EUPL-1.2
#include "crew/position/tour_position.h"

#include "crew/crew_words.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

using clinic::TourEvent;
using Health = clinic::PositionSource::Health;
using namespace std::chrono_literals;

/// What a kill may cost of a track.
constexpr auto keepEvery = 1min;

QString clockOf(Instant at) {
    const auto local = toParis(at);
    return local ? crew_words::clock(*local) : QString();
}

QString depotKey(const plan::BusKey& bus) {
    return QStringLiteral("crew.depot.") + QString::fromStdString(bus.value);
}

} // namespace

TourPosition::TourPosition(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    // The desk goes before the new one comes.
    connect(&m_workspace, &Workspace::aboutToOpen, this, [this] {
        m_whereabouts.reset();
        setOn(false);
        m_facts.clear();
        think();
    });
}

bool TourPosition::isOffered() const {
    return m_whereabouts && m_workspace.positions() && m_health != Health::Missing;
}

TourPosition::~TourPosition() {
    if (m_isOn && m_workspace.positions()) {
        m_workspace.positions()->stop();
    }
}

QString TourPosition::keptKey() const {
    return QStringLiteral("crew.position.%1@%2")
        .arg(QString::fromStdString(m_bus.value), QString::fromStdString(formatDate(m_date)));
}

bool TourPosition::isForbidden() const {
    return m_workspace.local(keptKey()) == QLatin1String("off");
}

void TourPosition::follow(const plan::BusKey& bus) {
    const Date today = m_workspace.today();
    if (m_bus != bus || m_date != today) {
        setOn(false);
        m_whereabouts.reset();
        m_dismissed.reset();
        m_bus = bus;
        m_date = today;
    }
    const auto facts = m_workspace.desk()->tourFacts(bus, today);
    m_facts = facts ? *facts : std::vector<clinic::TourFact>();
    if (clinic::isSaid(m_facts, TourEvent::Departed) && !clinic::isSaid(m_facts, TourEvent::Returned)) {
        begin();
    } else if (m_whereabouts) {
        end();
    }
    think();
}

void TourPosition::begin() {
    const auto programme = m_workspace.programme();
    std::vector<clinic::ExpectedPlace> places =
        clinic::expectedPlaces(*programme, m_workspace.desk()->passagesOn(m_bus, m_date));
    const Json depot = Json::parse(m_workspace.local(depotKey(m_bus)).toStdString(), nullptr, false);
    if (const auto point = clinic::pointFrom(depot)) {
        places.push_back({"", *point});
    }
    if (!m_whereabouts || m_whereabouts->places() != places) {
        const std::string stored = m_workspace.local(keptKey()).toStdString();
        const Json kept = m_whereabouts ? m_whereabouts->kept() : Json::parse(stored, nullptr, false);
        m_whereabouts.emplace(std::move(places));
        m_whereabouts->takeUp(kept);
    }
    setOn(m_workspace.positions() && !isForbidden());
}

void TourPosition::end() {
    if (clinic::isSaid(m_facts, TourEvent::Returned) && m_whereabouts->lastFix()) {
        m_workspace.setLocal(depotKey(m_bus),
                             QString::fromStdString(clinic::written(m_whereabouts->lastFix()->point).dump()));
    }
    // Where the bus went is nobody's business once the tour is over.
    m_whereabouts.reset();
    setOn(false);
    m_workspace.setLocal(keptKey(), {});
    m_keptAt.reset();
}

void TourPosition::setOn(bool on) {
    if (on == m_isOn) {
        return;
    }
    m_isOn = on;
    m_health.reset();
    if (on) {
        m_workspace.positions()->start([this](const clinic::Fix& fix) { take(fix); },
                                       [this](Health health) { note(health); });
    } else if (m_workspace.positions()) {
        m_workspace.positions()->stop();
        keep();
    }
    Q_EMIT changed();
}

void TourPosition::note(Health health) {
    if (m_health != health) {
        m_health = health;
        Q_EMIT changed();
    }
}

void TourPosition::take(const clinic::Fix& fix) {
    if (!m_whereabouts) {
        return;
    }
    note(Health::Good);
    const std::vector<clinic::Stay> before = m_whereabouts->stays();
    m_whereabouts->take(fix);
    const bool isDue = !m_keptAt || keepEvery <= fix.at - *m_keptAt;
    if (isDue || before != m_whereabouts->stays()) {
        m_keptAt = fix.at;
        keep();
        think();
    }
}

void TourPosition::keep() {
    if (m_whereabouts && !isForbidden()) {
        m_workspace.setLocal(keptKey(), QString::fromStdString(m_whereabouts->kept().dump()));
    }
}

void TourPosition::think() {
    m_proposal.reset();
    if (m_whereabouts) {
        m_proposal = clinic::propose(m_whereabouts->stays(), m_facts);
        if (m_proposal == m_dismissed) {
            m_proposal.reset();
        }
    }
    Q_EMIT changed();
}

std::optional<Meters> TourPosition::driven() const {
    if (!m_whereabouts || !m_whereabouts->lastFix()) {
        return std::nullopt;
    }
    Meters told{};
    for (const clinic::TourFact& each : m_facts) {
        told += each.driven.value_or(Meters{});
    }
    return Meters{std::max(0.0, m_whereabouts->driven().value - told.value)};
}

void TourPosition::switchOn(bool on) {
    if (!isOffered() || on == m_isOn) {
        return;
    }
    if (on) {
        m_workspace.setLocal(keptKey(), {});
    } else {
        setOn(false);
        m_workspace.setLocal(keptKey(), QStringLiteral("off"));
    }
    setOn(on);
    think();
}

void TourPosition::confirm() {
    if (m_proposal) {
        const clinic::Proposal moment = *m_proposal;
        Q_EMIT confirmed(moment);
    }
}

void TourPosition::dismiss() {
    m_dismissed = m_proposal;
    think();
}

QString TourPosition::stateText() const {
    if (!m_isOn) {
        return tr("Position coupée");
    }
    if (!m_health) {
        return tr("Position\u00A0: recherche");
    }
    switch (*m_health) {
    case Health::Good:
        return tr("Position active");
    case Health::Silent:
        return tr("Position\u00A0: pas de signal");
    case Health::Refused:
        return tr("Position refusée par l’appareil");
    case Health::Missing:
        break;
    }
    return {};
}

QString TourPosition::question() const {
    const auto programme = m_workspace.programme();
    if (!m_proposal || !programme) {
        return {};
    }
    const QString at = clockOf(m_proposal->at);
    const auto passage = m_proposal->stop ? m_workspace.desk()->occurrence(*m_proposal->stop) : std::nullopt;
    const QString where = passage ? crew_words::commune(*programme, passage->site) : QString();
    switch (m_proposal->event) {
    case TourEvent::StopArrived:
        return tr("D’après la position, le bus est arrivé %1 à %2.").arg(crew_words::atCommune(where), at);
    case TourEvent::StopLeft:
        return tr("D’après la position, le bus est reparti %1 à %2.").arg(crew_words::ofCommune(where), at);
    case TourEvent::Returned:
        return tr("D’après la position, le bus est rentré au dépôt à %1.").arg(at);
    case TourEvent::Departed:
        break;
    }
    return {};
}

QString TourPosition::confirmText() const {
    return m_proposal ? tr("Noter %1").arg(clockOf(m_proposal->at)) : QString();
}

} // namespace medicobus::app
