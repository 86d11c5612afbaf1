// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/scenario.h"

#include <string>
#include <vector>

namespace medicobus::planner {

/// Someone whom a tour needs: for some of its sessions, or to drive.
struct Duty {
    enum class Kind { Care, Remote, Driver };

    Kind kind = Kind::Care;
    plan::Service service = plan::Service::Doctor;
    std::string department;
    std::vector<std::string> skills;
    std::vector<std::size_t> stops; ///< That nobody covers when nobody takes it.
    TimeOfDay from{0};
    TimeOfDay to{0};
    double work = 0; ///< Minutes.

    /// `doctor`, `nurse`, `specialist`, `carer` (any of them), `remote_doctor` or `driver`.
    std::string_view role() const;
    bool isOfRole(const plan::Person& person) const;
    /// Of the role, with the skills and the authorisation that are asked.
    bool isEntitled(const plan::Person& person) const;
};

/// The duties of a tour: care by service, département and skills, a doctor at a screen for each video
/// consultation, and a driver.
std::vector<Duty> dutiesOf(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour);

/// Longest work of a tour without a rest of so many minutes, the rest taken where the crew arrives.
double longestWork(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour,
                   double pause);

} // namespace medicobus::planner
