// SPDX-License-Identifier: EUPL-1.2
#include "coordination/coordination_space.h"

#include "workspace.h"

namespace medicobus::app {

CoordinationSpace::CoordinationSpace(Workspace& workspace, ExchangeRun& exchange, QObject* parent)
    : Space({{"territory", [] { return tr("Territoire"); }, "map"},
             {"plan", [] { return tr("Plan"); }, "plan"},
             {"todo", [] { return tr("À régler"); }, "list"},
             {"devices", [] { return tr("Appareils"); }, "tablet"}},
            parent),
      m_workspace(workspace),
      m_devices(workspace, exchange),
      m_todo(workspace, m_feedback, TodoPage::Whose::Coordination) {
    connect(&m_todo, &TodoPage::changed, this, [this] { places()->setBadge("todo", m_todo.urgent()); });
    places()->setBadge("todo", m_todo.urgent());
    connect(&m_workspace, &Workspace::programmeChanged, this, &CoordinationSpace::headingChanged);
    connect(&m_workspace, &Workspace::languageChanged, this, [this] {
        if (m_plan) {
            m_territory->retell();
            m_plan->retell();
        }
    });
}

bool CoordinationSpace::makePages() {
    if (m_plan) {
        return true;
    }
    m_scenario = m_workspace.scenario();
    if (!m_scenario) {
        return false;
    }
    const auto& territory = m_scenario->territory;
    const double threshold = m_scenario->policy.threshold;
    m_map = std::make_unique<MapSource>(territory, threshold);
    m_territory = std::make_unique<TerritoryPage>(territory, threshold, m_map.get());
    m_plan = std::make_unique<PlanPage>(*m_scenario, m_workspace, m_map.get());
    return true;
}

TerritoryPage* CoordinationSpace::territory() {
    return makePages() ? m_territory.get() : nullptr;
}

PlanPage* CoordinationSpace::plan() {
    return makePages() ? m_plan.get() : nullptr;
}

QString CoordinationSpace::note() const {
    return m_plan && place() == u"plan" ? m_plan->publishedText() : QString();
}

QStringList CoordinationSpace::screens() const {
    return placeKeys();
}

void CoordinationSpace::openScreen(const QString& name) {
    setPlace(name);
    if (name == u"plan" && makePages() && !m_plan->hasPlan()) {
        m_plan->propose();
    }
}

bool CoordinationSpace::isSettled() const {
    return !m_plan || !m_plan->run()->isRunning();
}

} // namespace medicobus::app
