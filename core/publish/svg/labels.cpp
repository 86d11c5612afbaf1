// SPDX-License-Identifier: EUPL-1.2
#include "publish/svg/labels.h"

#include <algorithm>
#include <array>

namespace medicobus::publish {
namespace {

/// Letters of a UTF-8 text: bytes that begin one.
double lettersOf(std::string_view text) {
    return static_cast<double>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

double overlapOf(const Frame& a, const Frame& b) {
    const double wide = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double high = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return wide > 0 && high > 0 ? wide * high : 0;
}

} // namespace

void LabelSetter::avoid(Spot centre, double radius) {
    m_taken.push_back({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
}

double LabelSetter::overlap(const Frame& box) const {
    double sum = box.width * box.height - overlapOf(box, m_frame);
    for (const Frame& taken : m_taken) {
        sum += overlapOf(box, taken);
    }
    return sum;
}

Label LabelSetter::set(Spot mark, double radius, std::string_view name) {
    struct Side {
        double x;
        double y;
        const char* anchor;
    };
    // Right, left, below, above, then the corners: the order in which maps are read most easily.
    constexpr std::array<Side, 8> sides{{{1, 0.35, "start"},
                                         {-1, 0.35, "end"},
                                         {0, 1.0, "middle"},
                                         {0, -0.3, "middle"},
                                         {0.75, 1.0, "start"},
                                         {0.75, -0.3, "start"},
                                         {-0.75, 1.0, "end"},
                                         {-0.75, -0.3, "end"}}};
    constexpr double letterWidth = 0.55;
    const double width = letterWidth * m_size * lettersOf(name);
    const double gap = radius + 0.25 * m_size;
    Label best;
    double least = -1;
    Frame bestBox;
    for (const Side& side : sides) {
        const bool isBeside = side.y > 0 && side.y < 1;
        const double vertical = isBeside ? 0 : (side.y > 0 ? radius : -radius);
        const Spot at{mark.x + side.x * gap, mark.y + vertical + side.y * m_size};
        const std::string_view anchor = side.anchor;
        const double left = anchor == "start" ? at.x : anchor == "end" ? at.x - width : at.x - width / 2;
        const Frame box{left, at.y - 0.8 * m_size, width, m_size};
        const double covered = overlap(box);
        if (least < 0 || covered < least - 1e-9) {
            least = covered;
            best = {at, std::string(anchor), covered < 1e-6};
            bestBox = box;
        }
    }
    m_taken.push_back(bestBox);
    return best;
}

} // namespace medicobus::publish
