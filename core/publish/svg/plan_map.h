// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "plan/scenario.h"
#include "territory/contour_reader.h"

#include <array>
#include <string>
#include <vector>

namespace medicobus::publish {

/// The texts of a map, in the reader's language.
struct PlanMapWords {
    std::string title;
    std::vector<std::string> figures; ///< Lines below the title.
    std::string description;          ///< For those who do not see the picture.
    std::string need;                 ///< Heading of the classes of depth.
    std::array<std::string, 5> depths;
    std::string unknown;
    std::string tours; ///< Heading of the days.
    std::array<std::string, 7> weekdays;
    std::string places; ///< Heading of the marks.
    std::string site;
    std::string depot;
    std::string bus; ///< Before the name of a bus, where there are several.
    std::vector<std::string> notes;
};

/// A map of a plan that can be printed: communes by depth of need, the sites chosen, the tours of each
/// weekday, a legend and a scale; one panel for each bus. The same plan gives the same bytes.
std::string planMap(const plan::Scenario& scenario, const plan::Plan& plan,
                    const std::vector<territory::Contour>& contours, const PlanMapWords& words);

} // namespace medicobus::publish
