// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/bench_report.h"

#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace medicobus::cli {
namespace {

using routing::instances::Set;

constexpr std::size_t numberWidth = 11;

/// A figure without separators of thousands, so that it can be looked up in a list of best known values.
std::string figure(const Console& console, double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find_first_not_of("-0.") == std::string::npos && text.starts_with('-')) {
        text.erase(0, 1);
    }
    if (console.language == words::Language::French) {
        std::replace(text.begin(), text.end(), '.', ',');
    }
    return text;
}

std::string figure(const Console& console, std::optional<double> value, int decimals) {
    return value ? figure(console, *value, decimals) : "-";
}

std::string right(const std::string& text, std::size_t width) {
    const std::size_t taken = displayWidth(text);
    return std::string(width > taken ? width - taken : 0, ' ') + text;
}

std::string left(const std::string& text, std::size_t width) {
    const std::size_t taken = displayWidth(text);
    return text + std::string(width > taken ? width - taken : 0, ' ');
}

int decimalsOf(Set set) {
    switch (set) {
    case Set::solomon:
        return 1;
    case Set::pvrp:
    case Set::homberger:
        return 2;
    case Set::tsptw:
        return 4;
    default:
        return 0;
    }
}

struct FaultWords {
    RouteFault kind;
    std::string_view french;
    std::string_view english;
};

constexpr std::array<FaultWords, 12> faultWords{{
    {RouteFault::unknownNode, "nœud inconnu", "unknown node"},
    {RouteFault::visitedTwice, "visité deux fois", "visited twice"},
    {RouteFault::notVisited, "non visité", "not visited"},
    {RouteFault::tooLate, "trop tard", "too late"},
    {RouteFault::tooMuchLoad, "charge trop grande", "too much load"},
    {RouteFault::tooLong, "tournée trop longue", "route too long"},
    {RouteFault::tooManyRoutes, "trop de tournées", "too many routes"},
    {RouteFault::wrongDays, "jours non permis", "days not allowed"},
    {RouteFault::overBudget, "budget dépassé", "over the budget"},
    {RouteFault::tooManyOfAType, "trop de lieux d'un type", "too many of a type"},
    {RouteFault::otherValue, "autre valeur qu'annoncée", "another value than stated"},
    {RouteFault::noSolution, "aucune solution", "no solution"},
}};

std::string describe(const Console& console, const FoundFault& fault) {
    const auto words = std::find_if(faultWords.begin(), faultWords.end(),
                                    [&](const FaultWords& w) { return w.kind == fault.kind; });
    std::string text(console.pick(words->french, words->english));
    if (fault.node > 0) {
        text += fmt::format(" ({} {})", console.pick("nœud", "node"), fault.node);
    }
    if (fault.found != 0 || fault.allowed != 0) {
        text += fmt::format(" {} / {}", figure(console, fault.found, 4), figure(console, fault.allowed, 4));
    }
    return text;
}

OrderedJson jsonOf(const std::optional<double>& value) {
    return value ? OrderedJson(*value) : OrderedJson(nullptr);
}

OrderedJson jsonOf(const Console& console, const std::string& folder, const Measured& measured) {
    OrderedJson faults = OrderedJson::array();
    for (const FoundFault& fault : measured.faults) {
        faults.push_back(describe(console, fault));
    }
    return {{"folder", folder},
            {"set", nameOf(measured.entry.set)},
            {"instance", measured.entry.name},
            {"tours", measured.tours},
            {"value", jsonOf(measured.value)},
            {"best_known", jsonOf(measured.entry.bestKnown)},
            {"gap_percent", jsonOf(measured.gap())},
            {"vehicles", measured.vehicles},
            {"best_known_vehicles",
             measured.entry.vehicles ? OrderedJson(*measured.entry.vehicles) : OrderedJson(nullptr)},
            {"seconds", measured.seconds},
            {"optimal", measured.isOptimal},
            {"faults", faults}};
}

OrderedJson jsonOf(const Summary& summary) {
    return {{"instances", summary.instances},
            {"compared", summary.compared},
            {"mean_gap_percent", jsonOf(summary.meanGap())},
            {"worst_gap_percent", jsonOf(summary.worst)},
            {"worst", summary.worstName},
            {"better_than_best_known", summary.better},
            {"other_fleet", summary.otherFleet},
            {"mean_seconds", summary.meanSeconds()},
            {"faults", summary.faults}};
}

std::string groupOf(const Measured& measured) {
    const std::string set(nameOf(measured.entry.set));
    return isMaximised(measured.entry.set) ? fmt::format("{}, m = {:2}", set, measured.tours) : set;
}

} // namespace

void BenchReport::begin(const std::string& folder, std::size_t width) {
    m_folder = folder;
    m_width = std::max<std::size_t>(width, 10);
    m_table = Summary();
    m_groups.clear();
    m_hasRows = false;
}

