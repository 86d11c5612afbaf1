// SPDX-License-Identifier: EUPL-1.2
#include "plan/reason.h"

#include <algorithm>

namespace medicobus::plan {
namespace {

/// What every reason about a commune tells of the site that would serve it.
std::vector<FigureForm> withSite(std::vector<FigureForm> more) {
    std::vector<FigureForm> all{
        {"need", units::consultationsYear, false}, {"site", units::site}, {"minutes", units::minutes}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// Where and when the series of the older plan was held.
std::vector<FigureForm> withSeries(std::vector<FigureForm> more) {
    std::vector<FigureForm> all{
        {"site", units::site}, {"weekday", units::weekday}, {"session", units::session}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// As `withSeries`, and where it went.
std::vector<FigureForm> withMove(std::vector<FigureForm> more) {
    auto all = withSeries(
        {{"to_series", units::series}, {"to_weekday", units::weekday}, {"to_session", units::session}});
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<ReasonForm> siteForms() {
    const FigureForm worth{"worth_lost", units::points};
    const FigureForm share{"worth_share", units::share};
    const FigureForm consultations{"consultations_lost", units::consultationsYear};
    const FigureForm driving{"driving_saved", units::minutesYear};
    return {{reasons::siteValue,
             {worth,
              share,
              consultations,
              driving,
              {"half_days_year", units::count},
              {"communes", units::count}}},
            {reasons::siteServes,
             {{"minutes", units::minutes},
              {"consultations", units::consultationsYear},
              {"need_met", units::share},
              {"need", units::consultationsYear}}},
            {reasons::siteReplanned,
             {worth, share, consultations, driving, {"seed", units::count}, {"iterations", units::count}}}};
}

std::vector<ReasonForm> communeForms() {
    return {{reasons::unknownFigures, {{"missing", units::field}}},
            {reasons::noSite,
             {{"need", units::consultationsYear},
              {"nearest", units::site, false},
              {"minutes", units::minutes, false},
              {"reach", units::minutes}}},
            {reasons::opening, withSite({{"longest", units::minutes}, {"needed", units::minutes}})},
            {reasons::forbidden, withSite({})},
            {reasons::outOfDutyDay, withSite({{"bus", units::bus},
                                              {"round_trip", units::minutes},
                                              {"limit", units::limit},
                                              {"excess", units::minutes}})},
            {reasons::noFreeDay, withSite({})},
            {reasons::siteLimit, withSite({{"limit", units::count}, {"need_met", units::share}})},
            {reasons::maxSites, withSite({{"limit", units::count},
                                          {"gain_without_limit", units::points},
                                          {"best_gain", units::points, false}})},
            {reasons::worthLess, withSite({{"half_days", units::count},
                                           {"worth", units::points},
                                           {"instead_of", units::series},
                                           {"instead_of_site", units::site},
                                           {"displaced_worth", units::points},
                                           {"difference", units::points},
                                           {"difference_share", units::share}})},
            {reasons::driveCostsMore, withSite({{"worth", units::points},
                                                {"driving", units::minutesYear},
                                                {"driving_cost", units::points}})},
            {reasons::betterSwap, withSite({{"gain", units::points},
                                            {"gain_share", units::share},
                                            {"instead_of", units::series, false},
                                            {"instead_of_site", units::site, false}})},
            {reasons::servedByNeighbour,
             withSite({{"consultations", units::consultationsYear}, {"need_met", units::share}})}};
}

std::vector<ReasonForm> planForms() {
    const FigureForm gain{"gain", units::points};
    const FigureForm gainShare{"gain_share", units::share};
    return {
        {reasons::planBound, {{"total", units::points}, {"bound", units::points}, {"share", units::share}}},
        {reasons::planBusDays, {{"used", units::count}, {"available", units::count}}},
        {reasons::planOneMoreDay,
         {{"bus", units::bus},
          {"weekday", units::weekday},
          {"site", units::site},
          {"second_site", units::site, false},
          gain,
          gainShare}},
        {reasons::planOneMoreSite, {{"limit", units::count}, {"site", units::site}, gain, gainShare}}};
}

std::vector<ReasonForm> changeForms() {
    const FigureForm rule{"rule", units::rule};
    const FigureForm before{"worth_before", units::points};
    const FigureForm after{"worth_after", units::points};
    const FigureForm gain{"gain", units::points};
    const FigureForm planGain{"plan_gain", units::points};
    return {
        {reasons::changeTotal,
         {{"total_before", units::points},
          {"total_now", units::points, false},
          {"total_after", units::points},
          {"kept", units::count},
          {"moved", units::count},
          {"added", units::count},
          {"removed", units::count}}},
        {reasons::changeAdded,
         withSeries({{"worth", units::points}, {"consultations", units::consultationsYear}})},
        {reasons::changeRetimed, withSeries({{"start_before", units::clock}, {"start_after", units::clock}})},
        {reasons::removedBlocked, withSeries({rule})},
        {reasons::removedNeedFell, withSeries({before, after})},
        {reasons::removedBetter, withSeries({gain})},
        {reasons::removedTraded, withSeries({planGain})},
        {reasons::movedBlocked, withMove({rule})},
        {reasons::movedNeedFell, withMove({before, after})},
        {reasons::movedBetter, withMove({gain})},
        {reasons::movedTraded, withMove({planGain})}};
}

std::vector<ReasonForm> allForms() {
    std::vector<ReasonForm> all;
    for (auto forms : {siteForms(), communeForms(), planForms(), changeForms()}) {
        all.insert(all.end(), forms.begin(), forms.end());
    }
    return all;
}

} // namespace

const Figure* Reason::find(std::string_view name) const {
    const auto at = std::ranges::find(figures, name, &Figure::name);
    return at == figures.end() ? nullptr : &*at;
}

double Reason::number(std::string_view name) const {
    const Figure* figure = find(name);
    return figure ? figure->value : 0;
}

std::string_view Reason::id(std::string_view name) const {
    const Figure* figure = find(name);
    return figure ? std::string_view(figure->id) : std::string_view();
}

std::span<const ReasonForm> reasonForms() {
    static const std::vector<ReasonForm> forms = allForms();
    return forms;
}

std::span<const ReasonForm> remedyForms() {
    const FigureForm gain{"gain", units::points};
    const FigureForm share{"gain_share", units::share};
    static const std::vector<ReasonForm> forms{
        {remedies::lendRoom, {{"commune", units::commune}, gain, share}},
        {remedies::openDay, {{"site", units::site}, {"weekday", units::weekday}, gain, share}},
        {remedies::liftBan, {{"site", units::site}, gain, share}},
        {remedies::longerDay,
         {{"bus", units::bus}, {"limit", units::limit}, {"minutes", units::minutes}, gain, share}},
        {remedies::oneMoreSite, {{"limit", units::count}, gain, share}},
        {remedies::oneMoreBus, {{"bus", units::bus}, gain, share}}};
    return forms;
}

} // namespace medicobus::plan
