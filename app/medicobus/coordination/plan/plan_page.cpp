// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/plan_page.h"

#include "base/uuid.h"
#include "coordination/figures.h"
#include "plan/programme.h"
#include "speech.h"
#include "workspace.h"

namespace medicobus::app {

namespace {

/// The instant that a version 7 identifier carries in its first 48 bits.
std::optional<Instant> madeAt(const std::string& version) {
    const auto id = Uuid::parse(version);
    if (!id) {
        return std::nullopt;
    }
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        milliseconds = milliseconds * 256 + id->bytes()[i];
    }
    return Instant(std::chrono::milliseconds(milliseconds));
}

} // namespace

PlanPage::PlanPage(const plan::Scenario& scenario, Workspace& workspace, MapSource* map,
                   PlannerRun::Planner planner, QObject* parent)
    : QObject(parent),
      m_scenario(scenario),
      m_workspace(workspace),
      m_map(map),
      m_figures(scenario),
      m_monday(nextMonday()),
      m_run(scenario, std::move(planner)) {
    connect(&m_run, &PlannerRun::finished, this, &PlanPage::receive);
    connect(&m_run, &PlannerRun::failed, this,
            [this](const Error& error) { setProblem(tr("Le plan n’a pas pu être fait."), error); });
    connect(&m_workspace, &Workspace::programmeChanged, this, &PlanPage::showProgramme);
    showProgramme();
}

Date PlanPage::nextMonday() const {
    return mondayOf(m_workspace.today()) + date::days(7);
}

void PlanPage::showProgramme() {
    const auto programme = m_workspace.programme();
    if (programme && !m_isDraft && programme->series != m_content.plan.series) {
        plan::Plan plan;
        plan.series = programme->series;
        plan.tours = programme->tours;
        m_outcome.reset();
        m_figures.show(nullptr);
        showPlan(plan);
        m_run.assess(std::move(plan));
    }
    Q_EMIT planChanged();
}

void PlanPage::propose() {
    // The same seed would find the same plan: each further proposal searches from another.
    planner::Options options;
    options.seed = m_nextSeed;
    if (m_run.start(options)) {
        ++m_nextSeed;
        setProblem({});
    }
}

void PlanPage::receive(std::shared_ptr<const PlanOutcome> outcome) {
    m_outcome = std::move(outcome);
    if (!m_run.isAssessing()) {
        m_isDraft = true;
        showPlan(m_outcome->plan);
    }
    m_figures.show(m_outcome.get());
    Q_EMIT planChanged();
}

void PlanPage::showPlan(plan::Plan plan) {
    m_content = {&m_scenario, std::move(plan)};
    m_board.show(m_content);
    m_days.show(m_content);
    m_chosenTour = -1;
    setChosenTour(m_content.plan.tours.empty() ? -1 : 0);
}

void PlanPage::retell() {
    m_figures.show(m_outcome.get());
    m_board.show(m_content);
    m_days.show(m_content);
    m_timetable.show(m_content, m_chosenTour);
}

void PlanPage::setChosenTour(int tour) {
    m_chosenTour = tour;
    m_hoveredTour = -1;
    m_tour = mapTour(m_content, tour);
    m_timetable.show(m_content, tour);
    Q_EMIT tourChanged();
}

void PlanPage::setHoveredTour(int tour) {
    if (m_hoveredTour == tour) {
        return;
    }
    m_hoveredTour = tour;
    m_tour = mapTour(m_content, tour >= 0 ? tour : m_chosenTour);
    Q_EMIT tourChanged();
}

bool PlanPage::canPublish() const {
    return m_isDraft && m_outcome && m_outcome->verification.broken.empty() && m_workspace.desk();
}

QString PlanPage::publishedText() const {
    const auto programme = m_workspace.programme();
    if (!programme) {
        return tr("Aucun programme n’est publié.");
    }
    const QString from = dateText(programme->firstMonday);
    const auto made = madeAt(programme->version);
    const auto when = made ? toParis(*made) : fault(codes::timeZone);
    if (!when) {
        return tr("Programme publié, en vigueur à partir du %1.").arg(from);
    }
    return tr("Programme publié le %1 à %2, en vigueur à partir du %3.")
        .arg(dateText(dateOf(*when)), hourText(timeOf(*when)), from);
}

QString PlanPage::mondayText() const {
    return dateText(m_monday);
}

bool PlanPage::canBeSooner() const {
    return m_monday > nextMonday();
}

void PlanPage::moveMonday(int weeks) {
    m_monday = std::max(nextMonday(), m_monday + date::days(7 * weeks));
    Q_EMIT mondayChanged();
}

bool PlanPage::publish() {
    if (!canPublish()) {
        return false;
    }
    const auto programme = plan::publishable(m_scenario, m_content.plan, m_monday);
    // Not a draft any more before the others are told, so that their news does not bring the old plan back.
    m_isDraft = false;
    if (const auto done = m_workspace.publish(programme); !done) {
        m_isDraft = true;
        setProblem(tr("La publication a échoué\u00a0; le programme d’avant reste en vigueur."), done.error());
        Q_EMIT planChanged();
        return false;
    }
    setProblem({});
    Q_EMIT planChanged();
    return true;
}

void PlanPage::setProblem(const QString& problem, const Error& cause) {
    setProblem(u"%1 %2 %3"_qs.arg(problem, speech::whatHappened(cause), speech::whatToDo(cause)));
}

void PlanPage::setProblem(const QString& problem) {
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace medicobus::app
