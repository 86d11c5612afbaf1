// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

namespace medicobus::publish {

inline constexpr std::string_view ground = "#FBF9F5";
inline constexpr std::string_view ink = "#1B2A2F";
inline constexpr std::string_view inkSoft = "#4E5C61";
inline constexpr std::string_view lineColour = "#D9D3C7";

/// Depth of need, as on the screens: dark is worst, told apart by lightness alone.
inline constexpr std::array<std::string_view, 5> needColours{"#FFF3C4", "#FDCB6E", "#F28C28", "#C8472B",
                                                             "#7A1238"};

/// A day's line: colours that colour-blind people tell apart on the warm map, and a dash besides.
struct DayStyle {
    std::string_view colour;
    std::string_view dash;
};
inline constexpr std::array<DayStyle, 7> dayStyles{{{"#0B57A4", ""},
                                                    {"#00796B", "9 4"},
                                                    {"#1B2A2F", "2 4"},
                                                    {"#6A3D9A", "13 4 2 4"},
                                                    {"#1E9BD7", "5 3"},
                                                    {"#8C564B", "9 3 2 3 2 3"},
                                                    {"#7F7F7F", "1 3"}}};

} // namespace medicobus::publish
