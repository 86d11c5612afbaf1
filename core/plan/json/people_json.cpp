// SPDX-License-Identifier: EUPL-1.2
#include "plan/json/people_json.h"

#include "plan/json/parts_json.h"

namespace medicobus::plan {
namespace {

constexpr int exactEnough = 9;

OrderedJson availabilityJson(const Availability& hours) {
    OrderedJson json{{"days", weekdaysJson(hours.days)},
                     {"from", formatTimeOfDay(hours.from)},
                     {"to", formatTimeOfDay(hours.to)}};
    if (!hours.weeks.empty()) {
        json["weeks"] = hours.weeks;
    }
    return json;
}

double usualShare(Service service) {
    if (service == Service::NurseVideo) {
        return defaultVideoShare;
    }
    return service == Service::Doctor ? 1 : 0;
}

} // namespace

OrderedJson sessionJson(const SessionKind& kind) {
    OrderedJson json{
        {"id", kind.id.value}, {"from", formatTimeOfDay(kind.from)}, {"to", formatTimeOfDay(kind.to)}};
    if (kind.minLength.count() > 0) {
        json["min_minutes"] = kind.minLength.count();
        json["max_minutes"] = kind.length.count();
    } else {
        json["minutes"] = kind.length.count();
    }
    if (kind.pause.count() > 0) {
        json["pause_minutes"] = kind.pause.count();
    }
    if (kind.service != Service::Doctor) {
        json["service"] = serviceName(kind.service);
    }
    if (meetsGeneralPractice(kind.service) && kind.gpShare != usualShare(kind.service)) {
        json["gp_share"] = jsonNumber(kind.gpShare, exactEnough);
    }
    if (kind.ownSlot.count() > 0) {
        json["slot_minutes"] = kind.ownSlot.count();
    }
    if (kind.seats > 1) {
        json["seats_per_slot"] = kind.seats;
    }
    if (!kind.skills.empty()) {
        json["skills"] = kind.skills;
    }
    return json;
}

OrderedJson serviceNeedJson(const ServiceNeed& need) {
    return {{"id", serviceName(need.service)},
            {"per_1000_year", jsonNumber(need.per1000Year, exactEnough)},
            {"population", need.population == ServiceNeed::Population::All ? "all" : "65plus"},
            {"weight", jsonNumber(need.weight, exactEnough)}};
}

OrderedJson employmentJson(const Employment& rules) {
    OrderedJson json{{"id", rules.id}};
    const auto add = [&](const char* key, const std::optional<std::chrono::minutes>& limit) {
        if (limit) {
            json[key] = limit->count();
        }
    };
    add("max_day_minutes", rules.maxDay);
    add("max_span_minutes", rules.maxSpan);
    add("break_minutes", rules.breakLength);
    add("rest_minutes", rules.rest);
    add("weekly_rest_minutes", rules.weeklyRest);
    add("max_week_minutes", rules.maxWeek);
    add("max_average_minutes", rules.maxAverage);
    add("legal_week_minutes", rules.legalWeek);
    return json;
}

OrderedJson personJson(const Person& person) {
    OrderedJson json{{"id", person.id.value}, {"role", roleName(person.role)}};
    if (!person.skills.empty()) {
        json["skills"] = person.skills;
    }
    if (person.drives) {
        json["drives"] = true;
    }
    if (person.isRemote) {
        json["remote"] = true;
    }
    json["employment"] = person.employment;
    json["available"] = listJson(person.available, availabilityJson);
    if (!person.departments.empty()) {
        json["authorised_departements"] = person.departments;
    }
    return json;
}

} // namespace medicobus::plan
