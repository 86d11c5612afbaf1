// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "publish/svg/projection.h"

#include <string>
#include <string_view>
#include <vector>

namespace medicobus::publish {

/// A name set beside its mark.
struct Label {
    Spot at;              ///< Of the text's base line.
    std::string anchor;   ///< `start`, `middle` or `end`, as SVG has it.
    bool isPlaced = true; ///< False when it found no free place and stands where it overlaps least.
};

/// Finds a place around its mark for each name in turn, free of marks and of names set before where there is
/// one, inside the frame. Widths are estimated: 0.55 of the size a letter.
class LabelSetter {
public:
    LabelSetter(const Frame& frame, double size) : m_frame(frame), m_size(size) {}

    /// Keeps a disc free.
    void avoid(Spot centre, double radius);
    Label set(Spot mark, double radius, std::string_view name);

private:
    double overlap(const Frame& box) const;

    Frame m_frame;
    double m_size;
    std::vector<Frame> m_taken;
};

} // namespace medicobus::publish