void BenchReport::add(const Measured& measured) {
    m_table.add(measured);
    m_total.add(measured);
    m_groups[groupOf(measured)].add(measured);
    m_allGroups[groupOf(measured)].add(measured);
    if (m_console.isJson) {
        m_json.push_back(jsonOf(m_console, m_folder, measured));
        return;
    }
    if (!m_hasRows) {
        m_console.say(fmt::format("{}{}", m_tables > 0 ? "\n" : "", m_folder));
        m_console.say(left(std::string(m_console.pick("Instance", "Instance")), m_width)
                      + right(std::string(m_console.pick("Valeur", "Value")), numberWidth + 2)
                      + right(std::string(m_console.pick("Connue", "Known")), numberWidth + 2)
                      + right(std::string(m_console.pick("Écart %", "Gap %")), numberWidth) + right("s", 9)
                      + right(std::string(m_console.pick("Fautes", "Faults")), 8));
        ++m_tables;
        m_hasRows = true;
    }
    tellRow(measured);
    std::fflush(stdout);
    tellFaults(measured);
}

void BenchReport::tellRow(const Measured& measured) const {
    const int decimals = decimalsOf(measured.entry.set);
    std::string line = left(measured.entry.name, m_width)
                       + right(figure(m_console, measured.value, decimals), numberWidth + 2)
                       + right(figure(m_console, measured.entry.bestKnown, decimals), numberWidth + 2)
                       + right(figure(m_console, measured.gap(), 3), numberWidth)
                       + right(figure(m_console, measured.seconds, 2), 9)
                       + right(std::to_string(measured.faults.size()), 8);
    if (measured.entry.set == Set::homberger) {
        line += fmt::format("  {} {}", measured.vehicles, m_console.pick("véhicules", "vehicles"));
        if (measured.hasOtherFleet()) {
            line += fmt::format(" ({:+d})", measured.vehicles - *measured.entry.vehicles);
        }
    }
    m_console.say(line);
}

void BenchReport::tellFaults(const Measured& measured) const {
    constexpr std::size_t mostTold = 5;
    for (std::size_t at = 0; at < std::min(mostTold, measured.faults.size()); ++at) {
        m_console.note(fmt::format("{}{} {}", measured.entry.name, m_console.pick("\u00a0:", ":"),
                                   describe(m_console, measured.faults[at])));
    }
}

void BenchReport::tell(const std::string& label, const Summary& summary) const {
    const auto in = [&](std::string_view french, std::string_view english) {
        return std::string(m_console.pick(french, english));
    };
    std::string line = label + in("\u00a0: écart moyen ", ": mean gap ")
                       + figure(m_console, summary.meanGap(), 3) + in("\u00a0%", "%");
    if (summary.worst) {
        line += in(" ; pire ", "; worst ") + figure(m_console, *summary.worst, 3) + in("\u00a0% (", "% (")
                + summary.worstName + ")";
    }
    line += in(" ; ", "; ") + figure(m_console, summary.meanSeconds(), 2)
            + in("\u00a0s en moyenne ; ", " s on average; ")
            + fmt::format("{} {}", summary.instances, in("instances", "instances"));
    if (summary.better > 0) {
        line += fmt::format("{}{} {}", in(" ; ", "; "), summary.better,
                            in("meilleures que connues", "better than known"));
    }
    if (summary.otherFleet > 0) {
        line += fmt::format("{}{} {}", in(" ; ", "; "), summary.otherFleet,
                            in("d'une autre flotte, hors moyenne", "with another fleet, not in the mean"));
    }
    line += fmt::format("{}{} {}", in(" ; ", "; "), summary.faults, in("fautes", "faults"));
    m_console.say(line);
}

void BenchReport::end() {
    if (m_console.isJson || !m_hasRows) {
        return;
    }
    if (m_groups.size() > 1) {
        for (const auto& [name, summary] : m_groups) {
            tell(name, summary);
        }
    }
    tell(std::string(m_console.pick("Moyenne", "Mean")), m_table);
    std::fflush(stdout);
}

void BenchReport::finish() {
    if (m_console.isJson) {
        OrderedJson groups = OrderedJson::object();
        for (const auto& [name, summary] : m_allGroups) {
            groups[name] = jsonOf(summary);
        }
        m_console.answer({{"instances", m_json}, {"groups", groups}, {"total", jsonOf(m_total)}});
        return;
    }
    if (m_tables > 1) {
        m_console.say();
        for (const auto& [name, summary] : m_allGroups) {
            tell(name, summary);
        }
        tell(std::string(m_console.pick("Ensemble", "All")), m_total);
    }
}

} // namespace medicobus::cli
