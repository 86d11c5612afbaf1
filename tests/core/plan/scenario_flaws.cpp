// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/plan/scenario_sample.h"

namespace medicobus::plan::testing {
namespace {

constexpr bool isSense = false;

/// Sets the value at a JSON pointer.
std::function<void(Json&)> set(const std::string& pointer, const Json& value) {
    return [=](Json& json) { json[Json::json_pointer(pointer)] = value; };
}

std::function<void(Json&)> drop(const std::string& pointer) {
    return [=](Json& json) {
        const Json::json_pointer place(pointer);
        json[place.parent_pointer()].erase(place.back());
    };
}

std::function<void(Json&)> repeat(const std::string& list) {
    return [=](Json& json) { json[list].push_back(json[list][0]); };
}

std::vector<Flaw> topFlaws() {
    return {
        {"format", set("/format", "medicobus-scenario/2"), "scenario.format", "$.format"},
        {"format_missing", drop("/format"), "json.missing_key", "$.format"},
        {"territory_missing", drop("/territory"), "json.missing_key", "$.territory"},
        {"territory_type", set("/territory", 62), "json.type", "$.territory"},
        {"sessions_missing", drop("/sessions"), "json.missing_key", "$.sessions"},
        {"buses_missing", drop("/buses"), "json.missing_key", "$.buses"},
        {"unknown_top", set("/politique", Json::object()), "json.unknown_key", "$.politique"},
        {"unknown_policy", set("/policy/treshold", 2), "json.unknown_key", "$.policy.treshold"},
        {"unknown_travel", set("/travel/speed", 2), "json.unknown_key", "$.travel.speed"},
        {"unknown_session", set("/sessions/1/length", 2), "json.unknown_key", "$.sessions[1].length"},
        {"unknown_bus", set("/buses/0/capacity", 2), "json.unknown_key", "$.buses[0].capacity"},
        {"unknown_depot", set("/buses/0/depot/alt", 2), "json.unknown_key", "$.buses[0].depot.alt"},
        {"unknown_site", set("/sites/1/phone", "x"), "json.unknown_key", "$.sites[1].phone"},
        {"unknown_opening", set("/sites/0/opening/0/note", "x"), "json.unknown_key",
         "$.sites[0].opening[0].note"},
        {"unknown_locked", set("/locked/0/why", "x"), "json.unknown_key", "$.locked[0].why"},
        {"unknown_forbidden", set("/forbidden/1/why", "x"), "json.unknown_key", "$.forbidden[1].why"},
        {"cycle_zero", set("/cycle_weeks", 0), "json.range", "$.cycle_weeks"},
        {"cycle_five", set("/cycle_weeks", 5), "json.range", "$.cycle_weeks"},
        {"cycle_half", set("/cycle_weeks", 1.5), "json.type", "$.cycle_weeks"},
        {"no_session", set("/sessions", Json::array()), "scenario.empty", "$.sessions"},
        {"no_bus", set("/buses", Json::array()), "scenario.empty", "$.buses"},
        {"sites_type", set("/sites", "all"), "json.type", "$.sites"},
    };
}

std::vector<Flaw> policyFlaws() {
    return {
        {"threshold", set("/policy/threshold", 0), "json.range", "$.policy.threshold"},
        {"alpha", set("/policy/alpha", 0.5), "json.range", "$.policy.alpha"},
        {"slot", set("/policy/slot_minutes", 0), "json.range", "$.policy.slot_minutes"},
        {"show", set("/policy/show_rate", 1.1), "json.range", "$.policy.show_rate"},
        {"weeks_year", set("/policy/weeks_per_year", 54), "json.range", "$.policy.weeks_per_year"},
        {"lambda", set("/policy/lambda", -0.1), "json.range", "$.policy.lambda"},
        {"lambda_type", set("/policy/lambda", "0,002"), "json.type", "$.policy.lambda"},
        {"gap", set("/policy/max_gap_weeks", 0), "json.range", "$.policy.max_gap_weeks"},
        {"max_sites", set("/policy/max_sites", -1), "json.range", "$.policy.max_sites"},
        {"site_week", set("/policy/max_sessions_per_site_week", -1), "json.range",
         "$.policy.max_sessions_per_site_week"},
        {"population", set("/policy/min_site_population", -1), "json.range", "$.policy.min_site_population"},
        {"reach_type", set("/policy/reach", 600), "json.type", "$.policy.reach"},
        {"reach_empty", set("/policy/reach", Json::array()), "json.type", "$.policy.reach"},
        {"reach_single", set("/policy/reach/1", Json::array({900})), "json.type", "$.policy.reach[1]"},
        {"reach_weight", set("/policy/reach/0/1", 2), "json.range", "$.policy.reach[0]"},
        {"reach_time", set("/policy/reach/0/0", -1), "json.range", "$.policy.reach[0]"},
        {"reach_grows", set("/policy/reach/2/1", 0.3), "scenario.order", "$.policy.reach[2]", isSense},
        {"reach_back", set("/policy/reach/1/0", 600), "scenario.order", "$.policy.reach[1]", isSense},
        {"travel_matrix", set("/travel/kind", "matrix"), "json.missing_key", "$.travel.file"},
        {"travel_osrm", set("/travel/kind", "osrm"), "json.missing_key", "$.travel.url"},
        {"travel_kind", set("/travel/kind", "helicopter"), "scenario.travel_kind", "$.travel.kind"},
        {"travel_missing", drop("/travel/kind"), "json.missing_key", "$.travel.kind"},
        {"detour", set("/travel/detour", 0.9), "json.range", "$.travel.detour"},
        {"kmh", set("/travel/kmh", 0), "json.range", "$.travel.kmh"},
    };
}

std::vector<Flaw> sessionAndBusFlaws() {
    return {
        {"session_twice", repeat("sessions"), "scenario.duplicate", "$.sessions[4].id", isSense},
        {"session_no_id", set("/sessions/0/id", ""), "scenario.empty", "$.sessions[0].id"},
        {"session_backward", set("/sessions/0/to", "08:30"), "scenario.order", "$.sessions[0].to", isSense},
        {"session_too_long", set("/sessions/0/minutes", 256), "scenario.session_length",
         "$.sessions[0].minutes", isSense},
        {"session_nothing", set("/sessions/0/minutes", 0), "json.range", "$.sessions[0].minutes"},
        {"session_time", set("/sessions/0/from", "8h30"), "time.time_of_day", "$.sessions[0].from"},
        {"session_time_type", set("/sessions/0/from", 830), "json.type", "$.sessions[0].from"},
        {"bus_twice", repeat("buses"), "scenario.duplicate", "$.buses[1].id", isSense},
        {"bus_no_id", drop("/buses/0/id"), "json.missing_key", "$.buses[0].id"},
        {"bus_no_depot", drop("/buses/0/depot"), "json.missing_key", "$.buses[0].depot"},
        {"depot_lat", set("/buses/0/depot/lat", 91), "json.range", "$.buses[0].depot.lat"},
        {"depot_lon", set("/buses/0/depot/lon", -181), "json.range", "$.buses[0].depot.lon"},
        {"bus_backward", set("/buses/0/end", "07:00"), "scenario.order", "$.buses[0].end", isSense},
        {"bus_no_day", set("/buses/0/weekdays", Json::array()), "scenario.empty", "$.buses[0].weekdays"},
        {"bus_day", set("/buses/0/weekdays/1", "MA"), "time.weekday", "$.buses[0].weekdays[1]"},
        {"bus_day_twice", set("/buses/0/weekdays/1", "MO"), "scenario.duplicate", "$.buses[0].weekdays[1]"},
        {"bus_duty", set("/buses/0/max_duty_minutes", 0), "json.range", "$.buses[0].max_duty_minutes"},
        {"bus_driving", set("/buses/0/max_driving_minutes", -1), "json.range",
         "$.buses[0].max_driving_minutes"},
        {"bus_break", set("/buses/0/break_minutes", 45.5), "json.type", "$.buses[0].break_minutes"},
    };
}

std::vector<Flaw> siteFlaws() {
    return {
        {"site_twice", repeat("sites"), "scenario.duplicate", "$.sites[2].id", isSense},
        {"site_commune", set("/sites/0/insee", "00009"), "scenario.unknown_commune", "$.sites[0].insee",
         isSense},
        {"site_insee_type", set("/sites/0/insee", 62024), "json.type", "$.sites[0].insee"},
        {"site_lat", set("/sites/0/lat", -90.5), "json.range", "$.sites[0].lat"},
        {"site_lon", set("/sites/0/lon", 200), "json.range", "$.sites[0].lon"},
        {"site_no_lat", drop("/sites/0/lat"), "json.missing_key", "$.sites[0].lat"},
        {"site_rooms", set("/sites/0/rooms", 0), "json.range", "$.sites[0].rooms"},
        {"site_setup", set("/sites/0/setup_minutes", -5), "json.range", "$.sites[0].setup_minutes"},
        {"site_teardown", set("/sites/0/teardown_minutes", -5), "json.range", "$.sites[0].teardown_minutes"},
        {"site_no_opening", drop("/sites/1/opening"), "json.missing_key", "$.sites[1].opening"},
        {"opening_backward", set("/sites/0/opening/0/to", "07:59"), "scenario.order",
         "$.sites[0].opening[0].to", isSense},
        {"opening_no_day", set("/sites/0/opening/0/days", Json::array()), "scenario.empty",
         "$.sites[0].opening[0].days"},
        {"opening_late", set("/sites/0/opening/0/to", "24:01"), "time.time_of_day",
         "$.sites[0].opening[0].to"},
        {"valid_date", set("/sites/0/valid_from", "01/01/2027"), "time.date", "$.sites[0].valid_from"},
        {"valid_no_such_day", set("/sites/0/valid_until", "2027-02-29"), "time.date",
         "$.sites[0].valid_until", isSense},
        {"valid_backward", set("/sites/0/valid_until", "2026-12-31"), "scenario.order",
         "$.sites[0].valid_until", isSense},
    };
}

std::vector<Flaw> wishFlaws() {
    return {
        {"locked_bus", set("/locked/0/bus", "B2"), "scenario.unknown_bus", "$.locked[0].bus", isSense},
        {"locked_site", set("/locked/1/site", "x"), "scenario.unknown_site", "$.locked[1].site", isSense},
        {"locked_session", set("/locked/0/session", "soir"), "scenario.unknown_session",
         "$.locked[0].session", isSense},
        {"locked_week", set("/locked/0/weeks", {0, 4}), "json.range", "$.locked[0].weeks[1]"},
        {"locked_no_week", set("/locked/0/weeks", Json::array()), "scenario.empty", "$.locked[0].weeks"},
        {"locked_week_type", set("/locked/0/weeks", {"0"}), "json.type", "$.locked[0].weeks[0]"},
        {"locked_weeks_order", set("/locked/0/weeks", {2, 0}), "scenario.order", "$.locked[0].weeks[1]",
         isSense},
        {"locked_pattern", set("/locked/0/weeks", {0, 1}), "scenario.week_pattern", "$.locked[0].weeks",
         isSense},
        {"locked_off", set("/locked/0/weekday", "SU"), "scenario.bus_off", "$.locked[0].weekday", isSense},
        {"locked_length", set("/locked/1/end", "16:30"), "scenario.session_length", "$.locked[1].end",
         isSense},
        {"locked_window",
         [](Json& json) {
             json["locked"][1]["start"] = "15:00";
             json["locked"][1]["end"] = "18:00";
         },
         "scenario.session_window", "$.locked[1].start", isSense},
        {"locked_end_alone", drop("/locked/1/start"), "json.missing_key", "$.locked[1].start"},
        {"locked_twice", [](Json& json) { json["locked"].push_back(json["locked"][1]); },
         "scenario.duplicate", "$.locked[2].id", isSense},
        {"forbidden_nothing", set("/forbidden/0", Json::object()), "scenario.empty", "$.forbidden[0].site"},
        {"forbidden_site", set("/forbidden/0/site", "x"), "scenario.unknown_site", "$.forbidden[0].site",
         isSense},
        {"forbidden_bus", set("/forbidden/1/bus", "x"), "scenario.unknown_bus", "$.forbidden[1].bus",
         isSense},
        {"forbidden_session", set("/forbidden/0/session", "x"), "scenario.unknown_session",
         "$.forbidden[0].session", isSense},
        {"forbidden_day", set("/forbidden/0/weekday", "lundi"), "time.weekday", "$.forbidden[0].weekday"},
        {"forbidden_week", set("/forbidden/0/weeks", {-1}), "json.range", "$.forbidden[0].weeks[0]"},
        {"forbidden_date", set("/forbidden/1/date", "7 mai"), "time.date", "$.forbidden[1].date"},
    };
}

std::vector<Flaw> kindFlaws() {
    return {
        {"kind_two_lengths", set("/sessions/2/minutes", 120), "json.unknown_key", "$.sessions[2].minutes"},
        {"kind_no_longest", drop("/sessions/2/max_minutes"), "json.missing_key", "$.sessions[2].max_minutes"},
        {"kind_no_shortest", drop("/sessions/2/min_minutes"), "json.missing_key",
         "$.sessions[2].min_minutes"},
        {"kind_no_length", drop("/sessions/0/minutes"), "json.missing_key", "$.sessions[0].minutes"},
        {"kind_backward", set("/sessions/2/min_minutes", 241), "scenario.session_length",
         "$.sessions[2].min_minutes", isSense},
        {"kind_too_long", set("/sessions/2/max_minutes", 601), "scenario.session_length",
         "$.sessions[2].max_minutes", isSense},
        {"kind_all_pause", set("/sessions/2/pause_minutes", 60), "scenario.session_length",
         "$.sessions[2].pause_minutes", isSense},
        {"kind_no_pause", set("/sessions/2/pause_minutes", 0), "json.range", "$.sessions[2].pause_minutes"},
        {"kind_service", set("/sessions/2/service", "vet"), "scenario.service", "$.sessions[2].service"},
        {"kind_need", set("/sessions/2/service", "home_round"), "scenario.gp_share", "$.sessions[2].gp_share",
         isSense},
        {"kind_unknown_need", set("/sessions/0/service", "specialist"), "scenario.service_need",
         "$.sessions[0].service", isSense},
        {"kind_share", set("/sessions/2/gp_share", 0), "json.range", "$.sessions[2].gp_share"},
        {"kind_slot", set("/sessions/2/slot_minutes", 0), "json.range", "$.sessions[2].slot_minutes"},
        {"kind_skills", set("/sessions/2/skills", "frottis"), "json.type", "$.sessions[2].skills"},
        {"need_of_doctors", set("/policy/services/0/id", "doctor"), "scenario.service",
         "$.policy.services[0].id"},
        {"need_twice",
         [](Json& json) { json["policy"]["services"].push_back(json["policy"]["services"][0]); },
         "scenario.duplicate", "$.policy.services[1].id", isSense},
        {"need_population", set("/policy/services/0/population", "75plus"), "json.range",
         "$.policy.services[0].population"},
        {"need_weight", set("/policy/services/0/weight", 0), "json.range", "$.policy.services[0].weight"},
        {"need_nothing", drop("/policy/services/0/per_1000_year"), "json.missing_key",
         "$.policy.services[0].per_1000_year"},
        {"share_4g", set("/policy/min_4g_share", 90), "json.range", "$.policy.min_4g_share"},
        {"uncovered", set("/policy/uncovered", "hide"), "json.range", "$.policy.uncovered"},
        {"network", set("/sites/0/network", "oui"), "json.type", "$.sites[0].network"},
    };
}

std::vector<Flaw> peopleFlaws() {
    return {
        {"person_twice", repeat("people"), "scenario.duplicate", "$.people[2].id", isSense},
        {"person_role", set("/people/0/role", "surgeon"), "scenario.role", "$.people[0].role"},
        {"person_no_role", drop("/people/0/role"), "json.missing_key", "$.people[0].role"},
        {"person_employment", set("/people/0/employment", "intern"), "scenario.employment",
         "$.people[0].employment", isSense},
        {"person_hours", drop("/people/1/available"), "json.missing_key", "$.people[1].available"},
        {"person_backward", set("/people/0/available/0/to", "08:00"), "scenario.order",
         "$.people[0].available[0].to", isSense},
        {"person_no_day", set("/people/0/available/0/days", Json::array()), "scenario.empty",
         "$.people[0].available[0].days"},
        {"person_week", set("/people/0/available/0/weeks", {4}), "json.range",
         "$.people[0].available[0].weeks[0]"},
        {"person_unknown", set("/people/0/phone", "x"), "json.unknown_key", "$.people[0].phone"},
        {"employment_twice", repeat("employment"), "scenario.duplicate", "$.employment[2].id", isSense},
        {"employment_limit", set("/employment/1/max_day_minutes", -1), "json.range",
         "$.employment[1].max_day_minutes"},
        {"employment_unknown", set("/employment/1/bonus", 1), "json.unknown_key", "$.employment[1].bonus"},
    };
}

} // namespace

const std::vector<Flaw>& scenarioFlaws() {
    static const std::vector<Flaw> all = [] {
        std::vector<Flaw> flaws;
        for (const auto& part : {topFlaws(), policyFlaws(), sessionAndBusFlaws(), siteFlaws(), kindFlaws(),
                                 peopleFlaws(), wishFlaws()}) {
            flaws.insert(flaws.end(), part.begin(), part.end());
        }
        return flaws;
    }();
    return all;
}

} // namespace medicobus::plan::testing
