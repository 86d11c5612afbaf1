// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/plan_figures.h"

#include "coordination/figures.h"
#include "speech.h"
#include "words/format.h"

namespace medicobus::app {

namespace {

QString percent(double part, double whole, int decimals) {
    return percentText(whole > 0 ? part / whole : 0, decimals);
}

} // namespace

PlanFigures::PlanFigures(const plan::Scenario& scenario, QObject* parent)
    : QAbstractListModel(parent), m_scenario(scenario) {}

void PlanFigures::show(const PlanOutcome* outcome) {
    beginResetModel();
    m_figures.clear();
    if (outcome) {
        addScore(*outcome);
        addIndicators(outcome->verification.indicators);
        addRules(*outcome);
        addRoads(outcome->plan.travel);
    }
    endResetModel();
}

void PlanFigures::addScore(const PlanOutcome& outcome) {
    const double score = outcome.verification.score.total;
    const double bound = outcome.plan.score.bound;
    m_figures.push_back(
        {tr("Score du plan"), wholeNumber(score),
         tr("%1 du meilleur score possible, %2").arg(percent(score, bound, 1), wholeNumber(bound))});
    const auto& rival = outcome.spreadsheet;
    const double gain = rival.score.total > 0 ? score / rival.score.total - 1 : 0;
    m_figures.push_back({tr("Face au tableur"),
                         rival.score.total > 0
                             ? (gain >= 0 ? u"+"_qs : u"−"_qs) + percent(std::abs(gain), 1, 0)
                             : tr("sans objet"),
                         tr("autant de demi-journées dans les %1 communes les plus en manque\u00a0: %2")
                             .arg(rival.sites.size())
                             .arg(wholeNumber(rival.score.total)),
                         gain >= 0 ? u"good"_qs : u"act"_qs});
}

double PlanFigures::inhabitants() const {
    double sum = 0;
    for (const auto& commune : m_scenario.territory.communes) {
        sum += commune.population.value_or(0);
    }
    return sum;
}

void PlanFigures::addIndicators(const plan::Indicators& indicators) {
    const auto& severity = indicators.severity;
    m_figures.push_back({tr("Gravité du manque supprimée"),
                         percent(severity.before - severity.after, severity.before, 1),
                         tr("de %1 à %2").arg(wholeNumber(severity.before), wholeNumber(severity.after))});
    m_figures.push_back({tr("Consultations par an"), wholeNumber(indicators.deliveredYear),
                         tr("qui manquaient aux habitants")});
    const auto& under = indicators.communesUnderLine;
    m_figures.push_back(
        {tr("Communes qui passent le seuil"), wholeNumber(under.before - under.after),
         tr("%1 sous le seuil avant, %2 après").arg(wholeNumber(under.before), wholeNumber(under.after))});
    const auto near = [&](const QString& label, const plan::BeforeAfter& reached) {
        m_figures.push_back(
            {label, wholeNumber(reached.after),
             tr("%1 des habitants, %2 avant le plan")
                 .arg(percent(reached.after, inhabitants(), 0), wholeNumber(reached.before))});
    };
    near(tr("Habitants à moins de 10\u00a0min"), indicators.within10Min);
    near(tr("Habitants à moins de 15\u00a0min"), indicators.within15Min);
    m_figures.push_back(
        {tr("Kilomètres par an"), wholeNumber(indicators.kilometresYear),
         indicators.deliveredYear > 0
             ? tr("%1\u00a0km par consultation")
                   .arg(decimalNumber(indicators.kilometresYear / indicators.deliveredYear, 1))
             : QString()});
}

void PlanFigures::addRules(const PlanOutcome& outcome) {
    const auto broken = outcome.verification.broken.size();
    m_figures.push_back(
        {tr("Règles non respectées"), wholeNumber(double(broken)),
         broken == 0 ? tr("vérifié à part, sans le planificateur") : tr("le plan ne peut pas être publié"),
         broken == 0 ? u"good"_qs : u"act"_qs});
}

void PlanFigures::addRoads(const plan::TravelUsed& travel) {
    const plan::TravelSpec& spec = m_scenario.travel;
    if (travel.kind == "estimate") {
        m_figures.push_back({tr("Temps de route"), tr("estimés"),
                             tr("%1 fois le vol d'oiseau, à %2\u00a0km/h")
                                 .arg(decimalNumber(spec.detour, 1), wholeNumber(spec.kilometresPerHour))});
        return;
    }
    const QString source = QString::fromStdString(travel.source);
    const QString note =
        travel.measured
            ? tr("par %1, depuis le %2")
                  .arg(source, QString::fromStdString(words::longDate(*travel.measured, speech::language())))
            : tr("lus dans %1").arg(source);
    m_figures.push_back({tr("Temps de route"), tr("mesurés"), note});
}

int PlanFigures::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_figures.size());
}

QVariant PlanFigures::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Figure& figure = m_figures[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return figure.label;
    case ValueRole:
        return figure.value;
    case NoteRole:
        return figure.note;
    case ToneRole:
        return figure.tone;
    default:
        return {};
    }
}

QHash<int, QByteArray> PlanFigures::roleNames() const {
    return {{LabelRole, "label"}, {ValueRole, "value"}, {NoteRole, "note"}, {ToneRole, "tone"}};
}

} // namespace medicobus::app
