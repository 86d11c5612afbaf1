// SPDX-License-Identifier: EUPL-1.2
#include "publish/svg/curve.h"

#include "publish/svg/map_style.h"
#include "publish/svg/svg_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace medicobus::publish {
namespace {

constexpr double width = 900;
constexpr double height = 520;
constexpr double left = 84;
constexpr double right = 870;
constexpr double top = 84;
constexpr double bottom = 456;

/// The round step that divides a length into at most so many parts.
double roundStep(double length, int parts) {
    const double least = length / parts;
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= least * (1 - 1e-9)) {
            return step * power;
        }
    }
    return 10 * power;
}

int decimalsFor(double step) {
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

class Curve {
public:
    Curve(const std::vector<CurvePoint>& points, double bound, const CurveWords& words)
        : m_points(points),
          m_bound(bound),
          m_words(words),
          m_svg(width, height, words.title, words.description),
          m_last(std::max(points.back().seconds, 1e-3)) {
        double least = 100;
        for (const CurvePoint& point : points) {
            least = std::min(least, share(point.value));
        }
        m_step = roundStep(std::max(100 - least, 0.01) * 1.05, 6);
        m_low = std::floor(least / m_step - 1e-9) * m_step;
    }

    std::string draw() {
        m_svg.rect(0, 0, width, height, fmt::format("fill=\"{}\"", ground));
        m_svg.text(left - 48, 42, fmt::format("font-size=\"22\" font-weight=\"600\" fill=\"{}\"", ink),
                   m_words.title);
        axes();
        m_svg.line(left, y(100), right, y(100),
                   fmt::format("stroke=\"{}\" stroke-width=\"2\" stroke-dasharray=\"7 4\"", needColours[3]));
        m_svg.text(right, y(100) - 8,
                   fmt::format("font-size=\"13.5\" text-anchor=\"end\" fill=\"{}\"", needColours[4]),
                   m_words.bound);
        steps();
        return m_svg.finish();
    }

private:
    double share(double value) const { return 100 * value / m_bound; }
    double x(double seconds) const { return left + (right - left) * seconds / m_last; }
    double y(double percent) const {
        return bottom - (bottom - top) * (percent - m_low) / (100 + 0.25 * m_step - m_low);
    }
    std::string figure(double value, int decimals) const {
        std::string text = fmt::format("{:.{}f}", value, decimals);
        std::replace(text.begin(), text.end(), '.', m_words.decimal);
        return text;
    }

    void axes() {
        const std::string small = fmt::format("font-size=\"13\" fill=\"{}\"", inkSoft);
        const int decimals = decimalsFor(m_step);
        for (double at = m_low; at <= 100 + 1e-9; at += m_step) {
            m_svg.line(left, y(at), right, y(at), fmt::format("stroke=\"{}\"", lineColour));
            m_svg.text(left - 10, y(at) + 4.5, small + " text-anchor=\"end\"", figure(at, decimals));
        }
        const double step = roundStep(m_last, 8);
        for (double at = 0; at <= m_last * (1 + 1e-9); at += step) {
            m_svg.line(x(at), bottom, x(at), bottom + 5, fmt::format("stroke=\"{}\"", inkSoft));
            m_svg.text(x(at), bottom + 22, small + " text-anchor=\"middle\"", figure(at, decimalsFor(step)));
        }
        m_svg.line(left, bottom, right, bottom, fmt::format("stroke=\"{}\" stroke-width=\"1.5\"", inkSoft));
        m_svg.text(right, bottom + 46, small + " text-anchor=\"end\"", m_words.seconds);
        m_svg.text(left - 48, top - 18, small, m_words.share);
    }

    void steps() {
        std::string data;
        for (const CurvePoint& point : m_points) {
            data +=
                data.empty()
                    ? fmt::format("M{} {}", svgNumber(x(point.seconds)), svgNumber(y(share(point.value))))
                    : fmt::format("H{}V{}", svgNumber(x(point.seconds)), svgNumber(y(share(point.value))));
        }
        m_svg.path(data, "fill=\"none\" stroke=\"#0B6B6B\" stroke-width=\"3\" stroke-linejoin=\"round\"");
        const CurvePoint& last = m_points.back();
        m_svg.circle(x(last.seconds), y(share(last.value)), 5, "fill=\"#0B6B6B\"");
        m_svg.text(
            x(last.seconds) - 2, y(share(last.value)) + 24,
            fmt::format("font-size=\"14\" font-weight=\"600\" text-anchor=\"end\" fill=\"{}\"", "#084F4F"),
            m_words.last);
    }

    const std::vector<CurvePoint>& m_points;
    double m_bound;
    const CurveWords& m_words;
    SvgWriter m_svg;
    double m_last;
    double m_step = 1;
    double m_low = 0;
};

} // namespace

std::string anytimeCurve(const std::vector<CurvePoint>& points, double bound, const CurveWords& words) {
    if (points.empty() || bound <= 0) {
        return SvgWriter(width, height, words.title, words.description).finish();
    }
    return Curve(points, bound, words).draw();
}

} // namespace medicobus::publish
