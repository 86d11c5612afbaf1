// SPDX-License-Identifier: EUPL-1.2
#include "publish/french.h"
#include "publish/pages.h"
#include "publish/web/page_parts.h"
#include "publish/web/structured_data.h"
#include "publish/web/template.h"

#include <fmt/format.h>

namespace medicobus::publish {
namespace {

using plan::Occurrence;
using Status = Occurrence::Status;

/// How many notices, and passages on paper, fit before they bury the rest.
constexpr std::size_t shownNotices = 3;
constexpr std::size_t printedPassages = 12;

Json nextVisit(const Agenda& agenda, const Occurrence& passage) {
    Json model = visit(passage);
    const plan::Site* site = agenda.programme().findSite(passage.site);
    if (site == nullptr) {
        return model;
    }
    model["town"] = townName(*site);
    std::string address = site->name;
    if (!site->address.empty()) {
        address += (address.empty() ? "" : ", ") + site->address;
    }
    if (!address.empty() && address != townName(*site)) {
        model["address"] = text(address);
    }
    // A fictional place is on no map.
    if (!agenda.programme().isFictional) {
        model["map"] = {
            {"href",
             fmt::format("https://www.openstreetmap.org/?mlat={0:.5f}&mlon={1:.5f}#map=17/{0:.5f}/{1:.5f}",
                         site->point.lat, site->point.lon)}};
    }
    return model;
}

/// `where` is " (Licques)" on the page of another commune, else empty.
std::string noticeOf(const Occurrence& passage, const std::string& where) {
    const Date original = dateOf(passage.id.originalStart);
    if (passage.status == Status::Cancelled) {
        return fmt::format("Le passage du {}{} est annulé{}.", frenchDate(dateOf(passage.start)), where,
                           because(passage));
    }
    const std::string hours = frenchHours(timeOf(passage.start), timeOf(passage.end));
    if (dateOf(passage.start) == original) {
        return fmt::format("Le passage du {}{} change d’horaire, {}{}.", frenchDate(original), where, hours,
                           because(passage));
    }
    return fmt::format("Le passage du {}{} est déplacé au {}, {}{}.", frenchDate(original), where,
                       frenchDate(dateOf(passage.start)), hours, because(passage));
}

void addNotices(Json& model, const Agenda& agenda, const Town& town,
                const std::vector<const Occurrence*>& passages) {
    Json notices = Json::array();
    std::size_t more = 0;
    for (const Occurrence* passage : passages) {
        if (passage->status != Status::Cancelled && passage->status != Status::Moved) {
            continue;
        }
        if (notices.size() < shownNotices) {
            const plan::Site* site = agenda.programme().findSite(passage->site);
            const bool isElsewhere = site != nullptr && site->insee != town.insee;
            notices.push_back(text(noticeOf(*passage, isElsewhere ? " (" + townName(*site) + ")" : "")));
        } else {
            ++more;
        }
    }
    model["hasNotices"] = !notices.empty();
    model["notices"] = std::move(notices);
    if (more > 0) {
        model["moreNotices"] =
            text(more == 1 ? "Un autre passage change\u00a0: voir la liste plus bas."
                           : fmt::format("{} autres passages changent\u00a0: voir la liste plus bas.", more));
    }
}

/// Every passage but the next one, under its month.
void addLater(Json& model, const Agenda& agenda, const Town& town,
              const std::vector<const Occurrence*>& passages, const Occurrence* next) {
    Json months = Json::array();
    std::size_t count = 0;
    for (const Occurrence* passage : passages) {
        if (passage == next) {
            continue;
        }
        const std::string month = frenchMonth(dateOf(passage->start));
        if (months.empty() || months.back()["month"] != month) {
            months.push_back(
                {{"month", month}, {"isLate", count >= printedPassages}, {"visits", Json::array()}});
        }
        Json entry = visit(*passage);
        if (town.sites.size() > 1) {
            if (const plan::Site* site = agenda.programme().findSite(passage->site)) {
                entry["site"] = text(site->name);
            }
        }
        months.back()["visits"].push_back(std::move(entry));
        ++count;
    }
    model["hasLater"] = count > 0;
    model["hasLate"] = !months.empty() && months.back()["isLate"] == true;
    model["laterTitle"] = next != nullptr ? "Passages suivants" : "Passages annulés";
    model["months"] = std::move(months);
}

void addCalendars(Json& model, const Agenda& agenda, const Town& town) {
    Json calendars = Json::array();
    for (const plan::Site* site : town.sites) {
        const std::string path = feedPath(site->id);
        Json calendar{{"href", "../" + path}, {"site", town.sites.size() > 1 ? site->name : std::string()}};
        const std::string& base = agenda.links().base;
        if (const auto scheme = base.find("://"); scheme != std::string::npos) {
            calendar["webcal"] = {{"href", "webcal" + base.substr(scheme) + path}};
        }
        calendars.push_back(std::move(calendar));
    }
    model["hasCalendars"] = !calendars.empty();
    model["calendars"] = std::move(calendars);
}

void addNear(Json& model, const Agenda& agenda, const std::vector<Agenda::Neighbour>& near) {
    Json list = Json::array();
    for (const auto& [town, distance] : near) {
        const Occurrence* next = agenda.nextAt(*town);
        list.push_back({{"town", town->name},
                        {"href", "../" + communePath(town->insee)},
                        {"distance", frenchDistance(distance)},
                        {"date", frenchDate(dateOf(next->start))},
                        {"hours", frenchHours(timeOf(next->start), timeOf(next->end))}});
    }
    model["hasNear"] = !list.empty();
    model["near"] = std::move(list);
}

} // namespace

Result<std::string> communePage(const Agenda& agenda, const territory::InseeCode& insee) {
    const Town* town = agenda.find(insee);
    if (town == nullptr) {
        return fault(codes::publishUnknownCommune, {{"value", insee.value}});
    }
    Json model =
        frame(agenda, "../",
              fmt::format("{}\u00a0: passages du médicobus – {}", town->name, agenda.programme().name));
    model["commune"] = town->name;
    const auto own = agenda.passagesAt(*town);
    auto near = agenda.nearest(*town, 3);
    const Town* told = town;
    if (agenda.nextAt(*town) == nullptr && !near.empty()) {
        told = near.front().town;
        model["elsewhere"] = {{"sentence", town->sites.empty()
                                               ? "Le médicobus ne s’arrête pas dans cette commune."
                                               : "Aucun passage n’est prévu dans cette commune jusqu’au "
                                                     + frenchDate(agenda.until()) + "."},
                              {"town", told->name},
                              {"distance", frenchDistance(near.front().distance)}};
        model["townLink"] = {{"href", "../" + communePath(told->insee)}, {"town", told->name}};
        near.erase(near.begin());
    }
    const auto passages = agenda.passagesAt(*told);
    const Occurrence* next = agenda.nextAt(*told);
    if (next != nullptr) {
        model["next"] = nextVisit(agenda, *next);
    }
    model["nothing"] = next == nullptr;
    auto changed = own;
    if (told != town) {
        changed.insert(changed.end(), passages.begin(), passages.end());
    }
    addNotices(model, agenda, *town, changed);
    addLater(model, agenda, *told, passages, next);
    addCalendars(model, agenda, *told);
    addNear(model, agenda, near);
    auto structured = structuredData(agenda, *told);
    if (!structured) {
        return Fault(structured.error());
    }
    model["structured"] = std::move(*structured);
    return render("commune.mustache", model);
}

} // namespace medicobus::publish
