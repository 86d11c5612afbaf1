// SPDX-License-Identifier: EUPL-1.2
#include "base/text/fold.h"
#include "publish/french.h"
#include "publish/pages.h"
#include "publish/web/page_parts.h"
#include "publish/web/template.h"

namespace medicobus::publish {
namespace {

using plan::Occurrence;

/// Enough for two weeks of one bus; the communes' own pages hold the rest.
constexpr std::size_t shownPassages = 12;

Json nextDays(const Agenda& agenda) {
    Json days = Json::array();
    std::size_t count = 0;
    for (const Occurrence& passage : agenda.passages()) {
        const plan::Site* site = agenda.programme().findSite(passage.site);
        if (site == nullptr) {
            continue;
        }
        if (count++ == shownPassages) {
            break;
        }
        const std::string day = frenchDate(dateOf(passage.start));
        if (days.empty() || days.back()["day"] != day) {
            days.push_back({{"day", day}, {"visits", Json::array()}});
        }
        Json entry = visit(passage);
        entry["town"] = townName(*site);
        entry["href"] = communePath(site->insee);
        days.back()["visits"].push_back(std::move(entry));
    }
    return days;
}

/// "A" for "Âme"; "#" for a name that begins with no letter.
std::string initialOf(const Town& town) {
    const std::string folded = foldForSearch(town.name);
    if (folded.empty() || folded.front() < 'a' || folded.front() > 'z') {
        return "#";
    }
    return std::string(1, static_cast<char>(folded.front() - 'a' + 'A'));
}

Json townEntry(const Agenda& agenda, const Town& town) {
    Json entry{{"town", town.name}, {"href", communePath(town.insee)}};
    if (const Occurrence* next = agenda.nextAt(town)) {
        entry["next"] = {{"date", frenchDate(dateOf(next->start))}};
    } else if (const auto near = agenda.nearest(town, 1); !near.empty()) {
        entry["near"] = {{"halt", near.front().town->name},
                         {"distance", frenchDistance(near.front().distance)}};
    }
    return entry;
}

Json letters(const Agenda& agenda) {
    Json list = Json::array();
    for (const Town& town : agenda.towns()) {
        const std::string initial = initialOf(town);
        if (list.empty() || list.back()["letter"] != initial) {
            list.push_back(
                {{"letter", initial}, {"id", initial == "#" ? "autres" : initial}, {"towns", Json::array()}});
        }
        list.back()["towns"].push_back(townEntry(agenda, town));
    }
    return list;
}

} // namespace

std::string indexPage(const Agenda& agenda) {
    Json model = frame(agenda, "", "Passages du médicobus, commune par commune – " + agenda.programme().name);
    model["backLink"] = false;
    model["days"] = nextDays(agenda);
    model["nothing"] = model["days"].empty();
    model["letters"] = letters(agenda);
    model["hasTowns"] = !agenda.towns().empty();
    return render("index.mustache", model);
}

std::string accessibilityPage(const Agenda& agenda) {
    return render("accessibility.mustache", frame(agenda, "", "Accessibilité – " + agenda.programme().name));
}

} // namespace medicobus::publish
