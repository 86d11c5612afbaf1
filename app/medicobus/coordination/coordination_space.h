// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/devices/devices_page.h"
#include "coordination/plan/plan_page.h"
#include "coordination/territory/territory_page.h"
#include "crew/feedback.h"
#include "exchange/todo/todo_page.h"
#include "space.h"

#include <memory>

namespace medicobus::app {

class Workspace;

/// The coordination's space: need, plan and publication. Its pages are made when it is first opened.
class CoordinationSpace : public medicobus::app::Space {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    /// Both null when the territory cannot be read.
    Q_PROPERTY(medicobus::app::TerritoryPage* territory READ territory CONSTANT)
    Q_PROPERTY(medicobus::app::PlanPage* plan READ plan CONSTANT)
    Q_PROPERTY(medicobus::app::DevicesPage* devices READ devices CONSTANT)
    Q_PROPERTY(medicobus::app::TodoPage* todo READ todo CONSTANT)
    Q_PROPERTY(medicobus::app::Feedback* feedback READ feedback CONSTANT)

public:
    CoordinationSpace(Workspace& workspace, ExchangeRun& exchange, QObject* parent = nullptr);

    TerritoryPage* territory();
    PlanPage* plan();
    DevicesPage* devices() { return &m_devices; }
    TodoPage* todo() { return &m_todo; }
    Feedback* feedback() { return &m_feedback; }

    QString note() const override;
    QStringList screens() const override;
    void openScreen(const QString& name) override;
    bool isSettled() const override;

private:
    bool makePages();

    Workspace& m_workspace;
    Feedback m_feedback;
    DevicesPage m_devices;
    TodoPage m_todo;
    std::shared_ptr<const plan::Scenario> m_scenario;
    std::unique_ptr<MapSource> m_map;
    std::unique_ptr<TerritoryPage> m_territory;
    std::unique_ptr<PlanPage> m_plan;
};

} // namespace medicobus::app
