// SPDX-License-Identifier: EUPL-1.2
#include "publish/web/structured_data.h"

#include <nlohmann/json.hpp>

namespace medicobus::publish {
namespace {

using plan::Occurrence;
using Json = nlohmann::ordered_json;

const char* eventStatus(Occurrence::Status status) {
    switch (status) {
    case Occurrence::Status::Moved:
        return "https://schema.org/EventRescheduled";
    case Occurrence::Status::Cancelled:
        return "https://schema.org/EventCancelled";
    case Occurrence::Status::Planned:
    case Occurrence::Status::ToConfirm:
        break;
    }
    return "https://schema.org/EventScheduled";
}

Json placeOf(const plan::Site& site) {
    Json address{{"@type", "PostalAddress"}, {"addressLocality", townName(site)}, {"addressCountry", "FR"}};
    if (!site.address.empty()) {
        address["streetAddress"] = site.address;
    }
    return {
        {"@type", "Place"},
        {"name", site.name.empty() ? townName(site) : site.name},
        {"address", address},
        {"geo", {{"@type", "GeoCoordinates"}, {"latitude", site.point.lat}, {"longitude", site.point.lon}}}};
}

Result<Json> eventOf(const Agenda& agenda, const Occurrence& passage) {
    const auto start = formatRfc3339(passage.start);
    const auto end = formatRfc3339(passage.end);
    const auto original = formatRfc3339(passage.id.originalStart);
    for (const auto* time : {&start, &end, &original}) {
        if (!*time) {
            return Fault(time->error());
        }
    }
    Json event{{"@type", "Event"},
               {"name", agenda.programme().name},
               {"startDate", *start},
               {"endDate", *end},
               {"eventStatus", eventStatus(passage.status)},
               {"eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode"}};
    if (passage.status == Occurrence::Status::Moved) {
        event["previousStartDate"] = *original;
    }
    if (!passage.reason.empty()) {
        event["description"] = passage.reason;
    }
    if (const plan::Site* site = agenda.programme().findSite(passage.site)) {
        event["location"] = placeOf(*site);
    }
    return event;
}

/// No `<`, `>` or `&` is left, so no text can close the script element.
std::string safeInScript(const std::string& json) {
    std::string out;
    for (const char c : json) {
        switch (c) {
        case '<':
            out += "\\u003c";
            break;
        case '>':
            out += "\\u003e";
            break;
        case '&':
            out += "\\u0026";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace

Result<std::string> structuredData(const Agenda& agenda, const Town& town) {
    const plan::Programme& programme = agenda.programme();
    Json clinic{{"@context", "https://schema.org"},
                {"@type", "MedicalClinic"},
                {"name", programme.name + (programme.isFictional ? " (programme fictif)" : "")},
                {"medicalSpecialty", "https://schema.org/PrimaryCare"},
                {"areaServed",
                 {{"@type", "AdministrativeArea"}, {"name", town.name}, {"identifier", town.insee.value}}}};
    if (!programme.booking.phone.empty()) {
        clinic["telephone"] = programme.booking.phone;
    }
    if (!agenda.links().base.empty()) {
        clinic["url"] = agenda.links().base + communePath(town.insee);
    }
    Json events = Json::array();
    for (const Occurrence* passage : agenda.passagesAt(town)) {
        auto event = eventOf(agenda, *passage);
        if (!event) {
            return Fault(event.error());
        }
        events.push_back(std::move(*event));
    }
    if (!events.empty()) {
        clinic["event"] = std::move(events);
    }
    return safeInScript(clinic.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace medicobus::publish
