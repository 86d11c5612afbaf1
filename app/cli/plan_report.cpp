// SPDX-License-Identifier: EUPL-1.2
#include "cli/plan_report.h"

#include "cli/table.h"
#include "words/format.h"
#include "words/sentence.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace medicobus::cli {
namespace {

const plan::Tour* tourOf(const plan::Plan& plan, const plan::Series& series) {
    const auto at = std::find_if(plan.tours.begin(), plan.tours.end(), [&](const plan::Tour& tour) {
        return tour.bus == series.bus && tour.weekday == series.weekday && !series.weeks.empty()
               && tour.week == series.weeks.front();
    });
    return at == plan.tours.end() ? nullptr : &*at;
}

std::string weeksOf(const Console& console, const plan::Series& series, int cycleWeeks) {
    if (static_cast<int>(series.weeks.size()) == cycleWeeks) {
        return std::string(console.pick("toutes", "all"));
    }
    std::vector<int> fromOne;
    for (const int week : series.weeks) {
        fromOne.push_back(week + 1);
    }
    return fmt::format("{}", fmt::join(fromOne, ", "));
}

std::string hoursOf(const Console& console, const plan::Series& series) {
    return fmt::format("{} – {}", words::timeOfDay(series.start, console.language),
                       words::timeOfDay(series.end, console.language));
}

double shareOf(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

std::string serviceName(const Console& console, const std::string& service) {
    if (service == plan::serviceName(plan::Service::Specialist)) {
        return std::string(console.pick("spécialiste", "specialist"));
    }
    if (service == plan::serviceName(plan::Service::Prevention)) {
        return std::string(console.pick("prévention", "prevention"));
    }
    if (service == plan::serviceName(plan::Service::HomeRound)) {
        return std::string(console.pick("visites à domicile", "home visits"));
    }
    return service;
}

/// What the driving times were read from: a plan by an estimate is not one by measured roads.
std::string roadsOf(const Console& console, const plan::TravelUsed& travel) {
    if (travel.kind == "estimate") {
        return std::string(console.pick("Temps de route\u00a0: estimés d'après le vol d'oiseau",
                                        "Driving times: estimated from the great circle"));
    }
    if (travel.measured) {
        return fmt::format(fmt::runtime(console.pick("Temps de route\u00a0: mesurés par {}, depuis le {}",
                                                     "Driving times: measured by {}, since {}")),
                           travel.source, words::longDate(*travel.measured, console.language));
    }
    return fmt::format(
        fmt::runtime(console.pick("Temps de route\u00a0: lus dans {}", "Driving times: read from {}")),
        travel.source);
}

} // namespace

void tellSeries(const Console& console, const plan::Scenario& scenario, const plan::Plan& plan) {
    std::vector<plan::Series> sorted = plan.series;
    std::sort(sorted.begin(), sorted.end(), [](const plan::Series& a, const plan::Series& b) {
        return std::tie(a.bus, a.weekday, a.start, a.weeks, a.id)
               < std::tie(b.bus, b.weekday, b.start, b.weeks, b.id);
    });
    Table table({{"Bus"},
                 {std::string(console.pick("Jour", "Day"))},
                 {std::string(console.pick("Demi-journée", "Half-day"))},
                 {std::string(console.pick("Lieu", "Place"))},
                 {std::string(console.pick("Semaines", "Weeks"))},
                 {std::string(console.pick("Heures", "Hours"))},
                 {std::string(console.pick("Route du jour", "Driving that day")), Table::Side::Right}});
    for (const plan::Series& series : sorted) {
        const plan::Site* site = scenario.findSite(series.site);
        const plan::Tour* tour = tourOf(plan, series);
        table.add({series.bus.value, std::string(words::weekdayName(series.weekday, console.language)),
                   words::sessionName(series.session, console.language),
                   site ? placeName(*site) : series.site.value, weeksOf(console, series, scenario.cycleWeeks),
                   hoursOf(console, series),
                   tour ? console.number(tour->drivingMinutes) + "\u00a0min" : "?"});
    }
    console.say(table.text());
}

void tellFigures(const Console& console, const plan::Plan& plan, double dutyHoursYear,
                 const planner::SpreadsheetPlan& spreadsheet) {
    const plan::Score& score = plan.score;
    const auto share = [&](double total) {
        return score.bound > 0 ? words::percent(shareOf(total, score.bound), console.language) : "?";
    };
    console.say(fmt::format(
        fmt::runtime(console.pick("Score {} (valeur {} moins la route), soit {} de la borne {}",
                                  "Score {} (worth {} less driving), that is {} of the bound {}")),
        console.number(score.total, 1), console.number(score.worth, 1), share(score.total),
        console.number(score.bound, 1)));
    console.say(fmt::format(
        fmt::runtime(console.pick(
            "Au tableur (demi-journées égales dans les {} communes les plus sous-dotées)\u00a0: {}, soit {}",
            "With a spreadsheet (equal half-days in the {} most under-served communes): {}, that is {}")),
        spreadsheet.sites.size(), console.number(spreadsheet.score.total, 1),
        share(spreadsheet.score.total)));
    console.say(roadsOf(console, plan.travel));
    console.say();
    const plan::Indicators& is = plan.indicators;
    Table table({{std::string(console.pick("Indicateur", "Indicator"))},
                 {std::string(console.pick("Avant", "Before")), Table::Side::Right},
                 {std::string(console.pick("Après", "After")), Table::Side::Right}});
    const auto pair = [&](std::string_view french, std::string_view english, plan::BeforeAfter figure) {
        table.add({std::string(console.pick(french, english)), console.number(figure.before),
                   console.number(figure.after)});
    };
    pair("Habitants à 10 min d'un lieu", "Inhabitants within 10 min of a site", is.within10Min);
    pair("Habitants à 15 min d'un lieu", "Inhabitants within 15 min of a site", is.within15Min);
    pair("Gravité du manque d'accès", "Severity of access poverty", is.severity);
    pair("Communes sous le seuil", "Communes under the line", is.communesUnderLine);
    const auto single = [&](std::string_view french, std::string_view english, double figure, int decimals) {
        table.add({std::string(console.pick(french, english)), "", console.number(figure, decimals)});
    };
    single("Consultations rendues par an", "Consultations given a year", is.deliveredYear, 0);
    single("Kilomètres par an", "Kilometres a year", is.kilometresYear, 0);
    single("Heures de travail par an", "Duty hours a year", dutyHoursYear, 0);
    single("Consultations par heure de travail", "Consultations per duty hour",
           shareOf(is.deliveredYear, dutyHoursYear), 2);
    for (const plan::ServiceFigures& service : is.services) {
        table.add({fmt::format(fmt::runtime(console.pick("Actes par an\u00a0: {}", "Acts a year: {}")),
                               serviceName(console, service.service)),
                   "", console.number(service.deliveredYear)});
    }
    console.say(table.text());
}

void tellPeople(const Console& console, const plan::Plan& plan, const plan::Verification& found) {
    for (const plan::Uncovered& session : found.uncovered) {
        console.say(fmt::format("! {}", words::sentenceOf(session, plan, console.language).text()));
    }
    if (!found.uncovered.empty()) {
        console.say(fmt::format(fmt::runtime(console.pick("{} haltes du cycle ne sont pas assurées.",
                                                          "{} sessions of the cycle are not covered.")),
                                console.number(static_cast<double>(found.uncovered.size()))));
    }
    if (found.hours.empty()) {
        return;
    }
    Table table({{std::string(console.pick("Personne", "Person"))},
                 {std::string(console.pick("Heures par semaine", "Hours a week")), Table::Side::Right},
                 {std::string(console.pick("Au-delà de la durée légale", "Beyond the legal week")),
                  Table::Side::Right}});
    for (const plan::PersonHours& hours : found.hours) {
        table.add({hours.person.value, console.number(hours.weekMinutes / 60, 1),
                   console.number(hours.beyondLegalWeek / 60, 1)});
    }
    console.say(table.text());
}

OrderedJson peopleJson(const Console& console, const plan::Plan& plan, const plan::Verification& found) {
    OrderedJson uncovered = OrderedJson::array();
    for (const plan::Uncovered& session : found.uncovered) {
        uncovered.push_back({{"series", session.series.value},
                             {"week", session.week},
                             {"code", session.code},
                             {"role", session.role},
                             {"sentence", words::sentenceOf(session, plan, console.language).text()}});
    }
    OrderedJson people = OrderedJson::array();
    for (const plan::PersonHours& hours : found.hours) {
        people.push_back({{"id", hours.person.value},
                          {"week_minutes", hours.weekMinutes},
                          {"beyond_legal_week", hours.beyondLegalWeek}});
    }
    return {{"uncovered", std::move(uncovered)}, {"people", std::move(people)}};
}

namespace {

OrderedJson servicesJson(const plan::Indicators& indicators) {
    OrderedJson services = OrderedJson::array();
    for (const plan::ServiceFigures& service : indicators.services) {
        services.push_back({{"id", service.service},
                            {"delivered_year", service.deliveredYear},
                            {"severity", {service.severity.before, service.severity.after}}});
    }
    return services;
}

} // namespace

OrderedJson figuresJson(const plan::Plan& plan, double dutyHoursYear,
                        const planner::SpreadsheetPlan& spreadsheet) {
    const plan::Score& score = plan.score;
    const plan::Indicators& is = plan.indicators;
    const auto pair = [](plan::BeforeAfter figure) { return OrderedJson{figure.before, figure.after}; };
    return {{"score",
             {{"worth", score.worth},
              {"bound", score.bound},
              {"driving_minutes_year", score.drivingMinutesYear},
              {"total", score.total},
              {"share_of_bound", shareOf(score.total, score.bound)}}},
            {"spreadsheet",
             {{"sites", spreadsheet.sites.size()},
              {"half_days_per_week_each", spreadsheet.halfDaysPerWeekEach},
              {"total", spreadsheet.score.total},
              {"share_of_bound", shareOf(spreadsheet.score.total, score.bound)}}},
            {"indicators",
             {{"delivered_year", is.deliveredYear},
              {"within_10_min", pair(is.within10Min)},
              {"within_15_min", pair(is.within15Min)},
              {"severity", pair(is.severity)},
              {"communes_under_line", pair(is.communesUnderLine)},
              {"kilometres_year", is.kilometresYear},
              {"duty_hours_year", dutyHoursYear},
              {"consultations_per_duty_hour", shareOf(is.deliveredYear, dutyHoursYear)},
              {"services", servicesJson(is)}}}};
}

} // namespace medicobus::cli
