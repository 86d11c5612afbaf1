// SPDX-License-Identifier: EUPL-1.2
#include "cli/replan_report.h"

#include "cli/plan_report.h"
#include "cli/table.h"
#include "words/format.h"

#include <fmt/format.h>

#include <array>

namespace medicobus::cli {
namespace {

using planner::Cause;
using planner::Fate;
using planner::SeriesChange;

struct Words {
    std::string_view code;
    std::string_view french;
    std::string_view english;
};

constexpr std::array<Words, 5> fates{
    {{"other_bus", "même jour, même heure, autre bus", "same day and hour, other bus"},
     {"other_time", "même demi-journée, autre heure", "same half-day, other hour"},
     {"moved", "autre jour ou demi-journée", "other day or half-day"},
     {"dropped", "supprimée", "ended"},
     {"added", "nouvelle", "new"}}};

constexpr std::array<Words, 5> causes{
    {{"none", "", ""},
     {"gone", "le lieu, le bus ou la demi-journée n'existe plus", "its place, bus or half-day is no more"},
     {"closed", "la salle n'est plus ouverte à ce moment", "the room is no longer open then"},
     {"unlawful", "la journée ne tiendrait plus dans les règles", "the day would no longer keep the rules"},
     {"released", "la demi-journée est plus utile ailleurs", "the half-day is of more use elsewhere"}}};

const Words& wordsOf(Fate fate) {
    return fates[static_cast<std::size_t>(fate)];
}

const Words& wordsOf(Cause cause) {
    return causes[static_cast<std::size_t>(cause)];
}

std::string placeOf(const plan::Scenario& before, const plan::Scenario& after, const SeriesChange& change) {
    const plan::SiteKey& key = change.before ? change.before->site : change.after->site;
    const plan::Site* site = after.findSite(key);
    site = site ? site : before.findSite(key);
    return site ? placeName(*site) : key.value;
}

std::string momentOf(const Console& console, const std::optional<plan::Series>& series) {
    if (!series) {
        return "–";
    }
    return fmt::format("{} {} – {}, {}", words::weekdayName(series->weekday, console.language),
                       words::timeOfDay(series->start, console.language),
                       words::timeOfDay(series->end, console.language), series->bus.value);
}

OrderedJson seriesJson(const std::optional<plan::Series>& series) {
    if (!series) {
        return nullptr;
    }
    return {{"id", series->id.value},
            {"bus", series->bus.value},
            {"site", series->site.value},
            {"weekday", weekdayCode(series->weekday)},
            {"session", series->session.value},
            {"weeks", series->weeks},
            {"start", formatTimeOfDay(series->start)},
            {"end", formatTimeOfDay(series->end)}};
}

} // namespace

void tellChanges(const Console& console, const plan::Scenario& before, const plan::Scenario& after,
                 const planner::Replanned& made) {
    console.say(fmt::format(fmt::runtime(console.pick("Séries annoncées\u00a0: {}, dont {} inchangées.",
                                                      "Announced series: {}, of which {} unchanged.")),
                            made.announced, made.kept));
    if (made.changes.empty()) {
        return;
    }
    const auto title = [&](std::string_view french, std::string_view english) {
        return Table::Column{std::string(console.pick(french, english))};
    };
    Table table({title("Lieu", "Place"), title("Ce qui change", "What changes"), title("Avant", "Before"),
                 title("Après", "After"), title("Pourquoi", "Why")});
    for (const SeriesChange& change : made.changes) {
        const Words& fate = wordsOf(change.fate);
        const Words& cause = wordsOf(change.cause);
        table.add({placeOf(before, after, change), std::string(console.pick(fate.french, fate.english)),
                   momentOf(console, change.before), momentOf(console, change.after),
                   std::string(console.pick(cause.french, cause.english))});
    }
    console.say(table.text());
}

OrderedJson changesJson(const planner::Replanned& made) {
    OrderedJson list = OrderedJson::array();
    for (const SeriesChange& change : made.changes) {
        list.push_back({{"change", wordsOf(change.fate).code},
                        {"cause", wordsOf(change.cause).code},
                        {"before", seriesJson(change.before)},
                        {"after", seriesJson(change.after)},
                        {"gain", change.gain}});
    }
    return {{"announced", made.announced}, {"kept", made.kept}, {"changes", list}};
}

} // namespace medicobus::cli
