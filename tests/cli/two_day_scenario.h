// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace medicobus::testing {

/// One bus of two days on the embedded territory: quick, and the same for each test.
inline constexpr const char* twoDayScenario =
    R"({"format":"medicobus-scenario/1","territory":"admidep","cycle_weeks":2,
 "policy":{"threshold":2.5,"alpha":2,"reach":[[600,1],[900,0.3],[1200,0.1]],"slot_minutes":20,"show_rate":1,
           "weeks_per_year":46,"lambda":0.002,"max_gap_weeks":2,"max_sites":6,"max_sessions_per_site_week":3,
           "min_site_population":500},
 "travel":{"kind":"estimate","detour":1.3,"kmh":50},
 "sessions":[{"id":"matin","from":"08:30","to":"12:45","minutes":180},
             {"id":"apres-midi","from":"13:30","to":"17:45","minutes":180}],
 "buses":[{"id":"B1","depot":{"lat":46.59,"lon":2.56},"weekdays":["MO","TH"],"start":"07:30","end":"18:30",
           "max_duty_minutes":600,"max_driving_minutes":240,"break_minutes":45}],
 "locked":[],"forbidden":[]})";

} // namespace medicobus::testing
